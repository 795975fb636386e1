import { endpoints } from '@journeybook/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { browserOf, goodPassword } from '../testing/invite.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addPasskey, afterPassword, giveCode, setUpAuthenticator } from '../testing/second-factor.js';
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

describe('setting an authenticator app up', () => {
  test('needs a first code, tells ten recovery codes once, ends sessions elsewhere, and sends a letter', async () => {
    const person = await addApprentice(api.database);
    const [call, elsewhere] = [await api.signedIn(person), await api.signedIn(person)];
    const { secret, uri } = await call(endpoints.startAuthenticator, {});
    expect(new URL(uri).searchParams.get('secret')).toBe(secret);
    expect(await call(endpoints.readSecondFactors, {})).toEqual({
      authenticatorSince: null,
      passkeys: [],
      recoveryCodesLeft: 0,
      hasPassword: true,
      comesByProvider: false,
    });
    const confirm = (code: string) => call(endpoints.confirmAuthenticator, { body: { code } });
    expect(await refusalOf(confirm('12345'))).toBe('403 wrong-code');
    await elsewhere(endpoints.currentSession, {});
    const { recoveryCodes } = await confirm(codeNow(secret));
    expect(recoveryCodes).toHaveLength(10);
    expect(await refusalOf(elsewhere(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect(await call(endpoints.readSecondFactors, {})).toMatchObject({
      authenticatorSince: api.clock.now(),
      recoveryCodesLeft: 10,
    });
    await letter(person.email, 'a password alone does not open your account');
  });
  test('is over after a quarter of an hour, and is confirmed once', async () => {
    const person = await addApprentice(api.database);
    const call = await api.signedIn(person);
    const confirm = (secret: string) => call(endpoints.confirmAuthenticator, { body: { code: codeNow(secret) } });
    expect(await refusalOf(call(endpoints.confirmAuthenticator, { body: { code: '123456' } }))).toBe('410 setup-over');
    const { secret } = await call(endpoints.startAuthenticator, {});
    api.clock.pass(15);
    expect(await refusalOf(confirm(secret))).toBe('410 setup-over');
    const again = await call(endpoints.startAuthenticator, {});
    await confirm(again.secret);
    expect(await refusalOf(confirm(again.secret))).toBe('410 setup-over');
  });
  test('takes the place of the app before, whose codes let nobody in any more; the recovery codes stay', async () => {
    const person = await addApprentice(api.database);
    const { call, secret: before } = await setUpAuthenticator(api, person);
    const { secret } = await call(endpoints.startAuthenticator, {});
    await giveCode(await afterPassword(api, person), codeNow(before));
    api.clock.pass(1);
    expect(await call(endpoints.confirmAuthenticator, { body: { code: codeNow(secret) } })).toEqual({
      recoveryCodes: null,
    });
    api.clock.pass(1);
    const pending = await afterPassword(api, person);
    expect(await refusalOf(giveCode(pending, codeNow(before)))).toBe('403 wrong-code');
    await giveCode(pending, codeNow(secret));
    await letter(person.email, 'codes of another phone');
  });
});

describe('turning it off', () => {
  test('lets a password in again, ends sessions elsewhere, and sends a letter', async () => {
    const person = await addApprentice(api.database);
    const { call, secret } = await setUpAuthenticator(api, person);
    const elsewhere = await afterPassword(api, person);
    await giveCode(elsewhere, codeNow(secret));
    await call(endpoints.removeAuthenticator, {});
    expect(await refusalOf(elsewhere(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    await browserOf(api)(endpoints.signIn, { body: { email: person.email, password } });
    expect(await call(endpoints.readSecondFactors, {})).toMatchObject({
      authenticatorSince: null,
      recoveryCodesLeft: 0,
    });
    expect(await refusalOf(call(endpoints.removeAuthenticator, {}))).toBe('409 no-second-factor');
    await letter(person.email, 'was just turned off');
  });
  test('leaves a passkey to ask for, and the recovery codes', async () => {
    const person = await addApprentice(api.database);
    const { call } = await setUpAuthenticator(api, person);
    await addPasskey(call);
    await call(endpoints.removeAuthenticator, {});
    expect(await call(endpoints.readSecondFactors, {})).toMatchObject({ recoveryCodesLeft: 10 });
    await afterPassword(api, person);
    await letter(person.email, 'Your passkeys do.');
  });
});

describe('a sensitive act', () => {
  test('needs a sign-in of the last 15 minutes, or to prove again who one is', async () => {
    const person = await addApprentice(api.database);
    const call = await api.signedIn(person);
    const start = () => call(endpoints.startAuthenticator, {});
    const freshen = (given: string) => call(endpoints.freshenSession, { body: { password: given, step: null } });
    await start();
    api.clock.pass(15.1);
    expect(await refusalOf(start())).toBe('403 fresh-sign-in-needed');
    expect(await refusalOf(freshen('guess'))).toBe('403 wrong-password');
    expect(await refusalOf(start())).toBe('403 fresh-sign-in-needed');
    await freshen(password);
    await start();
  });
  test('needs the second step as well where there is one', async () => {
    const person = await addApprentice(api.database);
    const { call, secret, recoveryCodes } = await setUpAuthenticator(api, person);
    const acts = {
      startAuthenticator: () => call(endpoints.startAuthenticator, {}),
      removeAuthenticator: () => call(endpoints.removeAuthenticator, {}),
      renewRecoveryCodes: () => call(endpoints.renewRecoveryCodes, {}),
      askForNewPasskey: () => call(endpoints.askForNewPasskey, {}),
      removePasskey: () => call(endpoints.removePasskey, { params: { passkey: person.id } }),
      changePassword: () => call(endpoints.changePassword, { body: { current: password, password: goodPassword } }),
    };
    api.clock.pass(16);
    for (const [name, act] of Object.entries(acts))
      expect([name, await refusalOf(act())]).toEqual([name, '403 fresh-sign-in-needed']);
    const freshen = (step: { kind: 'code' | 'recovery-code'; code: string } | null) =>
      call(endpoints.freshenSession, { body: { password, step } });
    expect(await refusalOf(freshen(null))).toBe('403 second-factor-asked');
    expect(await refusalOf(freshen({ kind: 'code', code: '12345' }))).toBe('403 wrong-code');
    expect(await refusalOf(acts.startAuthenticator())).toBe('403 fresh-sign-in-needed');
    const code = codeNow(secret);
    await freshen({ kind: 'code', code });
    await acts.startAuthenticator();
    expect(await refusalOf(freshen({ kind: 'code', code }))).toBe('403 code-used');
    api.clock.pass(16);
    await freshen({ kind: 'recovery-code', code: recoveryCodes[0] ?? '' });
    await acts.changePassword();
  });
  test('is stopped after ten wrong guesses at the password', async () => {
    const call = await api.as(await addApprentice(api.database));
    const freshen = (given: string) => call(endpoints.freshenSession, { body: { password: given, step: null } });
    for (let guess = 0; guess < 10; guess += 1) expect(await refusalOf(freshen('guess'))).toBe('403 wrong-password');
    expect(await refusalOf(freshen(password))).toBe('429 too-many-attempts');
  });
  test('is open in the browser where one proved it, and in no other', async () => {
    const person = await addApprentice(api.database);
    const [here, there] = [await api.signedIn(person), await api.signedIn(person)];
    api.clock.pass(16);
    await here(endpoints.freshenSession, { body: { password, step: null } });
    await here(endpoints.startAuthenticator, {});
    expect(await refusalOf(there(endpoints.startAuthenticator, {}))).toBe('403 fresh-sign-in-needed');
  });
});
