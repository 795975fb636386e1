import type { Client, PasskeyProof } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { browserOf } from '../testing/invite.js';
import { refusalOf, problemOf } from '../testing/refusal-of.js';
import { addPasskey, giveRecoveryCode } from '../testing/second-factor.js';
import type { PasskeyQuirks } from '../testing/soft-passkey.js';
import { SoftPasskey } from '../testing/soft-passkey.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, password } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const letter = (email: string, words: string) =>
  vi.waitUntil(async () => (await api.lettersTo(email)).find((text) => text.includes(words)));
const signIn = (call: Client, passkey: PasskeyProof) => call(endpoints.signInWithPasskey, { body: { passkey } });

/** Somebody with a passkey, signed in. */
async function withPasskey() {
  const person = await addApprentice(api.database);
  const call = await api.signedIn(person);
  return { person, call, ...(await addPasskey(call)) };
}

/** Signs in with the passkey in a browser of its own. */
async function signInWith(passkey: SoftPasskey, quirks: PasskeyQuirks = {}) {
  const call = browserOf(api);
  return signIn(call, passkey.prove(await call(endpoints.askPasskeyToSignIn, {}), quirks));
}

describe('signing in with a passkey', () => {
  test('asks for no address and no password, and is both factors', async () => {
    const { person, passkey } = await withPasskey();
    const call = browserOf(api);
    const request = await call(endpoints.askPasskeyToSignIn, {});
    expect(request).toMatchObject({ rpId: 'journeybook.example', userVerification: 'required' });
    expect(request.allowCredentials ?? []).toEqual([]);
    const session = await signIn(call, passkey.prove(request));
    expect(session).toMatchObject({ person: { id: person.id }, secondFactor: { has: true } });
    expect((await call(endpoints.currentSession, {})).person.id).toBe(person.id);
  });
  test.each([
    ['of a page of another site', { origin: 'http://journeybook.example.evil.example' }],
    ['of another port', { origin: 'http://journeybook.example:8080' }],
    ['for another domain', { domain: 'evil.example' }],
    ['without a fingerprint, face or PIN', { userVerified: false }],
    ['of another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['of another person', { userHandle: Buffer.from(newId()).toString('base64url') }],
  ] as const)('is refused to an answer %s', async (_, quirks) => {
    const { passkey } = await withPasskey();
    expect(await refusalOf(signInWith(passkey, quirks))).toBe('403 passkey-refused');
    await signInWith(passkey);
  });
  test('is refused when the count goes back, as that of a copy does', async () => {
    const { passkey } = await withPasskey();
    await signInWith(passkey, { counter: 5 });
    for (const counter of [5, 4, 0])
      expect(await refusalOf(signInWith(passkey, { counter }))).toBe('403 passkey-refused');
    await signInWith(passkey, { counter: 6 });
  });
  test('is open to a passkey that does not count', async () => {
    const { person, passkey } = await withPasskey();
    for (const counter of [0, 0]) expect((await signInWith(passkey, { counter })).person.id).toBe(person.id);
  });
  test('is refused to one that nobody has, and to one whose signature another key made', async () => {
    const { passkey } = await withPasskey();
    expect(await refusalOf(signInWith(new SoftPasskey(), { userHandle: 'AA' }))).toBe('403 passkey-refused');
    const call = browserOf(api);
    const request = await call(endpoints.askPasskeyToSignIn, {});
    const [own, other] = [passkey.prove(request), new SoftPasskey().prove(request)];
    const forged = { ...own, response: { ...own.response, signature: other.response.signature } };
    expect(await refusalOf(signIn(call, forged))).toBe('403 passkey-refused');
  });
  test('takes a challenge once, in the browser that asked, for five minutes', async () => {
    const { passkey } = await withPasskey();
    const call = browserOf(api);
    const proof = passkey.prove(await call(endpoints.askPasskeyToSignIn, {}));
    expect(await refusalOf(signIn(browserOf(api), proof))).toBe('410 challenge-over');
    await signIn(call, proof);
    expect(await refusalOf(signIn(call, proof))).toBe('410 challenge-over');
    const request = await call(endpoints.askPasskeyToSignIn, {});
    api.clock.pass(5);
    expect(await refusalOf(signIn(call, passkey.prove(request)))).toBe('410 challenge-over');
  });
  test('takes no challenge that was given to add one, nor the other way round', async () => {
    const { call, passkey } = await withPasskey();
    const toAdd = await call(endpoints.askForNewPasskey, {});
    const proof = passkey.prove({ challenge: toAdd.challenge, rpId: '', userVerification: 'required' });
    expect(await refusalOf(signIn(call, proof))).toBe('410 challenge-over');
    const request = await browserOf(api)(endpoints.askPasskeyToSignIn, {});
    const made = new SoftPasskey().make({ ...toAdd, challenge: request.challenge });
    expect(await refusalOf(call(endpoints.addPasskey, { body: { name: 'Other', passkey: made } }))).toBe(
      '403 passkey-refused',
    );
  });
  test.each([{}, { id: 'x' }, { id: '!', rawId: '!', type: 'public-key' }])('reads no %j as one', async (passkey) => {
    const call = browserOf(api)(endpoints.signInWithPasskey, { body: { passkey: passkey as never } });
    expect(await refusalOf(call)).toBe('400 invalid-request');
  });
});

describe('passkeys of an account', () => {
  test('are added with a name; with the first one come recovery codes, and sessions elsewhere end', async () => {
    const person = await addApprentice(api.database);
    const [call, elsewhere] = [await api.signedIn(person), await api.signedIn(person)];
    const { recoveryCodes } = await addPasskey(call, ' Work phone ');
    expect(recoveryCodes).toHaveLength(10);
    expect(await refusalOf(elsewhere(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    expect((await addPasskey(call, 'Laptop')).recoveryCodes).toEqual([]);
    const { passkeys } = await call(endpoints.readSecondFactors, {});
    expect(passkeys.map(({ name, lastUsedAt }) => [name, lastUsedAt])).toEqual([
      ['Work phone', null],
      ['Laptop', null],
    ]);
    await letter(person.email, 'the passkey “Laptop” opens your account');
  });
  test('ask for more than the password from then on', async () => {
    const { person, recoveryCodes } = await withPasskey();
    const call = browserOf(api);
    const asked = await problemOf(call(endpoints.signIn, { body: { email: person.email, password } }));
    expect(asked).toMatchObject({ kind: 'second-factor-asked', facts: { ways: ['passkey', 'recovery-code'] } });
    await giveRecoveryCode(call, recoveryCodes[0] ?? '');
  });
  test('are renamed and removed by their own person', async () => {
    const { person, call, passkey } = await withPasskey();
    const other = (await withPasskey()).call;
    const [shown] = (await call(endpoints.readSecondFactors, {})).passkeys;
    const { id = '', edition = '' } = shown ?? {};
    const rename = (by: Client, name: string) =>
      by(endpoints.renamePasskey, { params: { passkey: id }, body: { name }, ifMatch: edition });
    const remove = (by: Client) => by(endpoints.removePasskey, { params: { passkey: id } });
    expect(await refusalOf(rename(other, 'Mine'))).toBe('404 not-found');
    expect(await refusalOf(remove(other))).toBe('404 not-found');
    expect(await refusalOf(rename(call, ' '))).toBe('400 invalid-request');
    await rename(call, 'Tablet');
    expect((await call(endpoints.readSecondFactors, {})).passkeys[0]?.name).toBe('Tablet');
    await remove(call);
    expect(await refusalOf(signInWith(passkey))).toBe('403 passkey-refused');
    await browserOf(api)(endpoints.signIn, { body: { email: person.email, password } });
    await letter(person.email, 'was just turned off');
  });
  test('are added once, and by an answer that holds', async () => {
    const { call, passkey } = await withPasskey();
    const add = async (made: SoftPasskey, quirks: PasskeyQuirks = {}) => {
      const body = { name: 'Phone', passkey: made.make(await call(endpoints.askForNewPasskey, {}), quirks) };
      return refusalOf(call(endpoints.addPasskey, { body }));
    };
    expect(await add(passkey)).toBe('409 passkey-known');
    for (const quirks of [{ origin: 'http://evil.example' }, { domain: 'evil.example' }, { userVerified: false }])
      expect(await add(new SoftPasskey(), quirks)).toBe('403 passkey-refused');
    const late = new SoftPasskey().make(await call(endpoints.askForNewPasskey, {}));
    api.clock.pass(5);
    expect(await refusalOf(call(endpoints.addPasskey, { body: { name: 'Late', passkey: late } }))).toBe(
      '410 challenge-over',
    );
  });
  test('are twenty at most', async () => {
    const { call } = await withPasskey();
    for (let added = 1; added < 20; added += 1) await addPasskey(call, `Phone ${added}`);
    expect(await refusalOf(call(endpoints.askForNewPasskey, {}))).toBe('409 too-many-passkeys');
  });
});

describe('proving with a passkey who one is', () => {
  test('opens sensitive acts', async () => {
    const { call, passkey } = await withPasskey();
    api.clock.pass(16);
    expect(await refusalOf(call(endpoints.renewRecoveryCodes, {}))).toBe('403 fresh-sign-in-needed');
    const request = await call(endpoints.askPasskeyToFreshen, {});
    expect(request.allowCredentials?.map(({ id }) => id)).toEqual([passkey.id]);
    await call(endpoints.freshenWithPasskey, { body: { passkey: passkey.prove(request) } });
    await call(endpoints.renewRecoveryCodes, {});
  });
  test("is refused to somebody else's", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    api.clock.pass(16);
    const proof = other.passkey.prove(await one.call(endpoints.askPasskeyToFreshen, {}));
    expect(await refusalOf(one.call(endpoints.freshenWithPasskey, { body: { passkey: proof } }))).toBe(
      '403 passkey-refused',
    );
    expect(await refusalOf(one.call(endpoints.renewRecoveryCodes, {}))).toBe('403 fresh-sign-in-needed');
  });
});
