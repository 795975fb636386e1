import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PlatformAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import { createPlatformKeys } from './platform-keys.js';
import type { PlatformHttp } from './platform-http.js';

const url = 'https://lms.example/jwks';
const jwkOf = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' });
const jwk = jwkOf(2048);
const minute = 60_000;

/** A platform with a clock: publishes the named keys, or does not answer. */
function platform(...kids: string[]) {
  const state = { kids, down: false, asked: 0, now: 0 };
  const http: PlatformHttp = async (): Promise<PlatformAnswer> => {
    state.asked += 1;
    await Promise.resolve();
    if (state.down) throw new PlatformError({ kind: 'retry', seen: 'down' });
    return { status: 200, headers: {}, body: JSON.stringify({ keys: state.kids.map((kid) => ({ ...jwk, kid })) }) };
  };
  return { state, keys: createPlatformKeys(http, () => state.now) };
}

describe('a platform’s keys', () => {
  test('are asked for once by any number of launches at the same time', async () => {
    const { state, keys } = platform('a');
    const found = await Promise.all(Array.from({ length: 20 }, () => keys.find(url, 'a')));
    expect(found.every((pem) => pem?.startsWith('-----BEGIN PUBLIC KEY-----'))).toBe(true);
    expect(state.asked).toBe(1);
  });

  test('are left out when anybody could find the private half', async () => {
    const published = [
      { ...jwkOf(1024), kid: 'weak' },
      { ...jwk, kid: 'a' },
    ];
    const answer = { status: 200, headers: {}, body: JSON.stringify({ keys: published }) };
    const keys = createPlatformKeys(async () => answer);
    expect(await keys.find(url, 'weak')).toBeNull();
    expect(await keys.find(url, 'a')).not.toBeNull();
  });

  test('are kept for ten minutes', async () => {
    const { state, keys } = platform('a');
    await keys.find(url, 'a');
    state.now = 9.9 * minute;
    await keys.find(url, 'a');
    expect(state.asked).toBe(1);
    state.now = 10 * minute;
    await keys.find(url, 'a');
    expect(state.asked).toBe(2);
  });

  test('are used for a day while the platform is down, and not longer', async () => {
    const { state, keys } = platform('a');
    await keys.find(url, 'a');
    state.down = true;
    state.now = 23 * 60 * minute;
    expect(await keys.find(url, 'a')).not.toBeNull();
    state.now = 25 * 60 * minute;
    await expect(keys.find(url, 'a')).rejects.toThrow(PlatformError);
  });

  test('are asked for again when a token names a new one', async () => {
    const { state, keys } = platform('a');
    await keys.find(url, 'a');
    state.kids = ['a', 'b'];
    expect(await keys.find(url, 'b')).not.toBeNull();
    expect(state.asked).toBe(2);
  });

  test('are not asked for more than twice a minute by made-up names', async () => {
    const { state, keys } = platform('a');
    await keys.find(url, 'a');
    for (let second = 0; second < 60; second += 1) {
      state.now = second * 1000;
      expect(await keys.find(url, `made-up-${second}`)).toBeNull();
    }
    expect(state.asked).toBe(3);
  });

  test('leave a platform that is down alone for half a minute', async () => {
    const { state, keys } = platform('a');
    await keys.find(url, 'a');
    state.down = true;
    state.now = 11 * minute;
    for (let launch = 0; launch < 5; launch += 1) await keys.find(url, 'a');
    expect(state.asked).toBe(2);
  });

  test('are an outage, not a refusal, when they were never read', async () => {
    const { state, keys } = platform('a');
    state.down = true;
    await expect(keys.find(url, 'a')).rejects.toThrow(PlatformError);
    await expect(keys.find(url, 'a')).rejects.toThrow(PlatformError);
  });
});
