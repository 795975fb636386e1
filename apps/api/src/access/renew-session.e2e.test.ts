import { createClient, endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { keepCookies } from '../testing/keep-cookies.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const stale = '403 fresh-sign-in-needed';

/** Sends one request with this cookie, as a tab does that was under way: the cookie that it is given, and the status. */
async function send(method: 'GET' | 'POST' | 'DELETE', path: string, cookie: string, body?: object) {
  const response = await fetch(api.url + path, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const given = response.headers.getSetCookie().find((one) => one.startsWith('journeybook_session='));
  const { kind } = response.status >= 400 ? ((await response.json()) as { kind: string }) : { kind: '' };
  return { answer: kind === '' ? String(response.status) : `${response.status} ${kind}`, cookie: given?.split(';')[0] };
}
const freshen = (cookie: string, given = password) =>
  send('POST', '/api/session/fresh', cookie, { password: given, step: null });
const read = async (cookie: string) => (await send('GET', '/api/session', cookie)).answer;
const actSensitively = async (cookie: string) => (await send('POST', '/api/account/authenticator', cookie)).answer;

/** A session that was opened sixteen minutes ago. */
async function staleSession() {
  const person = await addApprentice(api.database);
  const cookie = await api.cookieOf(person);
  api.clock.pass(16);
  return { person, cookie };
}

describe('proving oneself again', () => {
  test('gives the browser a token nobody had before, and makes that one fresh alone', async () => {
    const { cookie } = await staleSession();
    const renewed = (await freshen(cookie)).cookie ?? '';
    expect(renewed).toMatch(/^journeybook_session=[\w-]{43}$/);
    expect(renewed).not.toBe(cookie);
    expect(await actSensitively(cookie)).toBe(stale);
    expect(await actSensitively(renewed)).toBe('200');
  });
  test('ends the token before, after half a minute for what was under way', async () => {
    const { cookie } = await staleSession();
    const renewed = (await freshen(cookie)).cookie ?? '';
    expect(await read(cookie)).toBe('200');
    api.clock.pass(0.5);
    expect(await read(cookie)).toBe('401 not-signed-in');
    expect(await read(renewed)).toBe('200');
  });
  test('signs out no other tab: what they send at the same time is done', async () => {
    const { cookie } = await staleSession();
    const [renewed, ...parallel] = await Promise.all([
      freshen(cookie),
      ...Array.from({ length: 8 }, () => send('GET', '/api/session', cookie)),
    ]);
    expect(parallel.map(({ answer }) => answer)).toEqual(Array.from({ length: 8 }, () => '200'));
    expect(await read(renewed.cookie ?? '')).toBe('200');
  });
  test('in two tabs at once makes one token, which both have', async () => {
    const { person, cookie } = await staleSession();
    const both = await Promise.all([freshen(cookie), freshen(cookie)]);
    expect(both.map(({ answer }) => answer)).toEqual(['204', '204']);
    const given = both.flatMap(({ cookie: one }) => one ?? []);
    expect(given).toHaveLength(1);
    expect(await actSensitively(given[0] ?? '')).toBe('200');
    const where = `where person_id = '${person.id}' and not replaced`;
    expect(await asOwner(api.database, `select 1 from sessions ${where}`)).toHaveLength(1);
  });
  test('keeps the token when it is not proven', async () => {
    const { cookie } = await staleSession();
    expect(await freshen(cookie, 'guess')).toEqual({ answer: '403 wrong-password', cookie: undefined });
    api.clock.pass(1);
    expect(await read(cookie)).toBe('200');
  });
  test('makes the session no longer, and shows it once', async () => {
    const person = await addApprentice(api.database);
    const browser = createClient({ baseUrl: api.url, fetch: keepCookies() });
    await browser(endpoints.signIn, { body: { email: person.email, password } });
    const [before] = (await browser(endpoints.listSessions, {})).sessions;
    api.clock.pass(60);
    await browser(endpoints.freshenSession, { body: { password, step: null } });
    const { sessions } = await browser(endpoints.listSessions, {});
    expect(sessions).toMatchObject([{ device: before?.device, since: before?.since, isCurrent: true }]);
    for (let used = 0; used < 4; used += 1) {
      api.clock.pass(160);
      await browser(endpoints.currentSession, {});
    }
    api.clock.pass(20);
    expect(await refusalOf(browser(endpoints.currentSession, {}))).toBe('401 not-signed-in');
  });
  test('is over for both tokens when one signs out everywhere', async () => {
    const { person, cookie } = await staleSession();
    const renewed = (await freshen(cookie)).cookie ?? '';
    const elsewhere = await api.cookieOf(person);
    await send('DELETE', '/api/account/sessions', elsewhere);
    expect([await read(cookie), await read(renewed), await read(elsewhere)]).toEqual([
      '401 not-signed-in',
      '401 not-signed-in',
      '200',
    ]);
  });
});
