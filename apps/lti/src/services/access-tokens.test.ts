import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { PlatformError } from '../protocol/platform-error.js';
import { claim, scope } from '../protocol/claim-names.js';
import { createAccessTokens, type TokenRequest } from './access-tokens.js';
import type { PlatformHttp } from './platform-http.js';

const registration = {
  id: 'r1',
  issuer: 'https://lms.example',
  clientId: 'client-1',
  authUrl: 'https://lms.example/auth',
  tokenUrl: 'https://lms.example/token',
  jwksUrl: 'https://lms.example/jwks',
  tokenAudience: null,
  profile: 'generic' as const,
  name: 'LMS',
};
const request: TokenRequest = { registration, deploymentId: '1', scopes: [scope.score] };

const unsigned = (claims: object) =>
  `${btoa('{"alg":"none"}')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;

/** A token service with a clock. */
function tokenService(answer: (asked: URLSearchParams) => object = () => ({}), status = 200) {
  const state = { now: Date.parse('2026-11-23T12:00:00Z'), asked: [] as URLSearchParams[] };
  const http: PlatformHttp = async ({ body }) => {
    const asked = new URLSearchParams(body);
    state.asked.push(asked);
    await Promise.resolve();
    const token = {
      access_token: `token-${state.asked.length}`,
      token_type: 'Bearer',
      expires_in: 3600,
      ...answer(asked),
    };
    return { status, headers: { 'content-type': 'text/html' }, body: JSON.stringify(token) };
  };
  const keys = {
    sign: async (claims: object) => unsigned(claims),
    publicKeys: () => ({ keys: [] }),
    rotate: async () => undefined,
  };
  return { state, tokens: createAccessTokens(http, keys, () => state.now) };
}

describe('an access token', () => {
  test('is asked for with a short-lived assertion that names the client and the deployment', async () => {
    const { state, tokens } = tokenService();
    expect(await tokens.get(request)).toBe('token-1');

    expect(state.asked[0]?.get('scope')).toBe(scope.score);
    expect(decodeJwt(state.asked[0]?.get('client_assertion') ?? '')).toEqual({
      iss: 'client-1',
      sub: 'client-1',
      aud: 'https://lms.example/token',
      iat: 1795435200,
      exp: 1795435500,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      [claim.deploymentId]: '1',
    });
  });

  test('is addressed to the audience of the registration when it has one', async () => {
    const { state, tokens } = tokenService();
    await tokens.get({ ...request, registration: { ...registration, tokenAudience: 'https://auth.example' } });
    expect(decodeJwt(state.asked[0]?.get('client_assertion') ?? '').aud).toBe('https://auth.example');
  });

  test('is asked for anew when the token address or the client id was corrected', async () => {
    const { state, tokens } = tokenService();
    await tokens.get(request);
    for (const part of [{ tokenUrl: 'https://lms.example/oauth2' }, { clientId: 'client-2' }])
      await tokens.get({ ...request, registration: { ...registration, ...part } });
    expect(state.asked).toHaveLength(3);
  });

  test('is asked for once by any number of calls at the same time', async () => {
    const { state, tokens } = tokenService();
    const got = await Promise.all(Array.from({ length: 10 }, () => tokens.get(request)));
    expect(new Set(got)).toEqual(new Set(['token-1']));
    expect(state.asked).toHaveLength(1);
  });

  test('is kept until a minute before it ends', async () => {
    const { state, tokens } = tokenService();
    await tokens.get(request);
    state.now += 3_539_000;
    expect(await tokens.get(request)).toBe('token-1');
    state.now += 2_000;
    expect(await tokens.get(request)).toBe('token-2');
  });

  test('is asked for anew once a service has refused it', async () => {
    const { tokens } = tokenService();
    tokens.evict(await tokens.get(request));
    expect(await tokens.get(request)).toBe('token-2');
  });

  test('serves one deployment and one set of scopes', async () => {
    const { state, tokens } = tokenService();
    await tokens.get(request);
    await tokens.get({ ...request, deploymentId: '2' });
    await tokens.get({ ...request, scopes: [scope.resultRead] });
    expect(state.asked).toHaveLength(3);
  });

  test('is of no use when the platform grants less than was asked for', async () => {
    const { tokens } = tokenService(() => ({ scope: scope.resultRead }));
    await expect(tokens.get(request)).rejects.toThrow(`does not grant ${scope.score}`);
  });

  test('is asked for again after a failure', async () => {
    const failing = tokenService(() => ({ error: 'invalid_client' }), 400);
    await expect(failing.tokens.get(request)).rejects.toThrow(PlatformError);
    await expect(failing.tokens.get(request)).rejects.toThrow('invalid_client');
    expect(failing.state.asked).toHaveLength(2);
  });
});
