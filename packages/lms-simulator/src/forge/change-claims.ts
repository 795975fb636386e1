import type { JWTPayload } from 'jose';
import { claim } from '../claims/claim-names.js';
import type { ForgeCase } from './forge-cases.js';

type Change = (claims: JWTPayload) => JWTPayload;

const HOUR_SECONDS = 3600;
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

const set =
  (changes: JWTPayload): Change =>
  (claims) => ({ ...claims, ...changes });

const drop =
  (...names: readonly string[]): Change =>
  (claims) =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)));

const shift =
  (seconds: number): Change =>
  (claims) => ({ ...claims, iat: (claims.iat ?? 0) + seconds, exp: (claims.exp ?? 0) + seconds });

const both =
  (...changes: readonly Change[]): Change =>
  (claims) =>
    changes.reduce((changed, change) => change(changed), claims);

const names = ['name', 'given_name', 'family_name', 'picture'];

const withoutLinkId: Change = (claims) => {
  const link = claims[claim.resourceLink];
  const rest = typeof link === 'object' && link !== null ? link : {};
  return { ...claims, [claim.resourceLink]: drop('id')(rest as JWTPayload) };
};

/** How a case alters the claims. The cases left out keep good claims and spoil the envelope instead. */
export const claimChanges: Partial<Record<ForgeCase, Change>> = {
  'no-nonce': drop('nonce'),
  'wrong-nonce': set({ nonce: 'a-nonce-the-tool-never-sent' }),
  'wrong-audience': both(drop('azp'), set({ aud: 'somebody-elses-client' })),
  'aud-array-without-azp': (claims) => ({ ...drop('azp')(claims), aud: [String(claims.aud), 'another-tool'] }),
  'foreign-azp': set({ azp: 'another-tool' }),
  'wrong-issuer': set({ iss: 'https://another-platform.example' }),
  expired: shift(-2 * HOUR_SECONDS),
  'no-exp': drop('exp'),
  'no-iat': drop('iat'),
  'iat-in-future': shift(HOUR_SECONDS),
  'unknown-deployment': set({ [claim.deploymentId]: 'a-deployment-nobody-registered' }),
  'numeric-deployment': set({ [claim.deploymentId]: 1 }),
  'no-deployment-id': drop(claim.deploymentId),
  'no-sub': drop('sub'),
  '300-char-sub': set({ sub: 's'.repeat(300) }),
  'no-version': drop(claim.version),
  'wrong-version': set({ [claim.version]: '1.1.0' }),
  'no-message-type': drop(claim.messageType),
  'no-roles': drop(claim.roles),
  'roles-string': set({ [claim.roles]: `${membership}#Instructor` }),
  'no-resource-link-id': withoutLinkId,
  'foreign-target': set({ [claim.targetLinkUri]: 'https://another-tool.example/launch' }),
  'short-role': set({ [claim.roles]: ['Learner'] }),
  'unknown-role': set({ [claim.roles]: [`${membership}#Learner`, 'http://college.example/roles#Wizard'] }),
  'empty-roles': set({ [claim.roles]: [] }),
  'several-roles': set({
    [claim.roles]: [`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`, `${membership}#Learner`],
  }),
  'no-names': drop(...names, 'email', claim.lis),
  'email-only': drop(...names, claim.lis),
  'names-only': drop('email', 'picture'),
  'email-without-context': drop(...names, claim.lis, claim.context),
};
