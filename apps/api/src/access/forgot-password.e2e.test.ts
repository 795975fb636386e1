import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { tokenIn } from '../testing/letters.js';
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

const forget = (email: string) => api.nobody(endpoints.forgotPassword, { body: { email } });
const reset = (token: string, chosen = goodPassword) =>
  api.nobody(endpoints.resetPassword, { body: { token, password: chosen } });
const signIn = (call: Client, email: string, given: string) =>
  call(endpoints.signIn, { body: { email, password: given } });

/** The link that comes by mail. */
async function linkFor(email: string, letters = 1): Promise<string> {
  await forget(email);
  await vi.waitUntil(async () => (await api.lettersTo(email)).length === letters);
  return tokenIn((await api.lettersTo(email)).at(-1));
}

describe('a forgotten password', () => {
  test('is chosen anew by a link that is sent to the address, once, and ends every session', async () => {
    const person = await addApprentice(api.database);
    const before = await api.as(person);
    const token = await linkFor(person.email.toUpperCase());
    expect((await api.lettersTo(person.email))[0]).toContain(`http://journeybook.example/reset#${token}`);
    await before(endpoints.currentSession, {});
    const both = await Promise.allSettled([reset(token), reset(token, 'silver drill summer nine')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(reset(token))).toBe('410 link-over');
    expect(await refusalOf(before(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect(await refusalOf(signIn(api.nobody, person.email, password))).toBe('401 wrong-credentials');
    const chosen = both[0]?.status === 'fulfilled' ? goodPassword : 'silver drill summer nine';
    expect((await signIn(browserOf(api), person.email, chosen)).person.id).toBe(person.id);
    await vi.waitUntil(async () => (await api.lettersTo(person.email)).length === 2);
    expect((await api.lettersTo(person.email))[1]).toContain('your password was just changed');
  });
  test('opens for an hour', async () => {
    const person = await addApprentice(api.database);
    const token = await linkFor(person.email);
    const at = (moment: string) => api.clock.during(moment as never, () => refusalOf(reset(token, 'short')));
    expect(await at('2026-03-04T15:59:59.999Z')).toBe('422 password-too-short');
    expect(await at('2026-03-04T16:00:00.000Z')).toBe('410 link-over');
  });
  test('opens by the newest link only', async () => {
    const person = await addApprentice(api.database);
    const first = await linkFor(person.email);
    const second = await linkFor(person.email, 2);
    expect(await refusalOf(reset(first))).toBe('410 link-over');
    await reset(second);
  });
  test('is not chosen badly, and the link stays', async () => {
    const person = await addApprentice(api.database);
    const token = await linkFor(person.email);
    expect(await refusalOf(reset(token, 'Password123!'))).toBe('422 password-common');
    expect(await refusalOf(reset(token, person.email))).toBe('422 password-personal');
    await reset(token);
  });
  test('is answered the same for an address that nobody has, which gets no letter', async () => {
    const ask = async (email: string) => {
      const response = await fetch(`${api.url}/api/forgotten`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });
      const said = Object.fromEntries(response.headers);
      return { status: response.status, body: await response.text(), ...said, date: '', 'x-request-id': '' };
    };
    const known = await ask(people.bela.email);
    expect(known.status).toBe(204);
    expect(await ask('no.one@people.example')).toEqual(known);
    await vi.waitUntil(async () => (await api.lettersTo(people.bela.email)).length === 1);
    expect(await api.lettersTo('no.one@people.example')).toEqual([]);
  });
  test('is sent three times an hour to one address, without a word about the fourth', async () => {
    await api.clock.during('2026-03-04T20:00:00.000Z' as never, async () => {
      for (const count of [1, 2, 3]) await linkFor(people.hugo.email, count);
      await forget(people.hugo.email.toUpperCase());
      await linkFor(people.nora.email);
      expect(await api.lettersTo(people.hugo.email)).toHaveLength(3);
      api.clock.pass(60);
      await linkFor(people.hugo.email, 4);
    });
  });
  test('is asked for twenty times an hour from one place', async () => {
    await api.clock.during('2026-03-05T08:00:00.000Z' as never, async () => {
      for (let asked = 0; asked < 20; asked += 1) await forget(`nobody.${asked}@people.example`);
      expect(await refusalOf(forget('nobody.20@people.example'))).toBe('429 too-many-attempts');
      expect(await refusalOf(forget(people.ada.email))).toBe('429 too-many-attempts');
      api.clock.pass(60);
      await forget('nobody.21@people.example');
    });
  });
});
