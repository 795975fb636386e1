import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { afterPassword, giveCode, giveRecoveryCode, setUpAuthenticator } from '../testing/second-factor.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password } from '../testing/world.js';
import { codeAt } from './authenticator-code.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const codeNow = (secret: string) => codeAt(secret, api.clock.now());
const letter = (email: string, words: string) =>
  vi.waitUntil(async () => (await api.lettersTo(email)).find((text) => text.includes(words)));

describe('signing in with a code of the app', () => {
  test('asks for it after the password, and opens a session with it', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    const call = browserOf(api);
    const asked = await problemOf(call(endpoints.signIn, { body: { email: person.email, password } }));
    expect(asked).toMatchObject({
      status: 403,
      kind: 'second-factor-asked',
      facts: { ways: ['code', 'recovery-code'] },
    });
    expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    const session = await giveCode(call, codeNow(secret));
    expect(session).toMatchObject({ person: { id: person.id }, secondFactor: { has: true, needed: 'no' } });
    expect((await call(endpoints.currentSession, {})).person.id).toBe(person.id);
  });
  test('binds the two steps by a cookie that scripts cannot read, for five minutes', async () => {
    const person = await addApprentice(api.database);
    await setUpAuthenticator(api, person);
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password }),
    });
    const [cookie = '', ...more] = response.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(cookie.split('; ').slice(1)).toEqual([
      'Max-Age=300',
      'Path=/api/session',
      expect.stringMatching(/^Expires=/),
      'HttpOnly',
      'SameSite=Strict',
    ]);
    const token = /journeybook_pending=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect(JSON.stringify(await response.json())).not.toContain(token);
  });
  test('refuses a wrong code, and takes the right one after it', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    const call = await afterPassword(api, person);
    const right = codeNow(secret);
    expect(await refusalOf(giveCode(call, right === '000000' ? '000001' : '000000'))).toBe('403 wrong-code');
    expect(await refusalOf(giveCode(call, 'abc'))).toBe('403 wrong-code');
    expect(await refusalOf(giveCode(call, ' '))).toBe('400 invalid-request');
    await giveCode(call, right);
  });
  test('refuses a code that was used, in another browser too, and the code of the setup', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    api.clock.pass(-1);
    expect(await refusalOf(giveCode(await afterPassword(api, person), codeNow(secret)))).toBe('403 code-used');
    api.clock.pass(1);
    const code = codeNow(secret);
    await giveCode(await afterPassword(api, person), code);
    expect(await refusalOf(giveCode(await afterPassword(api, person), code))).toBe('403 code-used');
  });
  test('lets in one of two who come with one code at once', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    const browsers = [await afterPassword(api, person), await afterPassword(api, person)];
    const both = await Promise.allSettled(browsers.map((call) => giveCode(call, codeNow(secret))));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
  test('takes a code of half a minute before, and none of two minutes before', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    const code = codeNow(secret);
    api.clock.pass(2);
    expect(await refusalOf(giveCode(await afterPassword(api, person), code))).toBe('403 wrong-code');
    const late = codeNow(secret);
    api.clock.pass(0.5);
    await giveCode(await afterPassword(api, person), late);
  });
  test("refuses somebody else's code", async () => {
    const [one, other] = [await addApprentice(api.database), await addApprentice(api.database)];
    await setUpAuthenticator(api, one);
    const { secret, recoveryCodes } = await setUpAuthenticator(api, other);
    const call = await afterPassword(api, one);
    expect(await refusalOf(giveCode(call, codeNow(secret)))).toBe('403 wrong-code');
    expect(await refusalOf(giveRecoveryCode(call, recoveryCodes[0] ?? ''))).toBe('403 wrong-recovery-code');
  });
  test('is over after five minutes, after five tries, and without the password before', async () => {
    const person = await addApprentice(api.database);
    const { secret } = await setUpAuthenticator(api, person);
    expect(await refusalOf(giveCode(browserOf(api), codeNow(secret)))).toBe('410 sign-in-over');
    const late = await afterPassword(api, person);
    api.clock.pass(5);
    expect(await refusalOf(giveCode(late, codeNow(secret)))).toBe('410 sign-in-over');
    const guessing = await afterPassword(api, person);
    for (let tried = 0; tried < 5; tried += 1)
      expect(await refusalOf(giveRecoveryCode(guessing, 'guess'))).toBe('403 wrong-recovery-code');
    expect(await refusalOf(giveCode(guessing, codeNow(secret)))).toBe('410 sign-in-over');
  });
  test('is tried three hundred times an hour from one place', async () => {
    const guess = () =>
      fetch(`${api.url}/api/session/second-step`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'journeybook_pending=made-up' },
        body: JSON.stringify({ kind: 'code', code: '123456' }),
      });
    await api.clock.during('2026-03-06T08:00:00.000Z' as never, async () => {
      for (let tried = 0; tried < 300; tried += 1) expect((await guess()).status).toBe(410);
      expect((await guess()).status).toBe(429);
      api.clock.pass(60);
      expect((await guess()).status).toBe(410);
    });
  });
  test('is finished once', async () => {
    const person = await addApprentice(api.database);
    const { recoveryCodes } = await setUpAuthenticator(api, person);
    const response = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: person.email, password }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const finish = (code = '') =>
      fetch(`${api.url}/api/session/second-step`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ kind: 'recovery-code', code }),
      });
    expect((await finish(recoveryCodes[0])).status).toBe(200);
    expect((await finish(recoveryCodes[1])).status).toBe(410);
  });
  test('is locked for an hour after ten wrong codes in a row, from wherever, with a letter', async () => {
    const person = await addApprentice(api.database);
    const { secret, recoveryCodes } = await setUpAuthenticator(api, person);
    for (let browser = 0; browser < 2; browser += 1) {
      const call = await afterPassword(api, person);
      for (let tried = 0; tried < 5; tried += 1)
        expect(await refusalOf(giveRecoveryCode(call, 'guess'))).toBe('403 wrong-recovery-code');
    }
    expect(await refusalOf(giveCode(await afterPassword(api, person), codeNow(secret)))).toBe('429 codes-locked');
    const again = await afterPassword(api, person);
    expect(await refusalOf(giveRecoveryCode(again, recoveryCodes[0] ?? ''))).toBe('429 codes-locked');
    await letter(person.email, 'ten wrong codes in a row');
    api.clock.pass(60);
    await giveCode(await afterPassword(api, person), codeNow(secret));
  });
  test('is over when the password was changed in between', async () => {
    const person = await addApprentice(api.database);
    const { call: here, secret } = await setUpAuthenticator(api, person);
    const pending = await afterPassword(api, person);
    await here(endpoints.changePassword, { body: { current: password, password: goodPassword } });
    expect(await refusalOf(giveCode(pending, codeNow(secret)))).toBe('410 sign-in-over');
  });
  test('answers a wrong password as it answers for an address that nobody has', async () => {
    const person = await addApprentice(api.database);
    await setUpAuthenticator(api, person);
    const ask = async (email: string, given: string) => {
      const response = await fetch(`${api.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: given }),
      });
      const { requestId: _, ...problem } = (await response.json()) as Record<string, unknown>;
      return { status: response.status, problem, cookies: response.headers.getSetCookie() };
    };
    expect(await ask(person.email, 'guess')).toEqual(await ask('no.one@people.example', password));
    expect((await ask(person.email, 'guess')).cookies).toEqual([]);
  });
});

describe('a recovery code', () => {
  test('lets in once, and its owner gets a letter that says how many are left', async () => {
    const person = await addApprentice(api.database);
    const { recoveryCodes } = await setUpAuthenticator(api, person);
    const [code = ''] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    await giveRecoveryCode(await afterPassword(api, person), code.toUpperCase().replace('-', ' '));
    expect(await letter(person.email, 'one of your recovery codes')).toContain('9 are left');
    expect(await refusalOf(giveRecoveryCode(await afterPassword(api, person), code))).toBe('403 wrong-recovery-code');
  });
  test('lets nobody in once new ones were made', async () => {
    const person = await addApprentice(api.database);
    const { call, recoveryCodes } = await setUpAuthenticator(api, person);
    const renewed = (await call(endpoints.renewRecoveryCodes, {})).recoveryCodes ?? [];
    await letter(person.email, 'ten new recovery codes');
    const browser = await afterPassword(api, person);
    expect(await refusalOf(giveRecoveryCode(browser, recoveryCodes[0] ?? ''))).toBe('403 wrong-recovery-code');
    await giveRecoveryCode(browser, renewed[9] ?? '');
    expect(await call(endpoints.readSecondFactors, {})).toMatchObject({ recoveryCodesLeft: 9 });
  });
  test('is made for nobody without a second factor', async () => {
    const call = await api.as(await addApprentice(api.database));
    expect(await refusalOf(call(endpoints.renewRecoveryCodes, {}))).toBe('409 no-second-factor');
  });
});

test('the database holds neither the secret of an app nor a recovery code', async () => {
  const person = await addApprentice(api.database);
  const { secret, recoveryCodes } = await setUpAuthenticator(api, person);
  const rows = await asOwner(
    api.database,
    `select sealed_secret, (select json_agg(encode(code_hash, 'escape')) from recovery_codes c where c.person_id = a.person_id)
     from authenticators a`,
  );
  const kept = JSON.stringify(rows);
  for (const told of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
    expect(kept).not.toContain(told);
});
