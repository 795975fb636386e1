import { describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/accepted.js';
import { college, elsewhere } from '../testing/build.js';
import { connectPlatform } from './connect-platform.js';

const addresses = { authUrl: 'https://a/auth', tokenUrl: 'https://a/token', jwksUrl: 'https://a/keys' };
const connect = (facts: Partial<Parameters<typeof connectPlatform>[1]>) =>
  connectPlatform(addresses, { college, known: null, deployments: [], ...facts });
const deployment = { deploymentId: '7', status: 'active', college: elsewhere } as const;

describe('connecting a platform by hand', () => {
  test('adds one that is not known, and shares one that is', () => {
    expect(connect({})).toEqual({ ok: true, value: 'new' });
    expect(connect({ known: { ...addresses } })).toEqual({ ok: true, value: 'shared' });
  });
  test.each(['authUrl', 'tokenUrl', 'jwksUrl'] as const)('never gives a known platform another %s', (name) => {
    expect(refusalOf(connect({ known: { ...addresses, [name]: 'https://b' } }))).toBe('platform-known-otherwise');
  });
  test.each(['active', 'blocked', 'pending'] as const)(
    'never takes an installation that is %s for another college',
    (status) => {
      expect(refusalOf(connect({ known: addresses, deployments: [{ ...deployment, status }] }))).toBe(
        'deployment-taken',
      );
    },
  );
  test('claims an installation that waits, and keeps one’s own', () => {
    const waiting = { ...deployment, status: 'pending', college: null } as const;
    expect(connect({ known: addresses, deployments: [waiting, { ...deployment, college }] }).ok).toBe(true);
  });
});
