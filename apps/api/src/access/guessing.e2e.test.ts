import { createClient, endpoints } from '@journeybook/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { keepCookies } from '../testing/keep-cookies.js';
import { tokenIn } from '../testing/letters.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password } from '../testing/world.js';

const checked = vi.hoisted(() => ({ count: 0 }));
vi.mock('./password.js', async (original) => {
  const real = await original<typeof import('./password.js')>();
  return {
    ...real,
    isPassword: (...given: Parameters<typeof real.isPassword>) => {
      checked.count += 1;
      // That a check takes its time is not what is tested, and hundreds of them take long.
      return given[0] === 'guess' ? Promise.resolve(false) : real.isPassword(...given);
    },
  };
});

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ TRUSTED_PROXIES: 'loopback' });
  await buildWorld(api.database);
});
afterAll(() => api.stop());
afterEach(() => void (checked.count = 0));

/** Somebody at this address of the network, as a trusted proxy tells it. */
const from =
  (address: string): typeof fetch =>
  (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-for', address);
    return fetch(url, { ...init, headers });
  };

const signInFrom = (address: string, email: string, given = 'guess') =>
  createClient({ baseUrl: api.url, fetch: from(address) })(endpoints.signIn, { body: { email, password: given } });

/** Many wrong guesses at once: how many were looked at, and what was answered. */
async function guess(email: string, times: number, address: (index: number) => string) {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, index) => refusalOf(signInFrom(address(index), email))),
  );
  return { checked: checked.count, wrong: answers.filter((one) => one === '401 wrong-credentials').length };
}
const everywhere = (index: number) => `198.51.${index >> 8}.${index & 255}`;

describe('guessing a password', () => {
  test('200 times at once from one place is looked at ten times', async () => {
    const { email } = await addApprentice(api.database);
    expect(await guess(email, 200, () => '192.0.2.1')).toEqual({ checked: 10, wrong: 10 });
    expect(await refusalOf(signInFrom('192.0.2.1', email, password))).toBe('429 too-many-attempts');
  });
  test('200 times at once from 200 places is looked at a hundred times', async () => {
    const { email } = await addApprentice(api.database);
    expect(await guess(email, 200, everywhere)).toEqual({ checked: 100, wrong: 100 });
    expect(await refusalOf(signInFrom('203.0.113.9', email, password))).toBe('429 too-many-attempts');
  });
  test('from one network of IPv6 is from one place, whatever the rest of the address', async () => {
    const { email } = await addApprentice(api.database);
    expect((await guess(email, 30, (index) => `2001:db8:7:7::${index + 1}`)).checked).toBe(10);
  });
  test('of one account in vain leaves every other account open, from the same place too', async () => {
    const { email } = await addApprentice(api.database);
    await guess(email, 20, () => '192.0.2.2');
    const other = await addApprentice(api.database);
    expect((await signInFrom('192.0.2.2', other.email, password)).person.id).toBe(other.id);
  });
  test('from one place in vain leaves the account open to its owner elsewhere', async () => {
    const { email } = await addApprentice(api.database);
    await guess(email, 200, () => '192.0.2.3');
    expect((await signInFrom('203.0.113.5', email, password)).person.email).toBe(email);
  });
  test('at an address that nobody has is stopped alike', async () => {
    expect(await guess('no.one@people.example', 20, () => '192.0.2.4')).toEqual({ checked: 10, wrong: 10 });
  });
  test('makes one wait the longer the more often', async () => {
    const { email } = await addApprentice(api.database);
    const waits: unknown[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      await guess(email, 10, () => '192.0.2.5');
      const problem = await problemOf(signInFrom('192.0.2.5', email));
      waits.push(problem.facts?.['seconds'], problem.detail);
      api.clock.pass(1);
    }
    expect(waits).toEqual([
      ...Array.from({ length: 3 }, () => [60, 'Too many attempts. Wait a minute and try again.']).flat(),
      // The forty-first of the hour.
      57 * 60,
      'Too many attempts. Wait 57 minutes and try again.',
      56 * 60,
      'Too many attempts. Wait 56 minutes and try again.',
    ]);
  });
  test('is answered with when to come again', async () => {
    const { email } = await addApprentice(api.database);
    await guess(email, 11, () => '192.0.2.6');
    const response = await from('192.0.2.6')(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  });
});

describe('a browser in which somebody has signed in before', () => {
  test('lets them in while strangers everywhere guess, and whatever the address it comes from', async () => {
    const { email } = await addApprentice(api.database);
    const cookies = keepCookies();
    const own = (address: string) =>
      createClient({
        baseUrl: api.url,
        fetch: (url, init) => cookies(url, { ...init, headers: withPlace(init, address) }),
      });
    await own('203.0.113.1')(endpoints.signIn, { body: { email, password } });
    await own('203.0.113.1')(endpoints.signOut, {});
    await guess(email, 200, everywhere);
    await guess(email, 30, () => '203.0.113.1');
    for (const address of ['203.0.113.1', '203.0.113.2'])
      expect((await own(address)(endpoints.signIn, { body: { email, password } })).person.email).toBe(email);
  });
  test('may guess no more often than one place', async () => {
    const { email } = await addApprentice(api.database);
    const call = browserOf(api);
    await call(endpoints.signIn, { body: { email, password } });
    checked.count = 0;
    const again = () => call(endpoints.signIn, { body: { email, password: 'guess' } });
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusalOf(again())));
    expect([checked.count, answers.filter((one) => one === '401 wrong-credentials').length]).toEqual([10, 10]);
  });
  test('is a stranger’s to everybody else', async () => {
    const [mine, theirs] = [await addApprentice(api.database), await addApprentice(api.database)];
    const call = browserOf(api);
    await call(endpoints.signIn, { body: { email: mine.email, password } });
    await guess(theirs.email, 200, everywhere);
    expect(await refusalOf(call(endpoints.signIn, { body: { email: theirs.email, password } }))).toBe(
      '429 too-many-attempts',
    );
  });
  test('is also the one in which somebody chose a new password by the link to their address', async () => {
    const { email } = await addApprentice(api.database);
    await guess(email, 200, everywhere);
    await api.nobody(endpoints.forgotPassword, { body: { email } });
    await vi.waitUntil(async () => (await api.lettersTo(email)).length === 1);
    const call = browserOf(api);
    const token = tokenIn((await api.lettersTo(email))[0]);
    await call(endpoints.resetPassword, { body: { token, password: goodPassword } });
    const session = await call(endpoints.signIn, { body: { email, password: goodPassword } });
    expect(session.person.email).toBe(email);
  });
  test('keeps the token that it is known by, and only one of ours', async () => {
    const [one, other] = [await addApprentice(api.database), await addApprentice(api.database)];
    const deviceAfter = async (email: string, cookie: string) => {
      const response = await fetch(`${api.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ email, password }),
      });
      return /journeybook_device=[^;]+/.exec(response.headers.getSetCookie().join(' '))?.[0] ?? '';
    };
    const first = await deviceAfter(one.email, 'journeybook_device=planted');
    expect(first).toMatch(/=[\w-]{43}$/);
    expect(await deviceAfter(other.email, first)).toBe(first);
  });
});

function withPlace(init: RequestInit | undefined, address: string): Headers {
  const headers = new Headers(init?.headers);
  headers.set('x-forwarded-for', address);
  return headers;
}
