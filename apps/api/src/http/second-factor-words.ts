import type { Refusal, RefusalKind } from './refusals.js';

export type Words = {
  readonly [Kind in RefusalKind]: string | ((refusal: Extract<Refusal, { kind: Kind }>) => string);
};

/** About second steps, passkeys and sessions. */
export const secondFactorWords = {
  'second-factor-needed': 'Your organization asks for a second step when you sign in. Set it up first.',
  'second-factor-asked': 'The password is right. Now give the second step.',
  'fresh-sign-in-needed': 'Show once more that it is you: this could shut you out, or let another in.',
  'sign-in-over': 'That took too long or was tried too often. Begin again with your password.',
  'wrong-code': 'This code is not right. Look at your authenticator app and type the code it shows now.',
  'code-used': 'This code was used already. Wait for the next one; it comes within half a minute.',
  'wrong-recovery-code': 'This recovery code is not right, or was used. Try another one.',
  'codes-locked': 'Too many wrong codes. Wait an hour, or sign in with a passkey.',
  'setup-over': 'That took too long. Begin again with a new picture.',
  'no-second-factor': 'There is no second step to sign in with here.',
  'second-factor-kept': 'Your organization asks for a second step. Set up another one before you take this away.',
  'challenge-over': 'That took too long. Try again.',
  'passkey-refused': 'This passkey does not open an account here. Use another one, or your password.',
  'passkey-known': 'This passkey is here already.',
  'too-many-passkeys': ({ most }) => `You have ${most} passkeys. Remove one that you do not use.`,
  'own-second-factor':
    'Nobody takes their own second step away here. Use a recovery code, or ask another administrator.',
  'own-sessions': 'End your own sessions under “Password and devices”.',
  'administers-elsewhere': 'This person runs another organization too. An administrator of that one has to do this.',
  'role-not-in-organization': ({ role }) => `There is no ${role} in an organization of this kind.`,
  'grace-too-long': ({ latest }) => `Choose a day until ${latest}.`,
} satisfies Partial<Words>;
