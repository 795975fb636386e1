import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { SecondFactorDuty } from './second-factor-duty.js';

/** What somebody can prove beside a password who they are with. */
export interface SecondFactors {
  /** An app on their phone makes codes. */
  readonly authenticator: boolean;
  readonly passkeys: number;
}

/** The most passkeys of one person: one for each device they will ever have at once. */
export const mostPasskeys = 20;

/** Codes on paper for when the phone is gone. */
export const recoveryCodeCount = 10;

export type RemoveSecondFactorRefusal = { readonly kind: 'no-second-factor' } | { readonly kind: 'second-factor-kept' };
export type AddPasskeyRefusal = { readonly kind: 'too-many-passkeys'; readonly most: number };

/** Whether a password alone does not let somebody in. */
export const hasSecondFactor = ({ authenticator, passkeys }: SecondFactors): boolean => authenticator || passkeys > 0;

/**
 * Decides whether somebody may take one of their second factors away. The last one stays while an organisation asks for one:
 * `owed` is what they would owe without any (issue "Sign-in", policy per organisation).
 */
export function removeSecondFactor(
  factors: SecondFactors,
  which: keyof SecondFactors,
  owed: SecondFactorDuty,
): Result<SecondFactors, RemoveSecondFactorRefusal> {
  if (!factors[which]) return refuse({ kind: 'no-second-factor' });
  const left =
    which === 'authenticator' ? { ...factors, authenticator: false } : { ...factors, passkeys: factors.passkeys - 1 };
  return !hasSecondFactor(left) && owed.state === 'now' ? refuse({ kind: 'second-factor-kept' }) : accept(left);
}

/** Decides whether somebody may have one more passkey. */
export const addPasskey = ({ passkeys }: SecondFactors): Result<null, AddPasskeyRefusal> =>
  passkeys < mostPasskeys ? accept(null) : refuse({ kind: 'too-many-passkeys', most: mostPasskeys });
