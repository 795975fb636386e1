import { endpoints } from '@journeybook/contracts';
import { council, elsewhere, foundry } from '@journeybook/domain/testing';
import type { TestProvider } from '@journeybook/test-provider';
import { startProvider } from '@journeybook/test-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addUser,
  answer,
  comeIn,
  openBrowser,
  removeShown,
  saveShown,
  testFoundry,
  visitProvider,
} from '../testing/provider.js';
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
});
afterAll(async () => {
  await provider.stop();
  await api.stop();
});

const params = { organization: foundry };
const entered = () => ({ issuer: provider.issuer, clientId: provider.clientId, secret: provider.secret });
const [domain, on] = ['people.example', { isOn: true, onlyWay: false }];

describe('a provider', () => {
  test('is nobody else’s than the administrator’s of its organisation', async () => {
    for (const who of [people.millAdmin, people.councilAdmin, people.elsewhereAdmin]) {
      const call = await api.as(who);
      const refusals = await Promise.all(
        [
          saveShown(call, { params, body: entered() }),
          call(endpoints.testProvider, { params }),
          call(endpoints.requestDomain, { params, body: { domain } }),
          call(endpoints.unlinkProvider, { params: { ...params, link: crypto.randomUUID() } }),
        ].map(refusalOf),
      );
      expect(new Set(refusals)).toEqual(new Set(['404 not-their-organization']));
    }
    const mentor = await api.as(people.grace);
    expect(await refusalOf(mentor(endpoints.readProviders, {}))).toBe('403 not-allowed');
  });

  test.each([
    ['http://127.0.0.1:1', 'no-answer'],
    ['https://169.254.169.254/', 'not-public'],
    ['https://10.0.0.1/', 'not-public'],
    ['nonsense', 'not-public'],
  ])('is not entered when nothing may be asked at %s', async (issuer, why) => {
    const admin = await api.as(people.foundryAdmin);
    const attempt = saveShown(admin, { params, body: { ...entered(), issuer } });
    await expect(attempt).rejects.toMatchObject({ problem: { kind: 'provider-not-reached', facts: { why } } });
  });

  test('is not entered under another issuer than its own, nor without a secret', async () => {
    const admin = await api.as(people.foundryAdmin);
    const other = { ...entered(), issuer: provider.issuer.replace('127.0.0.1', 'localhost') };
    await expect(saveShown(admin, { params, body: other })).rejects.toMatchObject({
      problem: { facts: { why: 'another-issuer' } },
    });
    const none = { ...entered(), secret: null };
    expect(await refusalOf(saveShown(admin, { params, body: none }))).toBe('422 client-secret-missing');
  });

  test('is turned on once it was tested and a domain of it allowed', async () => {
    const admin = await api.as(people.foundryAdmin);
    expect(await refusalOf(admin(endpoints.testProvider, { params }))).toBe('409 no-provider-entered');
    const saved = await saveShown(admin, { params, body: entered() });
    expect(saved).toMatchObject({ provider: { isOn: false, testedAt: null }, domains: [], linked: [] });
    expect(JSON.stringify(saved)).not.toContain(provider.secret);
    provider.register(saved.redirectAddress);
    expect(await refusalOf(admin(endpoints.useProvider, { params, body: on }))).toBe('409 provider-not-tested');
    expect(await testFoundry(api, provider)).toEqual({
      kind: 'tested',
      email: people.foundryAdmin.email,
      isVerified: true,
      isInDomain: false,
    });
    expect(await refusalOf(admin(endpoints.useProvider, { params, body: on }))).toBe('409 no-domain-allowed');
    await admin(endpoints.requestDomain, { params, body: { domain: 'People.example' } });
    expect(await refusalOf(admin(endpoints.useProvider, { params, body: on }))).toBe('409 no-domain-allowed');
    expect(await refusalOf(admin(endpoints.allowDomain, { params: { ...params, domain } }))).toBe(
      '404 not-their-organization',
    );
    const sponsor = await api.as(people.councilAdmin);
    expect((await sponsor(endpoints.readProviders, {})).partners).toMatchObject([
      { id: foundry, sponsor: council, domains: [{ domain, allowedAt: null }] },
    ]);
    await sponsor(endpoints.allowDomain, { params: { ...params, domain } });
    await admin(endpoints.useProvider, { params, body: on });
    const browser = openBrowser(api);
    addUser(provider, people.grace.email);
    expect((await comeIn(browser, provider, { email: people.grace.email })).kind).toBe('signed-in');
  });

  test('is off again, and to be tested, when it is changed', async () => {
    const admin = await api.as(people.foundryAdmin);
    const browser = openBrowser(api);
    const { url } = await browser.call(endpoints.beginProviderSignIn, { body: { email: people.grace.email } });
    const parameters = await visitProvider(provider, url, people.grace.email);
    const saved = await saveShown(admin, { params, body: { ...entered(), secret: null } });
    expect(saved.provider).toMatchObject({ isOn: false, testedAt: null });
    expect(await refusalOf(answer(browser, parameters))).toBe('410 way-back-over');
    await testFoundry(api, provider);
    await admin(endpoints.useProvider, { params, body: on });
  });

  test('says when the client secret is wrong', async () => {
    const admin = await api.as(people.foundryAdmin);
    await saveShown(admin, { params, body: { ...entered(), secret: 'wrong' } });
    expect(await refusalOf(testFoundry(api, provider))).toBe('409 provider-knows-us-not');
    await saveShown(admin, { params, body: entered() });
    await testFoundry(api, provider);
    await admin(endpoints.useProvider, { params, body: on });
  });

  test('of another server is never given the secret of the one before', async () => {
    const admin = await api.as(people.foundryAdmin);
    const another = await startProvider();
    const body = { ...entered(), issuer: another.issuer, secret: null };
    expect(await refusalOf(saveShown(admin, { params, body }))).toBe('422 client-secret-missing');
    await another.stop();
  });

  test('is tested by the one who began, and signs nobody in', async () => {
    const [name = '', value = ''] = (await api.cookieOf(people.foundryAdmin)).split('=');
    const browser = openBrowser(api, { [name]: value });
    const { url } = await browser.call(endpoints.testProvider, { params });
    const parameters = await visitProvider(provider, url, people.grace.email);
    await browser.call(endpoints.signOut, {});
    expect(await refusalOf(answer(browser, parameters))).toBe('410 way-back-over');
  });
});

describe('a domain', () => {
  test('is one organisation’s at a time, and no public mail', async () => {
    const miller = await api.as(people.millAdmin);
    const at = { organization: mill };
    expect(await refusalOf(miller(endpoints.requestDomain, { params: at, body: { domain } }))).toBe('409 domain-taken');
    expect(await refusalOf(miller(endpoints.requestDomain, { params: at, body: { domain: 'gmail.com' } }))).toBe(
      '422 public-mail-domain',
    );
  });
  test('is allowed by a sponsor of the organisation alone', async () => {
    const outside = await api.as(people.elsewhereAdmin);
    const miller = await api.as(people.millAdmin);
    await miller(endpoints.requestDomain, { params: { organization: mill }, body: { domain: 'mill.example' } });
    const params = { organization: mill, domain: 'mill.example' };
    expect(await refusalOf(outside(endpoints.allowDomain, { params }))).toBe('404 not-their-organization');
    expect(await refusalOf(removeShown(outside, { params }))).toBe('404 not-their-organization');
    expect((await outside(endpoints.readProviders, {})).partners).toEqual([]);
  });
  test('of a sponsor is one where its administrator has an address', async () => {
    const sponsor = await api.as(people.elsewhereAdmin);
    const at = { organization: elsewhere };
    expect(await refusalOf(sponsor(endpoints.requestDomain, { params: at, body: { domain: 'council.example' } }))).toBe(
      '403 own-address-elsewhere',
    );
  });
  test('that is taken away lets nobody in any more', async () => {
    const sponsor = await api.as(people.councilAdmin);
    const browser = openBrowser(api);
    const { url } = await browser.call(endpoints.beginProviderSignIn, { body: { email: people.grace.email } });
    const parameters = await visitProvider(provider, url, people.grace.email);
    await removeShown(sponsor, { params: { ...params, domain } });
    expect(await refusalOf(answer(browser, parameters))).toBe('403 address-outside-domains');
    const again = openBrowser(api).call(endpoints.beginProviderSignIn, { body: { email: people.grace.email } });
    expect(await refusalOf(again)).toBe('404 no-provider-for-domain');
    await (await api.as(people.foundryAdmin))(endpoints.requestDomain, { params, body: { domain } });
    await sponsor(endpoints.allowDomain, { params: { ...params, domain } });
  });
});

test('an installation of its own asks no provider on its own machine', async () => {
  const strict = await startApi();
  await buildWorld(strict.database);
  const admin = await strict.as(people.foundryAdmin);
  const asked = provider.asked.length;
  const attempt = saveShown(admin, { params, body: entered() });
  await expect(attempt).rejects.toMatchObject({ problem: { facts: { why: 'not-public' } } });
  expect(provider.asked).toHaveLength(asked);
  await strict.stop();
});
