/** Launches a tool must refuse, with 401 and without a trace of a person. */
export const badForgeCases = [
  'no-nonce',
  'wrong-nonce',
  'replayed',
  'wrong-audience',
  'aud-array-without-azp',
  'foreign-azp',
  'wrong-issuer',
  'expired',
  'no-exp',
  'no-iat',
  'iat-in-future',
  'unknown-deployment',
  'numeric-deployment',
  'no-deployment-id',
  'forged-key',
  'alg-none',
  'hs256-with-public-key',
  'no-kid',
  'wrong-kid',
  'no-sub',
  '300-char-sub',
  'no-version',
  'wrong-version',
  'no-message-type',
  'no-roles',
  'roles-string',
  'no-resource-link-id',
  'foreign-target',
  'not-a-jwt',
] as const;

/** Unusual launches that a tool must accept (certification guide §6.1). */
export const goodForgeCases = [
  'short-role',
  'unknown-role',
  'empty-roles',
  'several-roles',
  'no-names',
  'email-only',
  'names-only',
  'email-without-context',
] as const;

export type BadForgeCase = (typeof badForgeCases)[number];
export type GoodForgeCase = (typeof goodForgeCases)[number];
export type ForgeCase = BadForgeCase | GoodForgeCase;
