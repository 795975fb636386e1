import type { Instant } from '@journeybook/domain';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app can do (RFC 6238): six digits of SHA-1, another code each half minute. */
const periodSeconds = 30;
/** A phone's clock may be this many steps before or behind ours. */
const stepsAround = 1;

const totpOf = (secret: string, email = '') =>
  new TOTP({
    issuer: 'Journeybook',
    label: email,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
  });

/** A secret that nobody had before: 160 bits, as text to type. */
export const newAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an app reads from a picture. */
export const authenticatorUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** The time step that a code belongs to, of now and the ones beside; null when to none of them. */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  const timestamp = Date.parse(now);
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp, window: stepsAround });
  return delta === null ? null : TOTP.counter({ period: periodSeconds, timestamp }) + delta;
}

/** The code of that moment: what an app would show. */
export const codeAt = (secret: string, moment: Instant): string =>
  totpOf(secret).generate({ timestamp: Date.parse(moment) });
