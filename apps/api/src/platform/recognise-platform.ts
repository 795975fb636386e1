import type { PlatformProfile } from '@journeybook/database';

/** What tells one platform from another: what it calls itself, and where it signs people in. */
interface Seen {
  readonly issuer: string;
  readonly authUrl: string;
}

/** Which platform's habits to expect, by the addresses that only that one has (lti.md 4.1). */
export function recognisePlatform({ issuer, authUrl }: Seen): PlatformProfile {
  if (/^https:\/\/canvas(\.beta|\.test)?\.instructure\.com\/*$/.test(issuer)) return 'canvas';
  if (!URL.canParse(authUrl)) return 'generic';
  const { pathname } = new URL(authUrl);
  if (pathname.endsWith('/api/lti/authorize_redirect')) return 'canvas';
  return pathname.endsWith('/mod/lti/auth.php') ? 'moodle' : 'generic';
}

const slashWords = {
  moodle: 'must have no slash at the end: Moodle’s Platform ID has none',
  canvas: 'must have no slash at the end: Canvas’s issuer has none',
} as const;

/**
 * Why an issuer is not the one that the platform will name in its launches, or null when it may be. Issuers are compared letter by letter
 * (OIDC Core 3.1.3.7), so a slash too many lets every check pass and every launch fail.
 */
export function refuseIssuer(seen: Seen): string | null {
  const profile = recognisePlatform(seen);
  return profile !== 'generic' && seen.issuer.endsWith('/') ? slashWords[profile] : null;
}
