import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { CalendarDate, MemberRole } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import { at, college, council, elsewhere, foundry, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserOf, goodPassword, inviteBy, joined, linkTo, newAddress } from '../testing/invite.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let fred: Client;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  fred = await api.as(people.foundryAdmin);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const shownTo = async (call: Client, organization: string = foundry) => {
  const { organizations, partners } = await call(endpoints.listPeople, {});
  return [...organizations, ...partners].find(({ id }) => id === organization);
};
const partnerBody = (part: object = {}) => ({
  sponsor: council,
  kind: 'employer' as const,
  organization: 'Harbor Tools',
  name: 'Hanna Harbor',
  email: newAddress(),
  ...part,
});

describe('an invitation', () => {
  test('is sent to the address with a link that is kept nowhere, and waits in the list', async () => {
    const invitation = await inviteBy(fred);
    expect(invitation).toMatchObject({ role: 'mentor', name: 'Nina Newcomer', mailed: true, hasRunOut: false });
    expect(invitation).toMatchObject({ expiresAt: '2026-03-18T15:00:00.000Z', invitedBy: { name: 'Fred Foundry' } });
    const letters = await api.lettersTo(invitation.email);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('Fred Foundry invites you to Journeybook as a mentor at Northfield Castings.');
    expect(letters[0]).toMatch(/^http:\/\/journeybook\.example\/welcome#[\w-]{43}$/m);
    const rows = await api.database.transaction(({ runSql }) =>
      runSql("select i.*, encode(token_hash, 'escape') as kept from invitations i"),
    );
    expect(JSON.stringify(rows)).not.toContain(await linkTo(api, invitation.email));
    expect((await shownTo(fred))?.invitations).toContainEqual(invitation);
  });
  test('says the same whether or not the address has an account', async () => {
    const known = await inviteBy(fred, { email: people.mona.email });
    const unknown = await inviteBy(fred);
    const plain = { id: '', email: '' };
    expect({ ...known, ...plain }).toEqual({ ...unknown, ...plain });
  });
  test('waits once for each address and role, whatever its capitals', async () => {
    const { email } = await inviteBy(fred);
    expect(await refusalOf(inviteBy(fred, { email: email.toUpperCase() }))).toBe('409 invited-already');
    expect(
      await refusalOf(inviteBy(fred, { email, role: 'employer-admin' }).then(() => inviteBy(fred, { email }))),
    ).toBe('409 invited-already');
  });
  test('is written once when it is sent twice at once', async () => {
    const email = newAddress();
    const both = await Promise.allSettled([inviteBy(fred, { email }), inviteBy(fred, { email })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await api.lettersTo(email)).toHaveLength(1);
  });
  test('goes to nobody who has the role', async () => {
    expect(await refusalOf(inviteBy(fred, { email: people.grace.email }))).toBe('409 holds-role-already');
  });
  test.each([
    'nobody',
    'a@b',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
    '<a@b.example>',
  ])('goes to one address only, not to %j', async (email) => {
    expect(await problemOf(inviteBy(fred, { email }))).toMatchObject({ status: 400, errors: [{ field: 'email' }] });
  });
});

describe('nobody invites', () => {
  test.each([
    ['another employer', people.millAdmin, '404 not-their-organization'],
    ['the sponsor of an employer with an administrator', people.councilAdmin, '404 not-their-organization'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-organization'],
    ['a mentor there', people.grace, '403 not-allowed'],
    ['an apprentice there', people.ada, '403 not-allowed'],
  ] as const)('as %s', async (_, who, refusal) => {
    expect(await refusalOf(inviteBy(await api.as(who)))).toBe(refusal);
  });
  test('to a role that the organisation does not have', async () => {
    expect(await refusalOf(inviteBy(fred, { role: 'sponsor-admin' }))).toBe('422 role-not-given-here');
    expect(await refusalOf(inviteBy(cora, { organization: council, role: 'instructor' }))).toBe(
      '422 role-not-given-here',
    );
    expect((await inviteBy(cora, { organization: council, role: 'auditor' })).role).toBe('auditor');
  });
});

describe('sending again', () => {
  test('replaces the link and begins the 14 days anew', async () => {
    const { id, email } = await inviteBy(fred);
    const before = await linkTo(api, email);
    await api.clock.during('2026-03-20T15:00:00.000Z' as never, async () => {
      api.forget(people.foundryAdmin);
      const later = await api.as(people.foundryAdmin);
      expect((await shownTo(later))?.invitations.find((one) => one.id === id)?.hasRunOut).toBe(true);
      expect(await refusalOf(api.nobody(endpoints.openInvitation, { body: { token: before } }))).toBe(
        '410 invitation-over',
      );
      const renewed = await later(endpoints.resendInvitation, { params: { invitation: id } });
      expect(renewed).toMatchObject({ id, hasRunOut: false, expiresAt: '2026-04-03T15:00:00.000Z' });
      const token = await linkTo(api, email);
      expect(token).not.toBe(before);
      expect((await api.nobody(endpoints.openInvitation, { body: { token } })).email).toBe(email);
      expect(await problemOf(api.nobody(endpoints.openInvitation, { body: { token: before } }))).toMatchObject({
        facts: { why: 'unknown' },
      });
      api.forget(people.foundryAdmin);
    });
  });
  test('and taking back is for whoever may invite there', async () => {
    const { id, email } = await inviteBy(fred);
    const params = { invitation: id };
    for (const who of [people.millAdmin, people.councilAdmin, people.elsewhereAdmin]) {
      const call = await api.as(who);
      expect(await refusalOf(call(endpoints.resendInvitation, { params }))).toBe('404 not-their-invitation');
      expect(await refusalOf(call(endpoints.revokeInvitation, { params }))).toBe('404 not-their-invitation');
    }
    const again = await api.as(people.foundryAdmin);
    await again(endpoints.revokeInvitation, { params });
    expect(await refusalOf(again(endpoints.revokeInvitation, { params }))).toBe('410 invitation-over');
    expect(await refusalOf(again(endpoints.resendInvitation, { params }))).toBe('410 invitation-over');
    const token = await linkTo(api, email);
    const body = { token, name: 'Nina', password: goodPassword };
    expect(await problemOf(api.nobody(endpoints.openInvitation, { body: { token } }))).toMatchObject({
      status: 410,
      facts: { why: 'taken-back' },
    });
    expect(await refusalOf(api.nobody(endpoints.acceptInvitation, { body }))).toBe('410 invitation-over');
    expect((await inviteBy(again, { email })).email).toBe(email);
  });
});

describe('a partner', () => {
  test('works with the sponsor from the invitation on, and its first administrator invites the next', async () => {
    const invitation = await cora(endpoints.invitePartner, { body: partnerBody() });
    expect(invitation).toMatchObject({ role: 'employer-admin', mailed: true });
    const { partners } = await cora(endpoints.listPeople, {});
    const harbor = partners.find(({ name }) => name === 'Harbor Tools');
    expect(harbor).toMatchObject({ sponsor: council, administrators: 0, invitations: [{ id: invitation.id }] });
    expect(harbor?.mayInvite).toEqual(['employer-admin']);
    const call = browserOf(api);
    const token = await linkTo(api, invitation.email);
    await call(endpoints.acceptInvitation, { body: { token, name: 'Hanna Harbor', password: goodPassword } });
    const organization = harbor?.id as typeof foundry;
    expect((await inviteBy(call, { organization })).role).toBe('mentor');
    expect(await shownTo(cora, organization)).toMatchObject({ administrators: 1, mayInvite: [], invitations: [] });
    expect(await refusalOf(inviteBy(cora, { organization, role: 'employer-admin' }))).toBe(
      '404 not-their-organization',
    );
  });
  test('has a name of its own, also when two add it at once', async () => {
    const add = (part: object) => cora(endpoints.invitePartner, { body: partnerBody(part) });
    expect(await refusalOf(add({ organization: ' northfield  castings' }))).toBe('409 partner-already');
    const both = await Promise.allSettled([add({ organization: 'Twin Works' }), add({ organization: 'Twin Works' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const twins = (await cora(endpoints.listPeople, {})).partners.filter(({ name }) => name === 'Twin Works');
    expect(twins).toHaveLength(1);
  });
  test('of one sponsor is no partner of another, whatever its name', async () => {
    const evan = await api.as(people.elsewhereAdmin);
    await evan(endpoints.invitePartner, {
      body: partnerBody({ sponsor: elsewhere, organization: 'Northfield Castings' }),
    });
    const { partners } = await evan(endpoints.listPeople, {});
    const named = partners.filter(({ name }) => name === 'Northfield Castings');
    expect(named).toHaveLength(1);
    expect(named[0]?.id).not.toBe(foundry);
  });
  test.each([
    ['another sponsor', people.elsewhereAdmin],
    ['an employer', people.foundryAdmin],
  ] as const)('is not brought in by %s', async (_, who) => {
    expect(await refusalOf((await api.as(who))(endpoints.invitePartner, { body: partnerBody() }))).toBe(
      '404 not-their-organization',
    );
  });
});

describe('the list of people', () => {
  test('shows those of one’s own organisations with their roles and when they last signed in', async () => {
    await api.clock.during('2026-03-04T16:00:00.000Z' as never, () => api.signedIn(people.hugo));
    const shown = await (await api.as(people.foundryAdmin))(endpoints.listPeople, {});
    expect(shown.organizations.map(({ id }) => id)).toEqual([foundry]);
    expect(shown.partners).toEqual([]);
    const hugo = shown.organizations[0]?.people.find(({ person }) => person.id === people.hugo.id);
    expect(hugo).toMatchObject({ email: people.hugo.email, lastSignedInAt: '2026-03-04T16:00:00.000Z' });
    expect(hugo?.roles).toMatchObject([{ role: 'mentor', since: '2026-01-01', mayEnd: true }]);
    const fredShown = shown.organizations[0]?.people.find(({ person }) => person.id === people.foundryAdmin.id);
    expect(fredShown?.roles).toMatchObject([{ role: 'employer-admin', mayEnd: false }]);
  });
  test('shows a sponsor its partners, and nobody who belongs to them', async () => {
    const shown = await cora(endpoints.listPeople, {});
    expect(shown.partners.map(({ id }) => id)).toEqual(expect.arrayContaining([foundry, mill, college]));
    expect(JSON.stringify(shown)).not.toContain(people.grace.email);
    expect(JSON.stringify(shown)).not.toContain('Elsewhere Works');
  });
  test('shows a college its own', async () => {
    const call = await joined(api, cora, { organization: college, role: 'college-admin' });
    const { organizations } = await call.call(endpoints.listPeople, {});
    expect(organizations).toMatchObject([{ id: college, mayInvite: ['college-admin', 'instructor'] }]);
  });
});

describe('an auditor who comes until a day', () => {
  const inviteUntil = (until: CalendarDate, role: MemberRole = 'auditor') =>
    inviteBy(cora, { organization: council, role, until });
  // Sessions of before are cleared away by whoever signs in at a later time.
  const signInCora = async () => {
    api.forget(people.councilAdmin);
    cora = await api.as(people.councilAdmin);
  };
  beforeEach(signInCora);

  test('is shown with it while invited and after, and reads until it ends', async () => {
    const until = addDays(today, 3);
    const invitation = await inviteUntil(until);
    expect(invitation).toMatchObject({ until, hasRunOut: false });
    const call = browserOf(api);
    const body = { token: await linkTo(api, invitation.email), name: 'Aude Review', password: goodPassword };
    await call(endpoints.acceptInvitation, { body });
    const { organizations } = await cora(endpoints.listPeople, {});
    const shown = organizations[0]?.people.find(({ email }) => email === invitation.email);
    expect(shown?.roles).toMatchObject([{ role: 'auditor', since: today, until, mayEnd: true }]);
    expect(organizations[0]?.people.flatMap(({ roles }) => roles).some((one) => one.until === null)).toBe(true);
    await call(endpoints.listApprenticeships, {});
    const readAt = (moment: string) =>
      api.clock.during(at(moment), async () => {
        await call(endpoints.signIn, { body: { email: invitation.email, password: goodPassword } });
        return call(endpoints.listApprenticeships, {});
      });
    // The day is told at the sites, in Chicago.
    await readAt('2026-03-08T04:30:00Z');
    expect(await refusalOf(readAt('2026-03-08T06:30:00Z'))).toBe('403 not-allowed');
  });
  test('takes nothing by an invitation whose last day is over, which is not sent again', async () => {
    const invitation = await inviteUntil(today);
    const token = await linkTo(api, invitation.email);
    await api.clock.during(at('2026-03-05T15:00:00Z'), async () => {
      await signInCora();
      const body = { token, name: 'Aude Late', password: goodPassword };
      expect(await problemOf(browserOf(api)(endpoints.acceptInvitation, { body }))).toMatchObject({
        status: 410,
        facts: { why: 'role-over' },
      });
      const shown = (await shownTo(cora, council))?.invitations.find(({ id }) => id === invitation.id);
      expect(shown).toMatchObject({ hasRunOut: true });
      const resend = cora(endpoints.resendInvitation, { params: { invitation: invitation.id } });
      expect(await refusalOf(resend)).toBe('422 last-day-over');
      await cora(endpoints.revokeInvitation, { params: { invitation: invitation.id } });
    });
  });
  test('is given no day that is over, and nobody else is given one', async () => {
    expect(await refusalOf(inviteUntil(addDays(today, -1)))).toBe('422 last-day-over');
    expect(await refusalOf(inviteUntil(addDays(today, 3), 'sponsor-admin'))).toBe('422 last-day-not-for-role');
    expect(await problemOf(inviteUntil('2026-02-30' as CalendarDate))).toMatchObject({
      status: 400,
      errors: [{ field: 'until' }],
    });
  });
});
