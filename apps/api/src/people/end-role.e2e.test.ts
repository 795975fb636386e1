import type { Client } from '@journeybook/contracts';
import { endpoints, ProblemError } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { MembershipId } from '@journeybook/domain';
import { council, day, foundry, now, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { dayOf, line, log } from '../testing/hours.js';
import { browserOf, goodPassword, inviteBy, joined, linkTo } from '../testing/invite.js';
import { minutesOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let fred: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  fred = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

const membershipOf = async (call: Client, person: string): Promise<string> => {
  const { organizations } = await call(endpoints.listPeople, {});
  const found = organizations.flatMap((one) => one.people).find((one) => one.person.id === person);
  return found?.roles[0]?.membership ?? '';
};
const end = (call: Client, membership: string) => call(endpoints.endRole, { params: { membership } });

describe('a role that is ended', () => {
  test('gives nothing more the same minute, while the session stays for what is left', async () => {
    const { call, session } = await joined(api, fred, { role: 'employer-admin' });
    await addMembership(api.database, session.person, mill, 'mentor');
    await call(endpoints.listPeople, {});
    await end(fred, await membershipOf(fred, session.person.id));
    expect(await refusalOf(call(endpoints.listPeople, {}))).toBe('403 not-allowed');
    expect((await call(endpoints.currentSession, {})).roles).toMatchObject([
      { role: 'mentor', organization: { id: mill } },
    ]);
    expect((await call(endpoints.approvalQueue, {})).entries).toEqual([]);
    expect(await membershipOf(fred, session.person.id)).toBe('');
  });
  test('of a mentor opens no record more, and leaves what they signed attributed to them', async () => {
    const apprentice = await addApprentice(api.database);
    const { apprenticeship } = apprentice;
    const grace = await api.as(people.grace);
    const entries = await log(await api.as(apprentice), apprenticeship);
    await grace(endpoints.approveHours, { body: { entries } });
    await end(fred, await membershipOf(fred, people.grace.id));
    expect(await refusalOf(grace(endpoints.readRecord, { params: { apprenticeship } }))).toBe('403 not-allowed');
    expect(await refusalOf(grace(endpoints.approvalQueue, {}))).toBe('403 not-allowed');
    // Also with a role as a mentor somewhere else.
    await addMembership(api.database, people.grace, mill, 'mentor');
    expect(await refusalOf(grace(endpoints.readRecord, { params: { apprenticeship } }))).toBe('404 not-their-record');
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
    const [entry] = await api.database.read.record.list(apprenticeship);
    expect(entry).toMatchObject({ answeredBy: people.grace.id });
    const options = await fred(endpoints.listPossibleMentors, { params: { apprenticeship } });
    expect(options.mentors.map(({ id }) => id)).not.toContain(people.grace.id);
  });
  test('of a mentor decides no hours worked before, though they mentor at another employer', async () => {
    const { call: mentor, session } = await joined(api, fred, { role: 'mentor' });
    const apprentice = await addApprentice(api.database, { employer: foundry });
    const { apprenticeship } = apprentice;
    await api.database.read.apprenticeships.assignMentor(newId(), council, {
      mentor: session.person.id,
      apprenticeship,
      from: day('2026-01-05'),
      until: null,
    });
    await addMembership(api.database, session.person, mill, 'mentor');
    const logging = await api.as(apprentice);
    const [approved, waiting] = [
      await log(logging, apprenticeship, dayOf([line()])),
      await log(logging, apprenticeship, dayOf([line()], { workedOn: day('2026-03-03') })),
    ];
    const decided = (await mentor(endpoints.approveHours, { body: { entries: approved } })).entries;
    await end(fred, await membershipOf(fred, session.person.id));
    expect((await mentor(endpoints.approvalQueue, {})).entries).toEqual([]);
    expect((await mentor(endpoints.currentSession, {})).waitingForApproval).toBe(0);
    const tries = [
      () => mentor(endpoints.approveHours, { body: { entries: waiting } }),
      () => mentor(endpoints.returnHours, { body: { entries: waiting, reason: 'Look again' } }),
      () => mentor(endpoints.undoApproval, { body: { entries: decided.map(({ id, version }) => ({ id, version })) } }),
    ];
    for (const attempt of tries) expect(await refusalOf(attempt())).toBe('403 not-their-mentor');
    const reverse = mentor(endpoints.reverseHours, {
      params: { entry: decided[0]?.id ?? '' },
      body: { version: decided[0]?.version ?? 0, reason: 'Wrong day' },
    });
    expect(await refusalOf(reverse)).toBe('404 not-their-hours');
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
  });
  test('of who invited takes their invitations with it, until somebody else sends them again', async () => {
    const { call, session } = await joined(api, fred, { role: 'employer-admin' });
    const { id, email, inviterLeft } = await inviteBy(call);
    expect(inviterLeft).toBe(false);
    const token = await linkTo(api, email);
    await end(fred, await membershipOf(fred, session.person.id));
    const opened = api.nobody(endpoints.openInvitation, { body: { token } });
    expect(await problemOf(opened)).toMatchObject({ status: 410, facts: { why: 'inviter-left' } });
    const body = { token, name: 'Nina', password: goodPassword };
    expect(await refusalOf(browserOf(api)(endpoints.acceptInvitation, { body }))).toBe('410 invitation-over');
    const { organizations } = await fred(endpoints.listPeople, {});
    const shown = organizations.flatMap((one) => one.invitations).find((one) => one.id === id);
    expect(shown).toMatchObject({ inviterLeft: true });
    const again = await fred(endpoints.resendInvitation, { params: { invitation: id } });
    expect(again).toMatchObject({ inviterLeft: false, invitedBy: { id: people.foundryAdmin.id } });
    const renewed = { ...body, token: await linkTo(api, email) };
    expect((await browserOf(api)(endpoints.acceptInvitation, { body: renewed })).roles).toMatchObject([
      { role: 'mentor', organization: { id: foundry } },
    ]);
  });
  test.each([
    [
      'with a new sign-in',
      async (token: string) => {
        const body = { token, name: 'Nina', password: goodPassword };
        await browserOf(api)(endpoints.acceptInvitation, { body });
      },
    ],
    [
      'without an account',
      async (token: string) => {
        await api.nobody(endpoints.acceptWithoutAccount, { body: { token, name: 'Nina' } });
      },
    ],
  ] as const)('of who invited gives nothing to whoever accepts %s at the same moment', async (_, accept) => {
    const { call, session } = await joined(api, fred, { role: 'employer-admin' });
    const { email } = await inviteBy(call);
    const token = await linkTo(api, email);
    const membership = await membershipOf(fred, session.person.id);
    const gate = Promise.withResolvers<undefined>();
    const ended = Promise.withResolvers<undefined>();
    const ending = api.database.transaction(async ({ memberships }) => {
      await memberships.end(membership as MembershipId, { person: people.foundryAdmin.id, at: now, today });
      ended.resolve(undefined);
      await gate.promise;
    });
    await ended.promise;
    const accepting = accept(token).then(
      () => 'accepted',
      (error: unknown) => (error instanceof ProblemError ? error.problem.kind : String(error)),
    );
    await Promise.race([accepting, vi.waitUntil(isSomebodyWaiting)]);
    gate.resolve(undefined);
    await ending;
    expect(await accepting).toBe('invitation-over');
    expect(await asOwner(api.database, `select from people where email = '${email}'`)).toEqual([]);
  });
  test('is ended once', async () => {
    const membership = await membershipOf(fred, people.felix.id);
    const both = await Promise.allSettled([end(fred, membership), end(fred, membership)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(end(fred, membership))).toBe('409 role-over');
  });
});

/** Whether a statement waits for what another connection holds. */
const isSomebodyWaiting = async () => {
  const sql = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  return (await asOwner(api.database, sql)).length > 0;
};

describe('a role is not ended', () => {
  test('when nobody would be left, also not by two at once', async () => {
    const own = await membershipOf(fred, people.foundryAdmin.id);
    expect(await refusalOf(end(fred, own))).toBe('409 last-administrator');
    const { call, session } = await joined(api, fred, { role: 'employer-admin', organization: foundry });
    const other = await membershipOf(fred, session.person.id);
    const both = await Promise.allSettled([end(fred, other), end(call, own)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
  test.each([
    ['another employer', people.millAdmin, '404 not-their-organization'],
    ['the sponsor', people.councilAdmin, '404 not-their-organization'],
    ['a mentor', people.nora, '403 not-allowed'],
  ] as const)('by %s', async (_, who, refusal) => {
    const rows = await api.database.transaction(({ runSql }) =>
      runSql('select id from memberships where person_id = $1', [people.hugo.id]),
    );
    const [{ id } = { id: '' }] = rows as { id: string }[];
    expect(await refusalOf(end(await api.as(who), id))).toBe(refusal);
  });
  test('that there is none of', async () => {
    expect(await refusalOf(end(await api.as(people.millAdmin), newId()))).toBe('404 not-their-organization');
  });
});
