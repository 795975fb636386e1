import { type BadForgeCase, type DrivenLaunch, type GoodForgeCase } from '@journeybook/lms-simulator';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { LaunchRefusal } from '../launch/refusal.js';
import { claim } from '../protocol/claim-names.js';
import type { LaunchRole } from '../protocol/membership-role.js';
import type { World } from './start-world.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** Why each forged token is refused. All but `replayed` are posted once, in the browser that began the login. */
export const refusalOfForged = {
  'no-kid': 'key-unknown',
  'wrong-kid': 'key-unknown',
  'wrong-version': 'version-unknown',
  'no-version': 'version-unknown',
  'not-a-jwt': 'token-unreadable',
  expired: 'expired',
  'no-exp': 'time-missing',
  'no-iat': 'time-missing',
  'iat-in-future': 'clock-ahead',
  'no-message-type': 'message-not-offered',
  'no-roles': 'roles-missing',
  'no-deployment-id': 'deployment-missing',
  'no-resource-link-id': 'claims-incomplete',
  'no-sub': 'person-missing',
  'no-nonce': 'wrong-nonce',
  'wrong-nonce': 'wrong-nonce',
  replayed: 'state-used',
  'wrong-issuer': 'wrong-issuer',
  'wrong-audience': 'wrong-audience',
  'aud-array-without-azp': 'wrong-audience',
  'foreign-azp': 'wrong-audience',
  'alg-none': 'wrong-algorithm',
  'hs256-with-public-key': 'wrong-algorithm',
  'forged-key': 'signature-wrong',
  'unknown-deployment': 'deployment-unknown',
  'numeric-deployment': 'deployment-missing',
  'foreign-target': 'wrong-target',
  'roles-string': 'roles-missing',
  '300-char-sub': 'person-missing',
} satisfies Record<BadForgeCase, LaunchRefusal>;

/** The bad launches of the certification suite (lti.md 3.9), by the simulator's name for them. */
export const certifiedBad = {
  'no kid in the header': 'no-kid',
  'a kid nobody knows': 'wrong-kid',
  'another LTI version': 'wrong-version',
  'no LTI version': 'no-version',
  'a message that is no JWT': 'not-a-jwt',
  'wrong timestamps: expired': 'expired',
  'wrong timestamps: from the future': 'iat-in-future',
  'no message type': 'no-message-type',
  'no roles claim': 'no-roles',
  'no deployment id': 'no-deployment-id',
  'no resource link id': 'no-resource-link-id',
  'no user': 'no-sub',
} satisfies Record<string, BadForgeCase>;

export interface SpoiltLaunch {
  readonly world: World;
  readonly driven: DrivenLaunch;
  readonly good: JWTPayload;
  /** Signs claims with the platform's present key. */
  readonly sign: (claims: JWTPayload) => Promise<string>;
}

/** What is posted instead: fields that differ, or a whole body. */
type Spoil = (launch: SpoiltLaunch) => Promise<Readonly<Record<string, string>> | URLSearchParams>;

const claims =
  (change: (good: JWTPayload) => JWTPayload): Spoil =>
  async ({ good, sign }) => ({ id_token: await sign(change(good)) });

/** A token signed with a key that travels in its header, or whose header says where to fetch it (RFC 8725, 3.10). */
const ownKey =
  (header: (publicJwk: object) => object): Spoil =>
  async ({ driven, good }) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const { kid } = decodeProtectedHeader(driven.form['id_token'] ?? '');
    const more = header(await exportJWK(publicKey));
    const named = { alg: 'RS256', typ: 'JWT', ...(kid === undefined ? {} : { kid }), ...more };
    return { id_token: await new SignJWT(good).setProtectedHeader(named).sign(privateKey) };
  };

const now = () => Math.floor(Date.now() / 1000);
const onlyEnvelope = ({ iss, aud, azp, sub, nonce, iat, exp }: JWTPayload): JWTPayload =>
  JSON.parse(JSON.stringify({ iss, aud, azp, sub, nonce, iat, exp }));

/** Bad launches that the certification suite does not have (lti.md 3.9). */
export const addedBad: readonly (readonly [string, LaunchRefusal, Spoil])[] = [
  ['a JWT without any LTI claim', 'deployment-missing', claims(onlyEnvelope)],
  ['a key that travels in the header (jwk)', 'key-unknown', ownKey((jwk) => ({ jwk }))],
  ['an address of keys in the header (jku)', 'key-unknown', ownKey(() => ({ jku: 'https://evil.example/jwks' }))],
  ['a certificate in the header (x5c)', 'key-unknown', ownKey(() => ({ x5c: ['MIIB'] }))],
  ['an end that has just passed', 'expired', claims((good) => ({ ...good, iat: now() - 61, exp: now() - 1 }))],
  ['eleven minutes of age', 'expired', claims((good) => ({ ...good, iat: now() - 660, exp: now() + 3_000 }))],
  ['ten minutes in the future', 'clock-ahead', claims((good) => ({ ...good, iat: now() + 600, exp: now() + 660 }))],
  ['a nonce that is a list', 'wrong-nonce', claims((good) => ({ ...good, nonce: [good['nonce']] }))],
  [
    'a message we do not take',
    'message-not-offered',
    claims((good) => ({ ...good, [claim.messageType]: 'LtiSubmissionReviewRequest' })),
  ],
  [
    'the message type as a list',
    'message-not-offered',
    claims((good) => ({ ...good, [claim.messageType]: ['LtiResourceLinkRequest'] })),
  ],
  ['a control character in the subject', 'person-missing', claims((good) => ({ ...good, sub: 'a\u0000b' }))],
  [
    'a link with a 300-character id',
    'claims-incomplete',
    claims((good) => ({ ...good, [claim.resourceLink]: { id: 'l'.repeat(300) } })),
  ],
  [
    'a target with another query than the login’s',
    'wrong-target',
    claims((good) => ({ ...good, [claim.targetLinkUri]: `${String(good[claim.targetLinkUri])}?x=1` })),
  ],
  [
    'one megabyte of custom parameters',
    'form-unreadable',
    claims((good) => ({ ...good, [claim.custom]: { big: 'x'.repeat(1024 * 1024) } })),
  ],
  ['no state', 'not-a-launch', async () => ({ state: '' })],
  ['an unknown state', 'state-used', async () => ({ state: 'f'.repeat(50) })],
  ['no token', 'not-a-launch', async () => ({ id_token: '' })],
  ['a session token of ltijs', 'not-a-launch', async () => ({ id_token: '', ltik: 'eyJhbGciOiJub25lIn0.e30.' })],
  [
    'a token sent twice',
    'not-a-launch',
    async ({ driven }) => new URLSearchParams([...Object.entries(driven.form), ['id_token', 'x']]),
  ],
  [
    'a state sent twice',
    'not-a-launch',
    async ({ driven }) => new URLSearchParams([...Object.entries(driven.form), ['state', 'x']]),
  ],
];

/** What is accepted, by the simulator's name for it, and as whom. */
export const roleOfAccepted = {
  'short-role': 'learner',
  'unknown-role': 'learner',
  'empty-roles': 'visitor',
  'several-roles': 'assistant',
  'no-names': 'learner',
  'email-only': 'learner',
  'names-only': 'learner',
  'email-without-context': 'learner',
} satisfies Record<GoodForgeCase, LaunchRole>;

const roles = (...sent: readonly string[]) => claims((good) => ({ ...good, [claim.roles]: sent }));

/** Good launches that the suite does not have. */
export const addedGood: readonly (readonly [string, LaunchRole, Spoil])[] = [
  ['an observer’s role', 'visitor', roles(`${membership}#Mentor`)],
  [
    'a test user’s role',
    'visitor',
    roles('http://purl.imsglobal.org/vocab/lti/system/person#TestUser', `${membership}#Learner`),
  ],
  [
    'an instructor of the institution who is no member',
    'visitor',
    roles('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'),
  ],
  ['an administrator of the course', 'instructor', roles(`${membership}#Administrator`)],
  ['roles that are no text', 'learner', claims((good) => ({ ...good, [claim.roles]: [7, null, 'Learner'] }))],
  ['four minutes of age', 'learner', claims((good) => ({ ...good, iat: now() - 240, exp: now() + 60 }))],
  ['a list of one audience', 'learner', claims(({ azp: _azp, ...good }) => ({ ...good, aud: [String(good.aud)] }))],
  [
    'claims nobody knows',
    'learner',
    claims((good) => ({ ...good, 'https://example.org/claim': { a: [1] }, [claim.launchPresentation]: 'none' })),
  ],
  [
    'a hundred kilobytes of custom parameters',
    'learner',
    claims((good) => ({ ...good, [claim.custom]: { big: 'x'.repeat(100 * 1024) } })),
  ],
];

/** Everything a spoilt launch may need. */
export function spoilt(world: World, driven: DrivenLaunch): SpoiltLaunch {
  const good = decodeJwt(driven.form['id_token'] ?? '');
  return { world, driven, good, sign: (changed) => world.simulator.control.signIdToken(changed) };
}
