import { randomBytes } from 'node:crypto';
import { plainStyle } from './plain-page.js';

/** What a page of the portal's may call, and the nonce of the style elements it makes itself. */
export interface PagePolicy {
  readonly apiUrl: string;
  readonly styleNonce: string;
}

/** A nonce for one answer. */
export const newNonce = (): string => randomBytes(18).toString('base64url');

/** What the launched page may load and call. */
export const framePolicy = (page: PagePolicy): string => pagePolicy(page, "'none'");

/** The same for the page that chooses: it posts the choice to us. */
export const pickerPolicy = (page: PagePolicy): string => pagePolicy(page, "'self'");

const pagePolicy = ({ apiUrl, styleNonce }: PagePolicy, formAction: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    // Mantine sizes and places with style attributes, which run nothing and load nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${new URL(apiUrl).origin}`,
    "base-uri 'none'",
    `form-action ${formAction}`,
  ].join('; ');

/** What a refusal may load. */
// No form-action: browsers hold it against the platform's address too, to which a login started again leads.
export const refusalPolicy = `default-src 'none'; style-src ${plainStyle}; base-uri 'none'`;
