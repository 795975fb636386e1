import type { Letter } from '../mail/mailer.js';

export interface Addressee {
  readonly email: string;
  readonly name: string;
}

/** A letter about what guards an account, to whoever should know if it was not them. */
export type WriteLetter = (to: Addressee, publicUrl: string) => Letter;

const letter =
  (subject: string, ...said: readonly string[]): WriteLetter =>
  (to, publicUrl) => ({
    to: to.email,
    subject,
    text: [
      `Hello ${to.name},`,
      ...said,
      `If it was not you, choose a new password at once (${publicUrl}/forgot) and tell an administrator of your organization.`,
    ].join('\n\n'),
  });

export const turnedOnLetter = letter(
  'Your Journeybook sign-in has a second step now',
  'from now on a password alone does not open your account: a code from your authenticator app or a passkey is asked for too. You were signed out on every other device.',
  'Keep the recovery codes in a safe place. Each opens your account once when your phone is gone.',
);

export const turnedOffLetter = letter(
  'Your Journeybook sign-in has no second step any more',
  'the second step of your sign-in was just turned off. From now on a password alone opens your account.',
);

export const authenticatorChangedLetter = letter(
  'Your authenticator app for Journeybook was changed',
  'codes of another phone are asked for when you sign in; those of the phone before let nobody in any more. You were signed out on every other device.',
);

export const authenticatorRemovedLetter = letter(
  'Your authenticator app for Journeybook was taken away',
  'codes from your authenticator app let nobody in any more. Your passkeys do.',
);

export const passkeyAddedLetter = (name: string): WriteLetter =>
  letter('A passkey was added to your Journeybook account', `the passkey “${name}” opens your account from now on.`);

export const passkeyRemovedLetter = (name: string): WriteLetter =>
  letter(
    'A passkey of your Journeybook account was removed',
    `the passkey “${name}” does not open your account any more.`,
  );

export const recoveryCodesRenewedLetter = letter(
  'You have new recovery codes for Journeybook',
  'ten new recovery codes were made. Those before let nobody in any more.',
);

export const recoveryCodeUsedLetter = (left: number): WriteLetter =>
  letter(
    'A recovery code of your Journeybook account was used',
    `somebody gave one of your recovery codes. ${left === 0 ? 'None is' : `${left} ${left === 1 ? 'is' : 'are'}`} left. You can make new ones under “Password and devices”.`,
  );

export const codesLockedLetter = letter(
  'Wrong codes at your Journeybook account',
  'ten wrong codes in a row were given at your account, after the right password. No code is taken for an hour; a passkey still opens it.',
);

export const signedOutByOtherLetter = (by: string, organization: string): WriteLetter =>
  letter(
    'You were signed out of Journeybook everywhere',
    `${by} of ${organization} ended all your sessions, as is done when a phone or a computer is lost. How you sign in stays what it was.`,
    'Is there a passkey on what was lost? Sign in and remove it under “Password and devices”.',
  );

export const removedByOperatorLetter = letter(
  'The second step of your Journeybook sign-in was taken away',
  'whoever runs this installation of Journeybook took away your authenticator app, your passkeys and your recovery codes, so that you can come in with your password. You were signed out everywhere.',
  'Sign in and set up a second step again.',
);

export const resetByOtherLetter = (by: string, organization: string): WriteLetter =>
  letter(
    'The second step of your Journeybook sign-in was taken away',
    `${by} of ${organization} took away your authenticator app, your passkeys and your recovery codes, so that you can come in with your password. You were signed out everywhere.`,
    'Sign in and set up a second step again.',
  );
