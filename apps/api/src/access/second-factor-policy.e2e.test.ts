import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { college, council, day, elsewhere, foundry, today } from '@journeybook/domain/testing';
import type { OrganizationId, PersonId, Role } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { joined } from '../testing/invite.js';
import { refusalOf } from '../testing/refusal-of.js';
import { addPasskey, afterPassword, giveCode, setUpAuthenticator } from '../testing/second-factor.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, addPeople, buildWorld, password, people } from '../testing/world.js';
import { codeAt } from './authenticator-code.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  employer = await api.as(people.foundryAdmin);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const known = (name: string) => ({
  id: newId<PersonId>(),
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@people.example`,
});
/** Asks for it, as the page shows what is asked now. */
async function ask(by: Client, roles: Role[], requiredFrom = today, organization: OrganizationId = foundry) {
  const shown = await by(endpoints.listSecondFactors, {}).catch(() => ({ organizations: [] }));
  const there = shown.organizations.find((one) => one.organization.id === organization);
  const body = { roles, requiredFrom };
  await by(endpoints.requireSecondFactor, { params: { organization }, body, ifMatch: there?.edition ?? 'not-shown' });
}

/** Runs the work while the foundry asks for it. */
async function whileAsked(roles: Role[], requiredFrom: typeof today, work: () => Promise<void>): Promise<void> {
  await ask(employer, roles, requiredFrom);
  try {
    await work();
  } finally {
    await ask(employer, []);
  }
}

describe('whoever has none where one is asked for', () => {
  test('may do nothing but set one up, and then everything', async () => {
    const { call } = await joined(api, employer);
    await call(endpoints.approvalQueue, {});
    await whileAsked(['mentor'], today, async () => {
      expect(await call(endpoints.currentSession, {})).toMatchObject({
        secondFactor: { has: false, needed: 'now', organization: 'Northfield Castings', requiredFrom: today },
      });
      const refused = {
        queue: () => call(endpoints.approvalQueue, {}),
        apprenticeships: () => call(endpoints.listApprenticeships, {}),
        sessions: () => call(endpoints.listSessions, {}),
        password: () =>
          call(endpoints.changePassword, { body: { current: password, password: 'copper lathe winter eight' } }),
      };
      for (const [name, asked] of Object.entries(refused))
        expect([name, await refusalOf(asked())]).toEqual([name, '403 second-factor-needed']);
      const { secret } = await call(endpoints.startAuthenticator, {});
      await call(endpoints.confirmAuthenticator, { body: { code: codeAt(secret, api.clock.now()) } });
      await call(endpoints.approvalQueue, {});
      expect(await call(endpoints.currentSession, {})).toMatchObject({ secondFactor: { has: true, needed: 'no' } });
    });
  });
  test('may use a passkey as well, and sign out', async () => {
    const [one, other] = [await joined(api, employer), await joined(api, employer)];
    await whileAsked(['mentor'], today, async () => {
      await addPasskey(one.call);
      await one.call(endpoints.approvalQueue, {});
      await other.call(endpoints.signOut, {});
      expect(await refusalOf(other.call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    });
  });
  test('is told the day before it comes, and may do everything until then', async () => {
    const { call } = await joined(api, employer);
    const tomorrow = addDays(today, 1);
    await whileAsked(['mentor'], tomorrow, async () => {
      await call(endpoints.approvalQueue, {});
      expect(await call(endpoints.currentSession, {})).toMatchObject({
        secondFactor: { needed: 'soon', organization: 'Northfield Castings', requiredFrom: tomorrow },
      });
    });
  });
  test('is an apprentice too where apprentices are asked, and no mentor then', async () => {
    const apprentice = await api.as(await addApprentice(api.database));
    const mentor = (await joined(api, employer)).call;
    await whileAsked(['apprentice'], today, async () => {
      expect(await refusalOf(apprentice(endpoints.listApprenticeships, {}))).toBe('403 second-factor-needed');
      await mentor(endpoints.approvalQueue, {});
    });
  });
  test('keeps the last one while it is asked for', async () => {
    const mentor = {
      id: newId(),
      name: 'Max Keeper',
      email: 'max.keeper@people.example',
    } as never as typeof people.ada;
    await addPeople(api.database, [mentor]);
    await addMembership(api.database, mentor, foundry, 'mentor');
    const { call } = await setUpAuthenticator(api, mentor);
    await whileAsked(['mentor'], today, async () => {
      expect(await refusalOf(call(endpoints.removeAuthenticator, {}))).toBe('409 second-factor-kept');
      await addPasskey(call);
      await call(endpoints.removeAuthenticator, {});
      const passkey = (await call(endpoints.readSecondFactors, {})).passkeys[0]?.id ?? '';
      expect(await refusalOf(call(endpoints.removePasskey, { params: { passkey } }))).toBe('409 second-factor-kept');
    });
  });
  test('comes in from a learning platform all the same', async () => {
    const dean = known('Dora Dean');
    await addPeople(api.database, [dean]);
    await addMembership(api.database, dean, college, 'college-admin');
    const { call } = await api.launched();
    await ask(await api.as(dean), ['instructor', 'college-admin'], today, college);
    await call(endpoints.readSection, {});
    expect(await refusalOf((await api.as(dean))(endpoints.listPeople, {}))).toBe('403 second-factor-needed');
  });
});

describe('asking for a second factor', () => {
  test('is kept, shown with who has one, and taken back', async () => {
    await ask(sponsor, ['sponsor-admin'], day('2026-06-01'), council);
    const { organizations } = await sponsor(endpoints.listSecondFactors, {});
    expect(organizations).toHaveLength(1);
    expect(organizations[0]).toMatchObject({
      organization: { id: council, name: 'Northern Council' },
      kind: 'sponsor',
      mayAsk: ['sponsor-admin', 'auditor', 'mentor'],
      roles: ['sponsor-admin'],
      requiredFrom: '2026-06-01',
    });
    expect(organizations[0]?.people).toContainEqual({
      person: { id: people.councilAdmin.id, name: 'Cora Council' },
      roles: ['sponsor-admin'],
      hasSecondFactor: false,
      mayReset: false,
      maySignOut: false,
    });
    await ask(sponsor, [], today, council);
    expect((await sponsor(endpoints.listSecondFactors, {})).organizations[0]).toMatchObject({
      roles: [],
      requiredFrom: null,
    });
  });
  test('shows the apprentices of an employer too', async () => {
    const { organizations } = await employer(endpoints.listSecondFactors, {});
    expect(organizations[0]?.people).toContainEqual(
      expect.objectContaining({ person: { id: people.ada.id, name: 'Ada Lopez' }, roles: ['apprentice'] }),
    );
    expect(JSON.stringify(organizations)).not.toContain('Bela');
  });
  test.each([
    ['of another employer', () => ask(sponsor, ['mentor']), '404 not-their-organization'],
    ['of nobody', () => ask(employer, ['mentor'], today, newId()), '404 not-their-organization'],
    ['of a role that it has not', () => ask(employer, ['instructor']), '422 role-not-in-organization'],
    ['two years ahead', () => ask(employer, ['mentor'], day('2028-01-01')), '422 grace-too-long'],
    ['of nothing that is a role', () => ask(employer, ['boss' as Role]), '400 invalid-request'],
    ['of a college by an employer', () => ask(employer, ['instructor'], today, college), '404 not-their-organization'],
  ] as const)('%s is refused', async (_, asked, refusal) => {
    expect(await refusalOf(asked())).toBe(refusal);
  });
  test('needs a fresh sign-in', async () => {
    const call = await api.signedIn(people.elsewhereAdmin);
    await ask(call, ['auditor'], day('2026-06-01'), elsewhere);
    api.clock.pass(16);
    expect(await refusalOf(ask(call, [], today, elsewhere))).toBe('403 fresh-sign-in-needed');
    api.clock.pass(-16);
  });
});

describe('somebody locked out', () => {
  const reset = (by: Client, { id }: { readonly id: string }) =>
    by(endpoints.resetSecondFactor, { params: { person: id } });

  test('comes in with the password once an administrator took the second factor away, is signed out, and gets a letter', async () => {
    const person = await addApprentice(api.database);
    const { call } = await setUpAuthenticator(api, person);
    await addPasskey(call);
    const { organizations } = await employer(endpoints.listSecondFactors, {});
    expect(organizations[0]?.people.find((one) => one.person.id === person.id)).toMatchObject({
      hasSecondFactor: true,
      mayReset: true,
    });
    await reset(employer, person);
    expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    const session = await (await api.signedIn(person))(endpoints.currentSession, {});
    expect(session.secondFactor.has).toBe(false);
    await vi.waitUntil(async () =>
      (await api.lettersTo(person.email)).some((text) =>
        text.includes('Fred Foundry of Northfield Castings took away'),
      ),
    );
    expect(await refusalOf(reset(employer, person))).toBe('409 no-second-factor');
  });
  test('is helped by nobody else', async () => {
    const person = await addApprentice(api.database);
    await setUpAuthenticator(api, person);
    for (const by of [people.millAdmin, people.councilAdmin, people.elsewhereAdmin])
      expect(await refusalOf(reset(await api.as(by), person))).toBe('404 not-their-organization');
    for (const by of [people.grace, people.ada])
      expect(await refusalOf(reset(await api.as(by), person))).toBe('403 not-allowed');
    expect(await refusalOf(reset(employer, { id: newId() }))).toBe('404 not-their-organization');
    await afterPassword(api, person);
  });
  test('is never helped by themselves, nor by an employer where they run the sponsor', async () => {
    expect(await refusalOf(reset(employer, people.foundryAdmin))).toBe('403 own-second-factor');
    await addMembership(api.database, people.councilAdmin, foundry, 'mentor');
    expect(await refusalOf(reset(employer, people.councilAdmin))).toBe('403 administers-elsewhere');
  });
  test('is helped by a fresh sign-in only', async () => {
    const person = await addApprentice(api.database);
    await setUpAuthenticator(api, person);
    const call = await api.signedIn(people.foundryAdmin);
    api.clock.pass(16);
    expect(await refusalOf(reset(call, person))).toBe('403 fresh-sign-in-needed');
    await call(endpoints.freshenSession, { body: { password, step: null } });
    await reset(call, person);
  });
});

describe('somebody who lost a phone', () => {
  const signOut = async (by: Known, { id }: { readonly id: string }) => {
    api.forget(by);
    return (await api.as(by))(endpoints.signOutSomebody, { params: { person: id } });
  };
  const employer = people.foundryAdmin;

  test('is signed out everywhere by an administrator, keeps how they sign in, and gets a letter', async () => {
    const person = await addApprentice(api.database);
    const { call, secret } = await setUpAuthenticator(api, person);
    const pending = await afterPassword(api, person);
    const { organizations } = await (await api.as(employer))(endpoints.listSecondFactors, {});
    expect(organizations[0]?.people.find((one) => one.person.id === person.id)).toMatchObject({ maySignOut: true });
    await signOut(employer, person);
    expect(await refusalOf(call(endpoints.currentSession, {}))).toBe('401 not-signed-in');
    const code = () => codeAt(secret, api.clock.now());
    expect(await refusalOf(giveCode(pending, code()))).toBe('410 sign-in-over');
    expect(await giveCode(await afterPassword(api, person), code())).toMatchObject({ secondFactor: { has: true } });
    await vi.waitUntil(async () =>
      (await api.lettersTo(person.email)).some((text) =>
        text.includes('Fred Foundry of Northfield Castings ended all your sessions'),
      ),
    );
  });
  test('is signed out by nobody else, nor by themselves, nor by an employer where they run the sponsor', async () => {
    const person = await addApprentice(api.database);
    const call = await api.signedIn(person);
    for (const by of [people.millAdmin, people.councilAdmin, people.elsewhereAdmin])
      expect(await refusalOf(signOut(by, person))).toBe('404 not-their-organization');
    expect(await refusalOf(signOut(people.grace, person))).toBe('403 not-allowed');
    expect(await refusalOf(signOut(employer, { id: newId() }))).toBe('404 not-their-organization');
    expect(await refusalOf(signOut(employer, employer))).toBe('403 own-sessions');
    await addMembership(api.database, people.councilAdmin, foundry, 'mentor');
    expect(await refusalOf(signOut(employer, people.councilAdmin))).toBe('403 administers-elsewhere');
    await call(endpoints.currentSession, {});
  });
  test('is signed out by a fresh sign-in only', async () => {
    const person = await addApprentice(api.database);
    const call = await api.signedIn(employer);
    api.clock.pass(16);
    expect(await refusalOf(call(endpoints.signOutSomebody, { params: { person: person.id } }))).toBe(
      '403 fresh-sign-in-needed',
    );
  });
});
