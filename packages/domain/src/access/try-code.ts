import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';

/** Wrong codes at one account before it takes none for an hour; a code has a million values, three of them right at a time. */
export const wrongCodesInARow = 10;
export const codesLockedMinutes = 60;
/** How long somebody who gave the password has for the second step, in minutes. */
export const pendingSignInMinutes = 5;
/** How often a code may be tried after one password. */
export const triesOfOneSignIn = 5;
/** How long a secret that was shown waits for its first code, in minutes. */
export const authenticatorSetupMinutes = 15;
/** How long a passkey may be asked for one thing, in minutes. */
export const passkeyChallengeMinutes = 5;

/** How many wrong codes were given in a row, and since when no further ones are looked at; null while they are. */
export interface CodeTries {
  readonly wrong: number;
  readonly lockedAt: Instant | null;
}

export type TryCodeRefusal = { readonly kind: 'wrong-code' } | { readonly kind: 'code-used' };
export type CodesLockedRefusal = { readonly kind: 'codes-locked' };

/** Decides whether a code is looked at, and how many wrong ones count: after ten in a row none is for an hour (ASVS 5.0 6.6.3). */
export function openTries({ wrong, lockedAt }: CodeTries, now: Instant): Result<CodeTries, CodesLockedRefusal> {
  if (lockedAt === null) return accept({ wrong, lockedAt });
  const isOver = Date.parse(now) - Date.parse(lockedAt) >= codesLockedMinutes * 60_000;
  return isOver ? accept({ wrong: 0, lockedAt: null }) : refuse({ kind: 'codes-locked' });
}

/** One more wrong code; the tenth locks. */
export const countWrong = ({ wrong }: CodeTries, now: Instant): CodeTries => ({
  wrong: wrong + 1,
  lockedAt: wrong + 1 >= wrongCodesInARow ? now : null,
});

/**
 * Decides whether a code lets in (RFC 6238 §5.2): `step` is the time step it belongs to, null when to none that is near. A step that
 * was used, and every one before it, lets nobody in again: whoever looked over a shoulder has nothing.
 */
export function acceptStep(step: number | null, lastUsedStep: number | null): Result<number, TryCodeRefusal> {
  if (step === null) return refuse({ kind: 'wrong-code' });
  return lastUsedStep !== null && step <= lastUsedStep ? refuse({ kind: 'code-used' }) : accept(step);
}
