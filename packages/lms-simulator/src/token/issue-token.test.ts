import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agsScope, nrpsScope } from '../platform/scopes.js';
import { type Pair, startPair } from '../testing/start-pair.js';

let pair: Pair;
afterEach(() => pair.close());

const HOUR_AGO = Math.floor(Date.now() / 1000) - 3600;

describe.each(['moodle', 'canvas'] as const)('the token endpoint of %s', (profile) => {
  beforeEach(async () => {
    pair = await startPair(profile);
  });

  const errorOf = async (scopes: readonly string[], assertion?: string): Promise<[number, string | undefined]> => {
    const answer = await pair.tool.requestToken(scopes, assertion);
    const { error } = (await answer.json()) as { error?: string };
    return [answer.status, error];
  };

  const refusal = {
    client: profile === 'moodle' ? [400, 'invalid_client'] : [401, 'invalid_client'],
    // Moodle puts the sentence of its library there.
    assertion: [400, profile === 'moodle' ? (expect.stringContaining(' ') as string) : 'invalid_request'],
    noJwt: profile === 'moodle' ? [400, 'invalid_request'] : [401, 'invalid_client'],
    none: profile === 'moodle' ? [400, 'invalid_request'] : [401, 'invalid_client'],
  };

  test('gives a token for what is granted', async () => {
    const answer = await pair.tool.requestToken([nrpsScope, agsScope.score]);
    const scope = `${nrpsScope} ${agsScope.score}`;
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope });
  });

  test('refuses when nothing that was asked for is granted', async () => {
    expect(await errorOf(['https://college.example/scope/anything'])).toEqual([400, 'invalid_scope']);
  });

  test('refuses an assertion of another client', async () => {
    expect(await errorOf([nrpsScope], await pair.tool.assertion({ iss: 'x', sub: 'x' }))).toEqual(refusal.client);
  });

  test.each([
    ['that has expired', { iat: HOUR_AGO - 60, exp: HOUR_AGO }],
    ['that comes from the future', { iat: HOUR_AGO + 2 * 3600, exp: HOUR_AGO + 3 * 3600 }],
  ])('refuses an assertion %s', async (_name, change) => {
    expect(await errorOf([nrpsScope], await pair.tool.assertion(change))).toEqual(refusal.assertion);
  });

  test('refuses an assertion that is no JWT, or whose signature is not the tool’s', async () => {
    expect(await errorOf([nrpsScope], 'nonsense')).toEqual(refusal.noJwt);
    const assertion = await pair.tool.assertion();
    const tampered = `${assertion.slice(0, -12)}${assertion.at(-12) === 'A' ? 'B' : 'A'}${assertion.slice(-11)}`;
    expect(await errorOf([nrpsScope], tampered)).toEqual(refusal.assertion);
  });

  test('refuses a request without an assertion and one of another grant', async () => {
    const post = async (form: Record<string, string>) => {
      const answer = await fetch(pair.simulator.registration.tokenUrl, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await post({ grant_type: 'client_credentials' })).toEqual(refusal.none);
    const client_assertion = await pair.tool.assertion();
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    expect(await post({ grant_type: 'password', client_assertion, client_assertion_type })).toEqual([
      400,
      'unsupported_grant_type',
    ]);
  });
});

describe('a scope that is not granted, among others', () => {
  const ask = async (profile: 'moodle' | 'canvas') => {
    pair = await startPair(profile);
    pair.simulator.control.setScopes([nrpsScope]);
    return pair.tool.requestToken([nrpsScope, agsScope.score]);
  };

  test('is cut off by Moodle', async () => {
    expect(await (await ask('moodle')).json()).toMatchObject({ scope: nrpsScope });
  });

  test('leaves nothing of the request in Canvas', async () => {
    const answer = await ask('canvas');
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_scope' })]);
  });
});

describe('the audience of an assertion', () => {
  test('is compared with the token address by Canvas', async () => {
    pair = await startPair('canvas');
    const answer = await pair.tool.requestToken(
      [nrpsScope],
      await pair.tool.assertion({ aud: 'https://elsewhere.example' }),
    );
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  test('does not interest Moodle', async () => {
    pair = await startPair('moodle');
    const answer = await pair.tool.requestToken(
      [nrpsScope],
      await pair.tool.assertion({ aud: 'https://elsewhere.example' }),
    );
    expect(answer.status).toBe(200);
  });
});
