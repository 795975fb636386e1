import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { ojtHoursCredited, processCode, standard, workProcess } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes, entryOf, movesTo } from '../testing/change-agreement.js';
import { totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

/** A fresh apprentice with 200 h of local options, 64 h above what may count. */
async function overMaximum(): Promise<AddedApprentice> {
  const person = await addApprentice(api.database);
  const entry = entryOf(person.apprenticeship);
  const worked = ojtHoursCredited({ ...entry, workProcess: processCode('WP06'), minutes: hours(200) });
  await api.database.transaction(({ record }) =>
    record.append(agreements.ada.sponsor, person.apprenticeship, [worked]),
  );
  return person;
}

const approve = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.approveVariance, {
    params: { apprenticeship },
    body: {
      workProcess: processCode('WP06'),
      minutes: hours(50),
      shownMinutes: 0,
      reason: ' A second line ',
      ...overrides,
    },
  });
const localOptions = async (apprenticeship: ApprenticeshipId) =>
  (await sponsor(endpoints.readRecord, { params: { apprenticeship } })).processes.find((one) => one.code === 'WP06');

describe('approving a variance', () => {
  test('lets as many minutes count above the maximum, and shows the leave and its reason', async () => {
    const { apprenticeship } = await overMaximum();
    expect(await localOptions(apprenticeship)).toMatchObject({
      creditedMinutes: hours(136),
      uncountedMinutes: hours(64),
    });
    await approve(sponsor, apprenticeship);
    expect(await localOptions(apprenticeship)).toMatchObject({
      creditedMinutes: hours(186),
      uncountedMinutes: hours(14),
      varianceMinutes: hours(50),
      maximumMinutes: hours(136),
    });
    const { entries } = await sponsor(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries[0]).toMatchObject({
      kind: 'variance-approved',
      subject: { code: 'WP06' },
      minutes: null,
      answeredBy: { name: 'Cora Council' },
      text: 'A second line',
    });
    await totalsOf(api.database, apprenticeship);
  });
  test('again adds to what was approved', async () => {
    const { apprenticeship } = await overMaximum();
    for (const shown of [0, 5, 10])
      await approve(sponsor, apprenticeship, { minutes: hours(5), shownMinutes: hours(shown) });
    expect(await localOptions(apprenticeship)).toMatchObject({ varianceMinutes: hours(15) });
    const sources = (await api.database.read.record.list(apprenticeship)).map((entry) => entry.source);
    expect(new Set(sources).size).toBe(4);
  });
  test('by a second click at once is one: the other is refused', async () => {
    const { apprenticeship } = await overMaximum();
    const clicks = await Promise.allSettled([1, 2, 3].map(() => approve(sponsor, apprenticeship)));
    expect(clicks.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await refusalOf(approve(sponsor, apprenticeship))).toBe('409 changed-since-shown');
    expect(await localOptions(apprenticeship)).toMatchObject({ varianceMinutes: hours(50) });
  });
  test('may be given under a code that meant another process before', async () => {
    const { apprenticeship } = await overMaximum();
    await approve(sponsor, apprenticeship);
    const to = standard({
      id: newId<StandardId>(),
      version: '2027.2',
      workProcesses: [workProcess({ code: processCode('WP06') }), workProcess({ code: processCode('WP60') })],
      competencies: [],
    });
    const mapping = [
      { subject: 'work-process' as const, from: 'WP06', to: 'WP60' },
      { subject: 'work-process' as const, from: 'WP01', to: 'WP06' },
    ];
    await movesTo(api.database, apprenticeship, { from: standard(), to, mapping });
    await approve(sponsor, apprenticeship, { minutes: hours(7) });
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([
      { code: 'WP06', minutes: 0, varianceMinutes: hours(7) },
      { code: 'WP60', minutes: hours(200), varianceMinutes: hours(50) },
    ]);
  });
  test.each([
    ['422 unknown-work-process', { workProcess: 'WP99' }],
    ['422 minutes-not-positive', { minutes: 0 }],
    ['422 minutes-not-positive', { minutes: -60 }],
    ['422 reason-missing', { reason: ' ' }],
    ['400 invalid-request', { minutes: 1.5 }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await overMaximum();
    expect(await refusalOf(approve(sponsor, apprenticeship, overrides))).toBe(refusal);
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(1);
  });
  test('is refused in a closed record', async () => {
    const { apprenticeship } = await overMaximum();
    await becomes(api.database, apprenticeship, 'completed');
    expect(await refusalOf(approve(sponsor, apprenticeship))).toBe('409 record-closed');
  });
});

describe('who may not approve a variance', () => {
  test.each([
    ['the apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    expect(await refusalOf(approve(await api.as(person), agreements.ada.id))).toBe(refusal);
  });
  test('another sponsor who mentors this apprentice', async () => {
    const { apprenticeship } = await overMaximum();
    await addMembership(api.database, people.grace, agreements.zoe.sponsor, 'sponsor-admin');
    api.forget(people.grace);
    expect(await refusalOf(approve(await api.as(people.grace), apprenticeship))).toBe('403 not-their-program');
  });
  test('the apprentice, though an administrator of the sponsor', async () => {
    const person = await overMaximum();
    await addMembership(api.database, person, agreements.ada.sponsor, 'sponsor-admin');
    expect(await refusalOf(approve(await api.as(person), person.apprenticeship))).toBe('403 own-variance');
  });
  test('anybody, for a record that does not exist', async () => {
    expect(await refusalOf(approve(sponsor, newId()))).toBe('404 not-their-record');
  });
});
