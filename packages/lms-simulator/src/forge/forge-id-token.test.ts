import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claim } from '../claims/claim-names.js';
import { driveLaunch } from '../testing/drive-launch.js';
import { type Pair, startPair } from '../testing/start-pair.js';
import { badForgeCases, type ForgeCase, goodForgeCases } from './forge-cases.js';

let pair: Pair;
beforeAll(async () => {
  pair = await startPair('canvas');
});
afterAll(() => pair.close());

const scene = { courseId: '565', resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90', personId: 'rosa-silva' };
const launch = (forge: ForgeCase) => driveLaunch({ simulator: pair.simulator, ...scene, forge });

// What a verification with the platform's keys, and nothing else, says.
async function signatureHolds(token: string): Promise<boolean> {
  const keys = createRemoteJWKSet(new URL(pair.simulator.registration.jwksUrl));
  const verified = await jwtVerify(token, keys, { algorithms: ['RS256'], clockTolerance: 10_000 }).catch(() => null);
  return verified !== null;
}

describe('a forged id_token', () => {
  test.each(['alg-none', 'hs256-with-public-key', 'forged-key', 'wrong-kid', 'not-a-jwt'] as const)(
    'has no valid signature for %s',
    async (forge) => {
      expect(await signatureHolds((await launch(forge)).form['id_token'] ?? '')).toBe(false);
    },
  );

  test.each(
    [...badForgeCases, ...goodForgeCases].filter(
      (name) => !['alg-none', 'hs256-with-public-key', 'forged-key', 'no-kid', 'wrong-kid', 'not-a-jwt'].includes(name),
    ),
  )('is really signed by the platform for %s', async (forge) => {
    expect(await signatureHolds((await launch(forge)).form['id_token'] ?? '')).toBe(true);
  });

  test.each<[ForgeCase, object]>([
    ['wrong-audience', { aud: 'somebody-elses-client' }],
    ['foreign-azp', { azp: 'another-tool' }],
    ['numeric-deployment', { [claim.deploymentId]: 1 }],
    ['roles-string', { [claim.roles]: expect.any(String) as string }],
    ['300-char-sub', { sub: 's'.repeat(300) }],
    ['empty-roles', { [claim.roles]: [] }],
    ['short-role', { [claim.roles]: ['Learner'] }],
    ['foreign-target', { [claim.targetLinkUri]: 'https://another-tool.example/launch' }],
  ])('says what %s promises', async (forge, expected) => {
    expect(decodeJwt((await launch(forge)).form['id_token'] ?? '')).toMatchObject(expected);
  });

  test.each<[ForgeCase, string]>([
    ['no-nonce', 'nonce'],
    ['no-exp', 'exp'],
    ['no-iat', 'iat'],
    ['no-sub', 'sub'],
    ['no-version', claim.version],
    ['no-message-type', claim.messageType],
    ['no-roles', claim.roles],
    ['no-deployment-id', claim.deploymentId],
    ['email-without-context', claim.context],
    ['aud-array-without-azp', 'azp'],
  ])('of the case %s lacks %s', async (forge, name) => {
    expect(decodeJwt((await launch(forge)).form['id_token'] ?? '')).not.toHaveProperty([name]);
  });

  test('lacks the id of the link, but not the link', async () => {
    const claims = decodeJwt((await launch('no-resource-link-id')).form['id_token'] ?? '');
    expect(claims[claim.resourceLink]).toMatchObject({ title: expect.any(String) as string });
    expect(claims[claim.resourceLink]).not.toHaveProperty('id');
  });

  test('is over its time, or not yet in it, by an hour and more', async () => {
    const now = Date.now() / 1000;
    expect(decodeJwt((await launch('expired')).form['id_token'] ?? '').exp).toBeLessThan(now - 3000);
    expect(decodeJwt((await launch('iat-in-future')).form['id_token'] ?? '').iat).toBeGreaterThan(now + 3000);
  });

  test('names another key, or none', async () => {
    const { keys } = (await (await fetch(pair.simulator.registration.jwksUrl)).json()) as { keys: { kid: string }[] };
    const kidOf = async (forge: ForgeCase) => decodeProtectedHeader((await launch(forge)).form['id_token'] ?? '').kid;
    expect(await kidOf('no-kid')).toBeUndefined();
    expect(keys.map((key) => key.kid)).not.toContain(await kidOf('wrong-kid'));
  });
});
