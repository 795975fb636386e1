import type { PlatformAddresses } from '@journeybook/database/lti';
import { refuseAddress } from '@journeybook/outgoing';
import { z } from 'zod';
import { isOfVendor } from '../protocol/vendor-hosts.js';

export interface FrameablePage {
  readonly registration: PlatformAddresses;
  /** Where the platform wants its user back, as its signed launch says: its pages may be on another host than its sign-in. */
  readonly returnUrl: string | null;
  readonly allowLoopback: boolean;
}

/** The origins whose pages may show ours in a frame (lti.md 7.6). */
export function frameAncestors({ registration, returnUrl, allowLoopback }: FrameablePage): string[] {
  const origins = [registration.authUrl, registration.issuer, returnUrl].flatMap((address) =>
    address && refuseAddress(address, allowLoopback) === null ? [new URL(address).origin] : [],
  );
  return [...new Set([...origins, ...vendorOrigins(registration.authUrl)])];
}

// One developer key of Canvas serves every college's own host name.
const vendorOrigins = (address: string): string[] =>
  /\.(?:instructure|canvaslms)\.com$/.test(new URL(address).hostname) ? ['https://*.instructure.com'] : [];

/**
 * The same before the platform's message is verified: its own origins. Who serves many colleges puts each on a host of its own, which no
 * registration names: a known vendor, or whoever signs in elsewhere than at the issuer. There the page that asks counts too; `claimed`
 * is what the request says that page is.
 */
export function framersOfUnverified(
  registration: PlatformAddresses,
  claimed: string | null,
  allowLoopback: boolean,
): string[] {
  const { host } = new URL(registration.authUrl);
  const issuer = URL.canParse(registration.issuer) ? new URL(registration.issuer).host : host;
  const hosted = isOfVendor(host) || issuer !== host;
  return frameAncestors({ registration, returnUrl: hosted ? claimed : null, allowLoopback });
}

/** What a platform adds to the address of an invitation (LTI Dynamic Registration 1.0, 3.3). */
export interface BroughtAlong {
  readonly openid_configuration?: string | undefined;
  readonly registration_token?: string | undefined;
}

/**
 * Who may frame what comes of a registration: the platform that the invitation was opened with, or nobody. Canvas has its configuration
 * in one place and shows us on the college's own host, which only its token names; whoever could make that up could as well name a
 * configuration of their own.
 */
export function framersOfUnregistered(brought: BroughtAlong, allowLoopback: boolean): string[] {
  const { openid_configuration: configurationUrl } = brought;
  if (!configurationUrl || refuseAddress(configurationUrl, allowLoopback) !== null) return [];
  const { origin, protocol } = new URL(configurationUrl);
  const host = accountHost(brought.registration_token);
  const own =
    host === null || refuseAddress(`${protocol}//${host}`, allowLoopback) !== null ? [] : [`${protocol}//${host}`];
  return [...new Set([origin, ...vendorOrigins(configurationUrl), ...own])];
}

const accountToken = z.object({ root_account_domain: z.string().regex(/^[a-z\d.-]+(?::\d+)?$/i) });

function accountHost(token: string | undefined): string | null {
  try {
    const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8');
    return accountToken.parse(JSON.parse(payload)).root_account_domain.toLowerCase();
  } catch {
    return null;
  }
}
