import { randomBytes } from 'node:crypto';
import type { Registration } from '@journeybook/database/lti';
import { refuseAddress } from '@journeybook/outgoing';
import { plainStyle } from './plain-page.js';

export interface FrameablePage {
  readonly registration: Registration;
  /** Where the platform wants its user back, as its signed launch says: its pages may be on another host than its sign-in. */
  readonly returnUrl: string | null;
  readonly allowLoopback: boolean;
}

/** The origins whose pages may show ours in a frame (lti.md 7.6). */
export function frameAncestors({ registration, returnUrl, allowLoopback }: FrameablePage): string[] {
  const origins = [registration.authUrl, registration.issuer, returnUrl].flatMap((address) =>
    address && refuseAddress(address, allowLoopback) === null ? [new URL(address).origin] : [],
  );
  // One developer key of Canvas serves every college's own host name.
  const hosted = /\.(?:instructure|canvaslms)\.com$/.test(new URL(registration.authUrl).hostname);
  return [...new Set([...origins, ...(hosted ? ['https://*.instructure.com'] : [])])];
}

/** Who may frame a page of the portal's, what it may call, and the nonce of the style elements it makes itself. */
export interface PagePolicy {
  readonly ancestors: readonly string[];
  readonly apiUrl: string;
  readonly styleNonce: string;
}

/** A nonce for one answer. */
export const newNonce = (): string => randomBytes(18).toString('base64url');

/** What the launched page may load and call. */
export const framePolicy = (page: PagePolicy): string => pagePolicy(page, "'none'");

/** The same for the page that chooses: it posts the choice to us. */
export const pickerPolicy = (page: PagePolicy): string => pagePolicy(page, "'self'");

const pagePolicy = ({ ancestors, apiUrl, styleNonce }: PagePolicy, formAction: "'none'" | "'self'"): string =>
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
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');

// A refusal often comes before the platform is known, so anybody may frame it: there is nothing on it to be tricked into.
// No form-action: browsers hold it against the platform's address too, to which a login started again leads.
export const refusalPolicy = `default-src 'none'; style-src ${plainStyle}; base-uri 'none'`;
