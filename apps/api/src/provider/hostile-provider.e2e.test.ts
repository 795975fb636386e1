import { endpoints } from '@journeybook/contracts';
import { foundry } from '@journeybook/domain/testing';
import type { TestProvider } from '@journeybook/test-provider';
import { startProvider } from '@journeybook/test-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from '../testing/as-owner.js';
import { browserOf, goodPassword, inviteBy, linkTo } from '../testing/invite.js';
import { addUser, answer, comeIn, connect, connectFoundry, openBrowser, visitProvider } from '../testing/provider.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, outsideEmployer, password, people } from '../testing/world.js';

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

const params = { organization: foundry };
const { grace, hugo, nora, felix, foundryAdmin } = people;

describe('a provider that names somebody else’s address', () => {
  test('takes over no administrator of the sponsor, another employer or another sponsor', async () => {
    for (const { email } of [people.councilAdmin, people.millAdmin, people.elsewhereAdmin])
      expect(await refusalOf(comeIn(openBrowser(api), provider, { email }))).toBe('403 nobody-here');
  });
  test('takes over nobody who also belongs to an organisation that its sponsor does not answer for', async () => {
    await addMembership(api.database, hugo, outsideEmployer, 'mentor');
    const browser = openBrowser(api);
    expect(await refusalOf(comeIn(browser, provider, { email: hugo.email }))).toBe('403 confirm-with-password');
    // The person says once, freshly signed in, that it is them: then it is their choice.
    await browser.call(endpoints.signIn, { body: { email: hugo.email, password } });
    expect(await refusalOf(comeIn(browser, provider, { email: hugo.email }))).toBe('403 confirm-with-password');
    api.clock.pass(16);
    expect(await refusalOf(connect(browser, provider, hugo.email))).toBe('403 fresh-sign-in-needed');
    await browser.call(endpoints.freshenSession, { body: { password, step: null } });
    expect((await connect(browser, provider, hugo.email)).kind).toBe('signed-in');
    api.clock.pass(-16);
    expect((await comeIn(openBrowser(api), provider, { email: hugo.email })).kind).toBe('signed-in');
  });
  test('is not helped by somebody else who is signed in', async () => {
    await addMembership(api.database, nora, outsideEmployer, 'mentor');
    const browser = openBrowser(api);
    await browser.call(endpoints.signIn, { body: { email: grace.email, password } });
    expect(await refusalOf(comeIn(browser, provider, { email: nora.email }))).toBe('403 confirm-with-password');
    expect(await refusalOf(connect(browser, provider, nora.email))).toBe('403 confirm-with-password');
  });
  test('is connected by the one who began, still signed in', async () => {
    const browser = openBrowser(api);
    await browser.call(endpoints.signIn, { body: { email: nora.email, password } });
    const { url } = await browser.call(endpoints.connectAccount, {});
    const parameters = await visitProvider(provider, url, nora.email);
    await browser.call(endpoints.signIn, { body: { email: grace.email, password } });
    expect(await refusalOf(answer(browser, parameters))).toBe('410 way-back-over');
  });
});

describe('whoever is invited', () => {
  test('comes in by the provider without a role, and takes it with the letter', async () => {
    const email = 'ines.new@people.example';
    addUser(provider, email);
    expect(await refusalOf(comeIn(openBrowser(api), provider, { email }))).toBe('403 nobody-here');
    await inviteBy(await api.as(foundryAdmin), { email, name: 'Ines New' });
    const browser = openBrowser(api);
    expect(await comeIn(browser, provider, { email })).toMatchObject({
      session: { person: { name: 'Ines New' }, roles: [] },
    });
    const token = await linkTo(api, email);
    // The account has a way in: the letter alone gives no second one.
    const withPassword = browserOf(api)(endpoints.acceptInvitation, {
      body: { token, name: 'Ines', password: goodPassword },
    });
    expect(await refusalOf(withPassword)).toBe('409 sign-in-instead');
    const joined = await browser.call(endpoints.joinByInvitation, { body: { token } });
    expect(joined.roles.map(({ role }) => role)).toEqual(['mentor']);
    expect((await comeIn(openBrowser(api), provider, { email })).kind).toBe('signed-in');
  });
});

describe('a role that ends', () => {
  test('ends the way in and what is open', async () => {
    const browser = openBrowser(api);
    await comeIn(browser, provider, { email: felix.email });
    const admin = await api.as(foundryAdmin);
    const { organizations } = await admin(endpoints.listPeople, {});
    const member = organizations[0]?.people.find(({ person }) => person.id === felix.id);
    await admin(endpoints.endRole, { params: { membership: member?.roles[0]?.membership ?? '' } });
    expect(await refusalOf(browser.call(endpoints.approvalQueue, {}))).toBe('403 not-allowed');
    expect(await refusalOf(comeIn(openBrowser(api), provider, { email: felix.email }))).toBe('403 nobody-here');
  });
});

describe('an organisation that lets its people in only this way', () => {
  const use = async (onlyWay: boolean) =>
    (await api.as(foundryAdmin))(endpoints.useProvider, { params, body: { isOn: true, onlyWay } });
  const byPassword = ({ email }: { email: string }, given = password) =>
    openBrowser(api).call(endpoints.signIn, { body: { email, password: given } });

  test('is made so by an administrator who has come in by it', async () => {
    expect(await refusalOf(use(true))).toBe('409 come-in-that-way-first');
    await comeIn(openBrowser(api), provider, { email: foundryAdmin.email });
    await use(true);
    const { organizations } = await (await api.as(foundryAdmin))(endpoints.readProviders, {});
    expect(organizations).toMatchObject([{ isLinked: true, provider: { onlyWay: true } }]);
  });
  test('refuses the passwords of people who belong to it alone, and says so to whoever knows the password', async () => {
    expect(await refusalOf(byPassword(grace))).toBe('403 sign-in-with-organization');
    expect(await refusalOf(byPassword(grace, 'wrong password'))).toBe('401 wrong-credentials');
    expect((await byPassword(hugo)).person.id).toBe(hugo.id);
    expect((await byPassword(people.mona)).person.id).toBe(people.mona.id);
    expect((await comeIn(openBrowser(api), provider, { email: grace.email })).kind).toBe('signed-in');
  });
  test('lets nobody choose a password by an invitation', async () => {
    const email = 'paul.password@people.example';
    await inviteBy(await api.as(foundryAdmin), { email });
    const token = await linkTo(api, email);
    const accept = browserOf(api)(endpoints.acceptInvitation, {
      body: { token, name: 'Paul', password: goodPassword },
    });
    expect(await refusalOf(accept)).toBe('403 sign-in-with-organization');
    expect(await asOwner(api.database, `select 1 from people where email = '${email}'`)).toEqual([]);
  });
  test('leaves the password to whoever no provider can let in', async () => {
    const email = 'private@mail.example';
    await inviteBy(await api.as(foundryAdmin), { email });
    const call = browserOf(api);
    const body = { token: await linkTo(api, email), name: 'Pia', password: goodPassword };
    expect((await call(endpoints.acceptInvitation, { body })).person.email).toBe(email);
    const { organizations } = await (await api.as(foundryAdmin))(endpoints.readProviders, {});
    expect(organizations).toMatchObject([{ outside: 1 }]);
  });
  test('is taken back by its sponsor, who turns nothing on', async () => {
    const sponsor = await api.as(people.councilAdmin);
    await sponsor(endpoints.useProvider, { params, body: { isOn: true, onlyWay: false } });
    expect((await byPassword(grace)).person.id).toBe(grace.id);
    expect(await refusalOf(sponsor(endpoints.useProvider, { params, body: { isOn: true, onlyWay: true } }))).toBe(
      '404 not-their-organization',
    );
  });
});

test('a link that is taken away, by a fresh sign-in, is made anew at the next one', async () => {
  const admin = await api.signedIn(foundryAdmin);
  const { organizations } = await admin(endpoints.readProviders, {});
  const link = organizations[0]?.linked.find(({ person }) => person.id === grace.id)?.id ?? '';
  const login = 'grace-new-account';
  provider.users.set(login, { sub: login, email: grace.email, email_verified: true });
  const attempt = () => comeIn(openBrowser(api), provider, { email: grace.email, login });
  expect(await refusalOf(attempt())).toBe('409 linked-otherwise');
  const unlink = () => admin(endpoints.unlinkProvider, { params: { ...params, link } });
  api.clock.pass(16);
  expect(await refusalOf(unlink())).toBe('403 fresh-sign-in-needed');
  await admin(endpoints.freshenSession, { body: { password, step: null } });
  await unlink();
  expect((await attempt()).kind).toBe('signed-in');
});
