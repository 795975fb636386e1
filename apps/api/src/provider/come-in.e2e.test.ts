import { endpoints } from '@journeybook/contracts';
import { signToken, newKey, startProvider, unsignedToken } from '@journeybook/test-provider';
import type { Tamper, TestProvider } from '@journeybook/test-provider';
import { foundry } from '@journeybook/domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addUser, answer, comeIn, connectFoundry, openBrowser, visitProvider } from '../testing/provider.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let provider: TestProvider;
beforeAll(async () => {
  api = await startApi({ ALLOW_LOOPBACK_PROVIDERS: 'true' });
  await buildWorld(api.database);
  provider = await startProvider();
  await connectFoundry(api, provider);
  for (const { email } of Object.values(people)) addUser(provider, email);
});
afterAll(async () => {
  await provider.stop();
  await api.stop();
});
afterEach(() => provider.tamper(null));

const { grace, hugo, mona, ada } = people;

describe('coming in by the provider of one’s organisation', () => {
  test('opens a session with the roles one has, and no other', async () => {
    const browser = openBrowser(api);
    const ended = await comeIn(browser, provider, { email: grace.email });
    expect(ended).toMatchObject({ kind: 'signed-in', session: { person: { id: grace.id } } });
    const session = await browser.call(endpoints.currentSession, {});
    expect(session.roles.map(({ role }) => role)).toEqual(['mentor']);
  });
  test('knows the person by the subject afterwards, whatever the provider calls them', async () => {
    const login = 'hugo-1';
    provider.users.set(login, { sub: login, email: hugo.email, email_verified: true });
    await comeIn(openBrowser(api), provider, { email: hugo.email, login });
    provider.users.set(login, { sub: login, email: 'hugo.other@people.example', email_verified: false });
    const again = await comeIn(openBrowser(api), provider, { email: hugo.email, login });
    expect(again).toMatchObject({ session: { person: { id: hugo.id } } });
  });
  test('lets an apprentice of the employer in', async () => {
    expect(await comeIn(openBrowser(api), provider, { email: ada.email })).toMatchObject({
      session: { person: { id: ada.id } },
    });
  });
  test('is told whether or not somebody has the address', async () => {
    const browser = openBrowser(api);
    const { url } = await browser.call(endpoints.beginProviderSignIn, { body: { email: 'nobody@people.example' } });
    expect(new URL(url).origin).toBe(provider.issuer);
    const elsewhere = browser.call(endpoints.beginProviderSignIn, { body: { email: 'nobody@other.example' } });
    expect(await refusalOf(elsewhere)).toBe('404 no-provider-for-domain');
  });
});

describe('the provider of an organisation lets nobody in', () => {
  test('who has nothing to do with it', async () => {
    expect(await refusalOf(comeIn(openBrowser(api), provider, { email: mona.email }))).toBe('403 nobody-here');
    const { email } = people.outsideMentor;
    expect(await refusalOf(comeIn(openBrowser(api), provider, { email }))).toBe('403 nobody-here');
  });
  test('who is unknown, in the same words', async () => {
    addUser(provider, 'nobody@people.example');
    const email = 'nobody@people.example';
    expect(await refusalOf(comeIn(openBrowser(api), provider, { email }))).toBe('403 nobody-here');
  });
  test('under an address of a domain it was not allowed', async () => {
    const login = 'taker';
    provider.users.set(login, { sub: login, email: 'cora@council.example', email_verified: true });
    const attempt = comeIn(openBrowser(api), provider, { email: grace.email, login });
    expect(await refusalOf(attempt)).toBe('403 address-outside-domains');
  });
  test.each([
    ['that it does not stand behind', { email_verified: false }],
    ['of which it says nothing', {}],
  ])('under an address %s', async (_, more) => {
    const login = 'unverified';
    provider.users.set(login, { sub: login, email: people.nora.email, ...more });
    const attempt = comeIn(openBrowser(api), provider, { email: people.nora.email, login });
    expect(await refusalOf(attempt)).toBe('403 provider-address-not-verified');
  });
  test('as somebody who came in as another user before', async () => {
    const login = 'somebody-else';
    provider.users.set(login, { sub: login, email: grace.email, email_verified: true });
    const attempt = comeIn(openBrowser(api), provider, { email: grace.email, login });
    expect(await refusalOf(attempt)).toBe('409 linked-otherwise');
  });
  test('who broke off there', async () => {
    const attempt = comeIn(openBrowser(api), provider, { email: grace.email, login: 'no such user' });
    expect(await refusalOf(attempt)).toBe('403 provider-declined');
  });
});

describe('what a provider sends back is refused', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const bad: readonly (readonly [string, Tamper])[] = [
    ['with another nonce', (claims, key) => signToken({ ...claims, nonce: 'another' }, key)],
    ['without a nonce', ({ nonce: _, ...claims }, key) => signToken(claims, key)],
    ['for another audience', (claims, key) => signToken({ ...claims, aud: 'somebody-else' }, key)],
    ['from another issuer', (claims, key) => signToken({ ...claims, iss: 'http://127.0.0.1:1' }, key)],
    ['after its time', (claims, key) => signToken({ ...claims, iat: seconds() - 900, exp: seconds() - 300 }, key)],
    ['signed by nobody', (claims) => unsignedToken(claims)],
    ['signed by another under the name of its key', async (claims) => signToken(claims, await newKey('x'), 'key-1')],
    ['signed by a key it does not have', async (claims) => signToken(claims, await newKey('key-2'))],
    ['as something else than a token', () => 'not a token'],
  ];
  test.each(bad)('%s', async (_, change) => {
    provider.tamper(change);
    const browser = openBrowser(api);
    expect(await refusalOf(comeIn(browser, provider, { email: grace.email }))).toBe('403 provider-answer-wrong');
    expect(await refusalOf(browser.call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
  });
});

describe('a way to a provider', () => {
  const leave = async (email = grace.email) => {
    const browser = openBrowser(api);
    const { url } = await browser.call(endpoints.beginProviderSignIn, { body: { email } });
    return { browser, parameters: await visitProvider(provider, url, email) };
  };
  test('ends in the browser it began in, and in no other', async () => {
    const { browser, parameters } = await leave();
    expect(await refusalOf(answer(openBrowser(api), parameters))).toBe('410 way-back-over');
    const other = await leave(hugo.email);
    expect(await refusalOf(answer(other.browser, parameters))).toBe('410 way-back-over');
    expect((await answer(browser, parameters)).kind).toBe('signed-in');
  });
  test('ends once: a code that is brought again opens nothing', async () => {
    const { browser, parameters } = await leave();
    await answer(browser, parameters);
    expect(await refusalOf(answer(browser, parameters))).toBe('410 way-back-over');
    const second = await leave();
    const mixed = new URLSearchParams(second.parameters);
    mixed.set('code', new URLSearchParams(parameters).get('code') ?? '');
    expect(await refusalOf(answer(second.browser, mixed.toString()))).toBe('403 provider-answer-wrong');
  });
  test('ends with its own state', async () => {
    const { browser, parameters } = await leave();
    const wrong = new URLSearchParams(parameters);
    wrong.set('state', 'made-up');
    expect(await refusalOf(answer(browser, wrong.toString()))).toBe('410 way-back-over');
    wrong.delete('state');
    expect(await refusalOf(answer(browser, wrong.toString()))).toBe('410 way-back-over');
  });
  test('ends with the issuer it began with', async () => {
    const { browser, parameters } = await leave();
    const wrong = new URLSearchParams(parameters);
    wrong.set('iss', 'http://127.0.0.1:1');
    expect(await refusalOf(answer(browser, wrong.toString()))).toBe('403 provider-answer-wrong');
  });
  test('ends at the address of its organisation', async () => {
    const { browser, parameters } = await leave();
    expect(await refusalOf(answer(browser, parameters, mill))).toBe('410 way-back-over');
  });
  test('ends within ten minutes', async () => {
    const { browser, parameters } = await leave();
    const before = api.clock.now();
    api.clock.pass(11);
    expect(await refusalOf(answer(browser, parameters))).toBe('410 way-back-over');
    api.clock.set(before);
  });
  test('ends with the code that was given for it: a code of somebody else’s way does not fit', async () => {
    const [mine, theirs] = [await leave(), await leave(hugo.email)];
    const mixed = new URLSearchParams(mine.parameters);
    mixed.set('code', new URLSearchParams(theirs.parameters).get('code') ?? '');
    expect(await refusalOf(answer(mine.browser, mixed.toString()))).toBe('403 provider-answer-wrong');
  });
  test('is kept in the database without anything that opens it', async () => {
    await leave();
    const { runSql } = api.database.read;
    const kept = JSON.stringify(await runSql('select * from provider_attempts'));
    expect(kept).not.toContain('verifier');
    expect(JSON.stringify(await runSql('select * from providers'))).not.toContain(provider.secret);
    expect(kept).toContain(foundry);
  });
});
