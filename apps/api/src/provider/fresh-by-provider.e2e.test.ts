import { endpoints } from '@journeybook/contracts';
import { foundry } from '@journeybook/domain/testing';
import type { TestProvider } from '@journeybook/test-provider';
import { signToken, startProvider } from '@journeybook/test-provider';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { codeAt } from '../access/authenticator-code.js';
import { asOwner } from '../testing/as-owner.js';
import type { Browser } from '../testing/provider.js';
import { addUser, comeIn, connectFoundry, openBrowser } from '../testing/provider.js';
import { refusalOf } from '../testing/refusal-of.js';
import { setUpAuthenticator } from '../testing/second-factor.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

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

const { grace, hugo } = people;

/** Has the provider say that it asked them so many minutes ago; null: nothing of when. */
const askedAgo = (minutes: number | null) =>
  provider.tamper(({ auth_time: _, ...claims }, key) => {
    const said = minutes === null ? {} : { auth_time: Math.floor(Date.parse(api.clock.in(-minutes)) / 1000) };
    return signToken({ ...claims, ...said }, key);
  });
const sensitive = ({ call }: Browser) => call(endpoints.startAuthenticator, {});
const stale = '403 fresh-sign-in-needed';

describe('a way to a provider', () => {
  const asked = async (fresh: boolean) => {
    const body = { email: grace.email, fresh };
    const { url } = await openBrowser(api).call(endpoints.beginProviderSignIn, { body });
    const { searchParams } = new URL(url);
    return [searchParams.get('max_age'), searchParams.get('prompt')];
  };
  test('tells it how long ago it may have asked, so that it has to say when it did', async () => {
    expect(await asked(false)).toEqual([String(12 * 60 * 60), null]);
  });
  test('tells it to ask now when a fresh sign-in is wanted', async () => {
    expect(await asked(true)).toEqual(['0', 'login']);
    const browser = openBrowser(api);
    expect((await comeIn(browser, provider, { email: grace.email, fresh: true })).kind).toBe('signed-in');
    await sensitive(browser);
  });
});

describe('whoever comes by a provider is as fresh as it says', () => {
  test('when it asked them ten minutes ago, for five more', async () => {
    askedAgo(10);
    const browser = openBrowser(api);
    await comeIn(browser, provider, { email: grace.email });
    await sensitive(browser);
    api.clock.pass(6);
    expect(await refusalOf(sensitive(browser))).toBe(stale);
  });
  test.each([
    ['an hour ago', 60],
    ['longer ago than it was told', 13 * 60],
  ])('when it asked them %s, signed in and not fresh', async (_, minutes) => {
    askedAgo(minutes);
    const browser = openBrowser(api);
    expect((await comeIn(browser, provider, { email: grace.email })).kind).toBe('signed-in');
    expect(await refusalOf(sensitive(browser))).toBe(stale);
    askedAgo(0);
    await comeIn(browser, provider, { email: grace.email, fresh: true });
    await sensitive(browser);
  });
  test('when it does not say, signed in and not fresh', async () => {
    askedAgo(null);
    const browser = openBrowser(api);
    expect((await comeIn(browser, provider, { email: grace.email, fresh: true })).kind).toBe('signed-in');
    expect(await refusalOf(sensitive(browser))).toBe(stale);
  });
  test('is refused when it says a time that is none', async () => {
    provider.tamper((claims, key) => signToken({ ...claims, auth_time: 'lately' }, key));
    const attempt = comeIn(openBrowser(api), provider, { email: grace.email });
    expect(await refusalOf(attempt)).toBe('403 provider-answer-wrong');
  });
  test('is told that they may prove it there', async () => {
    const browser = openBrowser(api);
    await comeIn(browser, provider, { email: grace.email });
    expect(await browser.call(endpoints.readSecondFactors, {})).toMatchObject({ comesByProvider: true });
  });
});

describe('with a second step after the provider', () => {
  test('comes in though the provider is the only way, no fresher than it says', async () => {
    const { secret } = await setUpAuthenticator(api, hugo);
    await asOwner(api.database, `update providers set only_way = true where organization_id = '${foundry}'`);
    const enter = async (minutes: number) => {
      askedAgo(minutes);
      const browser = openBrowser(api);
      expect(await refusalOf(comeIn(browser, provider, { email: hugo.email }))).toBe('403 second-factor-asked');
      api.clock.pass(1);
      const body = { kind: 'code' as const, code: codeAt(secret, api.clock.now()) };
      expect((await browser.call(endpoints.finishSignIn, { body })).person.id).toBe(hugo.id);
      return browser;
    };
    expect(await refusalOf(sensitive(await enter(60)))).toBe(stale);
    await sensitive(await enter(0));
  });
});
