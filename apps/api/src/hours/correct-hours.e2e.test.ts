import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { HoursEntryId } from '@journeybook/domain';
import { day, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

type Status = 'draft' | 'submitted' | 'approved' | 'returned';

/** An entry of a fresh apprentice, brought to a status. */
async function entryIn(status: Status) {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const call = await api.as(person);
  let [shown] = await log(call, apprenticeship, dayOf([line()], { submit: status !== 'draft' }));
  if (!shown) throw new Error('nothing was logged');
  const entries = [shown];
  if (status === 'approved') [shown = shown] = (await grace(endpoints.approveHours, { body: { entries } })).entries;
  if (status === 'returned')
    [shown = shown] = (await grace(endpoints.returnHours, { body: { entries, reason: ' You left at noon ' } })).entries;
  const list = async () => (await call(endpoints.listHours, { params: { apprenticeship } })).entries;
  return { call, apprenticeship, shown, params: { entry: shown.id }, list };
}

const correction = (version: number, overrides: Record<string, unknown> = {}) => ({
  version,
  workedOn: day('2026-03-03'),
  workProcess: processCode('WP06'),
  minutes: 240,
  note: 'Until noon',
  ...overrides,
});

describe('returning hours', () => {
  test('shows the apprentice who returned them, when and why', async () => {
    const { list } = await entryIn('returned');
    expect(await list()).toMatchObject([
      {
        status: 'returned',
        version: 3,
        reason: 'You left at noon',
        decidedBy: { name: 'Grace Kim' },
        decidedAt: '2026-03-04T15:00:00.000Z',
      },
    ]);
  });
  test('takes them out of the queue and puts nothing on the record', async () => {
    const { apprenticeship, shown } = await entryIn('returned');
    expect((await grace(endpoints.approvalQueue, {})).entries.map((entry) => entry.id)).not.toContain(shown.id);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test.each([
    ['submitted', '   ', '422 reason-missing'],
    ['draft', 'why', '409 not-submitted'],
    ['approved', 'why', '409 not-submitted'],
    ['returned', 'why', '409 not-submitted'],
  ] as const)('of hours that are %s, for "%s", is refused', async (status, reason, refusal) => {
    const { shown, list } = await entryIn(status);
    expect(await refusalOf(grace(endpoints.returnHours, { body: { entries: [shown], reason } }))).toBe(refusal);
    expect(await list()).toMatchObject([{ status }]);
  });
});

describe('correcting hours', () => {
  test.each(['draft', 'returned'] as const)(
    'of what is %s submits it anew, to be approved as corrected',
    async (status) => {
      const { call, apprenticeship, shown, params } = await entryIn(status);
      const corrected = await correctShown(call, { params, body: correction(shown.version) });
      expect(corrected).toMatchObject({
        id: shown.id,
        status: 'submitted',
        version: shown.version + 2,
        workedOn: '2026-03-03',
        workProcess: { code: 'WP06', title: 'Local options' },
        minutes: 240,
        note: 'Until noon',
        decidedBy: null,
        reason: null,
      });
      await grace(endpoints.approveHours, { body: { entries: [{ id: shown.id, version: corrected.version }] } });
      expect(await minutesOf(api.database, apprenticeship, 'WP06')).toBe(240);
      expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(0);
    },
  );
  test('keeps it a draft when told to', async () => {
    const { call, shown, params } = await entryIn('returned');
    const body = correction(shown.version, { submit: false });
    expect(await correctShown(call, { params, body })).toMatchObject({ status: 'draft', version: 4 });
  });
  test('does not count the entry itself into the 24 hours of the date', async () => {
    const { call, shown, params } = await entryIn('draft');
    const body = correction(shown.version, { workedOn: '2026-03-02', minutes: 24 * 60 });
    expect(await correctShown(call, { params, body })).toMatchObject({ minutes: 1_440 });
  });
  test.each([
    ['422 minutes-not-positive', { minutes: 0 }],
    ['422 future-date', { workedOn: '2026-03-05' }],
    ['422 before-agreement', { workedOn: '2026-01-04' }],
    ['422 unknown-work-process', { workProcess: 'WP99' }],
    ['422 over-24-hours', { minutes: 1_441 }],
    ['412 changed-since-shown', { version: 2 }],
    ['400 invalid-request', { minutes: 'two' }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { call, shown, params, list } = await entryIn('returned');
    const before = await list();
    const body = correction(shown.version, overrides);
    expect(await refusalOf(correctShown(call, { params, body }))).toBe(refusal);
    expect(await list()).toEqual(before);
  });
  test.each(['submitted', 'approved'] as const)('is refused for what is %s, and so is discarding', async (status) => {
    const { call, shown, params, list } = await entryIn(status);
    const body = correction(shown.version);
    expect(await refusalOf(correctShown(call, { params, body }))).toBe('409 not-open');
    expect(await refusalOf(call(endpoints.discardHours, { params, ifMatch: shown.version }))).toBe('409 not-open');
    expect(await list()).toMatchObject([{ status }]);
  });
  test('twice at once is done once', async () => {
    const { call, shown, params, list } = await entryIn('returned');
    const bodies = [100, 200, 300].map((minutes) => correction(shown.version, { minutes, submit: false }));
    const outcomes = await Promise.allSettled(bodies.map((body) => correctShown(call, { params, body })));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await list()).toMatchObject([{ version: 4 }]);
  });
});

describe('discarding hours', () => {
  test.each(['draft', 'returned'] as const)('removes what is %s', async (status) => {
    const { call, shown, params, list } = await entryIn(status);
    await call(endpoints.discardHours, { params, ifMatch: shown.version });
    expect(await list()).toEqual([]);
    const again = call(endpoints.discardHours, { params, ifMatch: shown.version });
    expect(await refusalOf(again)).toBe('404 not-their-hours');
  });
  test('that were corrected in another tab meanwhile is refused, and so is the other way round', async () => {
    const { call, shown, params, list } = await entryIn('returned');
    await correctShown(call, { params, body: correction(shown.version, { submit: false }) });
    const discard = (version: number) => call(endpoints.discardHours, { params, ifMatch: version });
    expect(await refusalOf(discard(shown.version))).toBe('412 changed-since-shown');
    expect(await list()).toMatchObject([{ note: 'Until noon', minutes: 240 }]);
    const [draft] = await list();
    const outcomes = await Promise.allSettled([
      discard(draft?.version ?? 0),
      correctShown(call, { params, body: correction(draft?.version ?? 0, { note: 'Until one' }) }),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await list()).length).toBe(outcomes[0].status === 'fulfilled' ? 0 : 1);
  });
});

describe('who may not correct or discard', () => {
  const both = async (call: Client, entry: HoursEntryId, version = 3) => [
    await refusalOf(correctShown(call, { params: { entry }, body: correction(version) })),
    await refusalOf(call(endpoints.discardHours, { params: { entry }, ifMatch: version })),
  ];
  test.each([
    ['another apprentice', people.bela, '404 not-their-hours'],
    ['an apprentice of another sponsor', people.zoe, '404 not-their-hours'],
    ['the mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { shown, list } = await entryIn('returned');
    expect(await both(await api.as(person), shown.id)).toEqual([refusal, refusal]);
    expect(await list()).toMatchObject([{ status: 'returned', minutes: 450 }]);
  });
  test('anybody, what does not exist, in the same words as what is not theirs', async () => {
    expect(await both(await api.as(people.bela), newId())).toEqual(['404 not-their-hours', '404 not-their-hours']);
  });
});
