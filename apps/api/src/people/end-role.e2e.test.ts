import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { log } from '../testing/hours.js';
import { joined } from '../testing/invite.js';
import { minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
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
  test('is ended once', async () => {
    const membership = await membershipOf(fred, people.felix.id);
    const both = await Promise.allSettled([end(fred, membership), end(fred, membership)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(end(fred, membership))).toBe('409 role-over');
  });
});

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
