import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { at } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const change = (call: Client, current: string, chosen: string) =>
  call(endpoints.changePassword, { body: { current, password: chosen } });
const signIn = (call: Client, email: string, given: string) =>
  call(endpoints.signIn, { body: { email, password: given } });
const sessionsOf = async (call: Client) => (await call(endpoints.listSessions, {})).sessions;

describe('changing the password', () => {
  test('takes the one before, and ends the other sessions', async () => {
    const person = await addApprentice(api.database);
    const [here, there] = [await api.signedIn(person), await api.signedIn(person)];
    await change(here, password, goodPassword);
    expect((await here(endpoints.currentSession, {})).person.id).toBe(person.id);
    expect(await refusalOf(there(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(signIn(api.nobody, person.email, password))).toBe('401 wrong-credentials');
    await signIn(browserOf(api), person.email, goodPassword);
  });
  test.each([
    ['guess', goodPassword, '403 wrong-password'],
    [password, 'short', '422 password-too-short'],
    [password, 'x'.repeat(513), '422 password-too-long'],
    [password, 'Password1234', '422 password-common'],
    [password, 'apprentice.apprentice', '422 password-personal'],
    [password, '', '400 invalid-request'],
  ])('from %j to %j is refused, and changes nothing', async (current, chosen, refusal) => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    expect(await refusalOf(change(call, current, chosen))).toBe(refusal);
    await signIn(browserOf(api), person.email, password);
  });
  test('is stopped after ten wrong guesses for a quarter of an hour', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    for (let guess = 0; guess < 10; guess += 1)
      expect(await refusalOf(change(call, 'guess', goodPassword))).toBe('403 wrong-password');
    expect(await refusalOf(change(call, password, goodPassword))).toBe('429 too-many-attempts');
    await api.clock.during(at('2026-03-04T15:15:00Z'), () => change(call, password, goodPassword));
  });
});

describe('sessions', () => {
  test('are listed with where they are open, since when and when last used', async () => {
    const person = await addApprentice(api.database);
    const call = await api.signedIn(person);
    await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/5.0 (iPhone) Version/18.5 Safari/604.1' },
      body: JSON.stringify({ email: person.email, password }),
    });
    await api.clock.during(at('2026-03-04T15:05:00Z'), () => call(endpoints.currentSession, {}));
    const [first, second, ...more] = await sessionsOf(call);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ isCurrent: true, since: '2026-03-04T15:00:00.000Z' });
    expect(first?.lastUsedAt).toBe('2026-03-04T15:05:00.000Z');
    expect(second).toMatchObject({ isCurrent: false, device: 'Safari on iPhone' });
    expect(second?.lastUsedAt).toBe('2026-03-04T15:00:00.000Z');
  });
  test('are ended one by one, each by its own person', async () => {
    const person = await addApprentice(api.database);
    const [here, there] = [await api.signedIn(person), await api.signedIn(person)];
    const other = (await sessionsOf(here)).find(({ isCurrent }) => !isCurrent)?.id ?? '';
    const end = (call: Client, session: string) => call(endpoints.endSession, { params: { session } });
    expect(await refusalOf(end(await api.as(people.hugo), other))).toBe('404 not-found');
    await end(here, other);
    expect(await refusalOf(there(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(end(here, other))).toBe('404 not-found');
    expect(await refusalOf(end(here, newId()))).toBe('404 not-found');
    expect(await refusalOf(end(here, 'all'))).toBe('400 invalid-request');
  });
  test('are ended all but the one that is used', async () => {
    const person = await addApprentice(api.database);
    const [here, ...others] = [await api.signedIn(person), await api.signedIn(person), await api.signedIn(person)];
    await here(endpoints.endOtherSessions, {});
    expect(await sessionsOf(here)).toHaveLength(1);
    for (const call of others) expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    await (await api.as(people.hugo))(endpoints.currentSession, {});
  });
  test('are ended by a fresh sign-in alone, but for the one that is used', async () => {
    const person = await addApprentice(api.database);
    const [here, there] = [await api.signedIn(person), await api.signedIn(person)];
    const other = (await sessionsOf(here)).find(({ isCurrent }) => !isCurrent)?.id ?? '';
    await api.clock.during(at('2026-03-04T15:16:00Z'), async () => {
      const acts = [
        () => here(endpoints.endSession, { params: { session: other } }),
        () => here(endpoints.endOtherSessions, {}),
      ];
      for (const act of acts) expect(await refusalOf(act())).toBe('403 fresh-sign-in-needed');
      await there(endpoints.currentSession, {});
      await here(endpoints.freshenSession, { body: { password, step: null } });
      for (const act of acts) await act();
      expect(await refusalOf(there(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    });
    const stale = await api.signedIn(person);
    await api.clock.during(at('2026-03-04T16:00:00Z'), () => stale(endpoints.signOut, {}));
    expect(await refusalOf(stale(endpoints.currentSession, {}))).toBe('401 not-signed-in');
  });
  test('end the one before when somebody signs in again in the same browser', async () => {
    const person = await addApprentice(api.database);
    const before = await api.cookieOf(person);
    const call = browserOf(api);
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: before },
      body: JSON.stringify({ email: person.email, password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(cookie).not.toBe(before);
    const ask = (value: string) => fetch(`${api.url}/api/session`, { headers: { cookie: value } });
    expect([(await ask(before)).status, (await ask(cookie)).status]).toEqual([401, 200]);
    expect(await refusalOf(call(endpoints.listSessions, {}))).toBe('401 not-signed-in');
  });
  test('end when nobody used them for four hours', async () => {
    const person = await addApprentice(api.database);
    const call = await api.as(person);
    await api.clock.during(at('2026-03-04T18:30:00Z'), () => call(endpoints.currentSession, {}));
    await api.clock.during(at('2026-03-04T22:29:59Z'), () => call(endpoints.currentSession, {}));
    await api.clock.during(at('2026-03-05T02:30:00Z'), async () => {
      expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    });
  });
});
