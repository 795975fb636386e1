import { randomInt } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { randomLetters } from '../platform/random-letters.js';
import type { Platform } from '../platform/platform.js';
import { registrationUrls } from './openid-configuration.js';

const LIFETIME_SECONDS = 3600;

/** The two parameters of the tool's registration page. */
export interface RegistrationInvitation {
  readonly openidConfiguration: string;
  /** Good for one registration within an hour. */
  readonly registrationToken: string;
}

// Moodle gives 15 letters and digits, Canvas a long number.
function newClientId({ profile }: Platform): string {
  if (profile === 'canvas') return `24156${String(randomInt(10 ** 12, 10 ** 13))}`;
  return randomLetters(15);
}

export async function inviteTool(platform: Platform): Promise<RegistrationInvitation> {
  const canvas = {
    initiated_at: platform.now().toISOString(),
    // Where the administrator is: a college has a host of its own, which nothing else of the registration names.
    root_account_domain: new URL(platform.urls.base).host,
  };
  const registrationToken = await new SignJWT({ scope: 'reg', ...(platform.profile === 'canvas' ? canvas : {}) })
    .setProtectedHeader({ typ: 'JWT', alg: 'HS256' })
    .setSubject(newClientId(platform))
    .setExpirationTime(Math.floor(platform.now().getTime() / 1000) + LIFETIME_SECONDS)
    .sign(platform.hintSecret);
  const openidConfiguration = new URL(registrationUrls(platform).configuration);
  // Canvas looks for it there and nowhere else when it shows its configuration.
  if (platform.profile === 'canvas') openidConfiguration.searchParams.set('registration_token', registrationToken);
  return { openidConfiguration: openidConfiguration.href, registrationToken };
}

/** The token of an `Authorization` header; an empty text without one. */
export const bearerOf = (authorization: string | undefined): string =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';

/** The client id an invitation stands for; null when it is missing, forged or over its time. */
export async function invitedClientId(platform: Platform, token: string): Promise<string | null> {
  const verified = await jwtVerify(token, platform.hintSecret, { currentDate: platform.now() }).catch(() => null);
  const { scope, sub } = verified?.payload ?? {};
  return scope === 'reg' && sub !== undefined ? sub : null;
}
