import type { Client, OwnProvider } from '@journeybook/contracts';
import { createClient, endpoints } from '@journeybook/contracts';
import type { OrganizationId } from '@journeybook/domain';
import { foundry } from '@journeybook/domain/testing';
import type { ProviderUser, TestProvider } from '@journeybook/test-provider';
import type { z } from 'zod';
import { checkingTrail } from './check-trail.js';
import { keepCookies } from './keep-cookies.js';
import type { RunningApi } from './start-api.js';
import { people } from './world.js';

/** A browser: it keeps cookies, and calls the API; each call is held against the trail. */
export interface Browser {
  readonly call: Client;
  readonly fetch: typeof globalThis.fetch;
}

export function openBrowser(api: RunningApi, cookies: Record<string, string> = {}): Browser {
  const kept = checkingTrail(keepCookies(cookies), api.events);
  return { call: createClient({ baseUrl: api.url, fetch: kept }), fetch: kept };
}

/** Goes to the provider, signs in there as this user and comes back: what the provider put into the address. */
export async function visitProvider(provider: TestProvider, url: string, login: string): Promise<string> {
  provider.signInAs(login);
  const atProvider = keepCookies();
  let next = url;
  for (let step = 0; step < 10; step += 1) {
    const response = await atProvider(next, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    const target = new URL(location, next);
    if (target.pathname.startsWith('/sign-in/back/')) return target.search.slice(1);
    next = target.href;
  }
  throw new Error('the provider sends round in circles');
}

/** Comes in with the address by the provider, where the user signs in. */
export async function comeIn(
  browser: Browser,
  provider: TestProvider,
  who: { email: string; login?: string; organization?: OrganizationId; fresh?: boolean },
) {
  const { url } = await browser.call(endpoints.beginProviderSignIn, {
    body: { email: who.email, fresh: who.fresh ?? false },
  });
  const parameters = await visitProvider(provider, url, who.login ?? who.email);
  return answer(browser, parameters, who.organization);
}

/** Connects the account of whoever is signed in in the browser, as this user of the provider. */
export async function connect(browser: Browser, provider: TestProvider, login: string) {
  const { url } = await browser.call(endpoints.connectAccount, {});
  return answer(browser, await visitProvider(provider, url, login));
}

/** What the page that a provider sends back to does with what it was given. */
export const answer = (browser: Browser, parameters: string, organization: OrganizationId = foundry) =>
  browser.call(endpoints.endProviderSignIn, { params: { organization }, body: { parameters } });

/** A user of the provider under an address that it stands behind. */
export function addUser(provider: TestProvider, email: string, more: Partial<ProviderUser> = {}): void {
  provider.users.set(email, { sub: email, email, email_verified: true, ...more });
}

/** Enters a provider, as the page shows what is entered now. */
export async function saveShown(
  admin: Client,
  { params, body }: { params: { organization: string }; body: z.input<typeof endpoints.saveProvider.body> },
): Promise<OwnProvider> {
  const { organizations } = await admin(endpoints.readProviders, {});
  const shown = organizations.find(({ id }) => id === params.organization)?.edition ?? 'not-theirs';
  return admin(endpoints.saveProvider, { params, body, ifMatch: shown });
}

/** Takes a domain away, as the page shows it now. */
export async function removeShown(
  call: Client,
  { params }: { params: { organization: string; domain: string } },
): Promise<void> {
  const { organizations, partners } = await call(endpoints.readProviders, {});
  const there = [...organizations, ...partners].find(({ id }) => id === params.organization);
  const shown = there?.domains.find(({ domain }) => domain === params.domain)?.edition ?? 'not-theirs';
  return call(endpoints.removeDomain, { params, ifMatch: shown });
}

const domain = 'people.example';

/** The foundry's provider, entered, tested and on, with the domain of everybody in the world allowed by the council. */
export async function connectFoundry(api: RunningApi, provider: TestProvider): Promise<string> {
  const { foundryAdmin, councilAdmin } = people;
  const [admin, sponsor] = [await api.as(foundryAdmin), await api.as(councilAdmin)];
  const params = { organization: foundry };
  const { issuer, clientId, secret } = provider;
  const saved = await saveShown(admin, { params, body: { issuer, clientId, secret } });
  provider.register(saved.redirectAddress);
  await admin(endpoints.requestDomain, { params, body: { domain } });
  await sponsor(endpoints.allowDomain, { params: { ...params, domain } });
  await testFoundry(api, provider);
  await admin(endpoints.useProvider, { params, body: { isOn: true, onlyWay: false } });
  return saved.redirectAddress;
}

/** Goes to the provider and back as its administrator: what the test shows. */
export async function testFoundry(api: RunningApi, provider: TestProvider) {
  const { email } = people.foundryAdmin;
  const [name = '', value = ''] = (await api.cookieOf(people.foundryAdmin)).split('=');
  const browser = openBrowser(api, { [name]: value });
  addUser(provider, email);
  const { url } = await browser.call(endpoints.testProvider, { params: { organization: foundry } });
  return answer(browser, await visitProvider(provider, url, email));
}
