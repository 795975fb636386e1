import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { day, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { worksFor } from '../testing/change-agreement.js';
import { dayOf, line, log, logApproved } from '../testing/hours.js';
import { totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await addMembership(api.database, people.grace, mill, 'mentor');
  [employer, grace] = [await api.as(people.foundryAdmin), await api.as(people.grace)];
});
afterAll(() => api.stop());

async function apprentice() {
  const person = await addApprentice(api.database);
  return { person, call: await api.as(person), apprenticeship: person.apprenticeship };
}

const week = { from: day('2026-02-23'), until: day('2026-03-01'), minutes: hours(40) };
const editionShown = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.listPaidHours, { params: { apprenticeship } }).then(
    ({ edition }) => edition,
    () => 'not-shown',
  );
/** Records a period, as the page shows what was recorded now, or as it showed it before. */
const record = async (
  call: Client,
  apprenticeship: ApprenticeshipId,
  { shown, ...overrides }: Record<string, unknown> & { shown?: string } = {},
) =>
  call(endpoints.recordPaidHours, {
    params: { apprenticeship },
    body: { ...week, ...overrides },
    ifMatch: shown ?? (await editionShown(call, apprenticeship)),
  });
const list = async (call: Client, apprenticeship: ApprenticeshipId) =>
  (await call(endpoints.listPaidHours, { params: { apprenticeship } })).periods;
const flagsOf = async (apprenticeship: ApprenticeshipId) =>
  (await grace(endpoints.approvalQueue, {})).entries
    .filter((entry) => entry.apprenticeship === apprenticeship)
    .map((entry) => [entry.workedOn, entry.flags]);

describe('recording paid hours', () => {
  test('keeps each period beside what was logged in it, the newest first, and credits nothing', async () => {
    const { call, apprenticeship } = await apprentice();
    await logApproved({ apprentice: call, mentor: grace }, apprenticeship, dayOf([line()], { workedOn: week.from }));
    await log(call, apprenticeship, dayOf([line({ minutes: 30 })], { workedOn: week.until }));
    await log(call, apprenticeship, dayOf([line({ minutes: 15 })], { workedOn: week.until, submit: false }));
    const earlier = { from: day('2026-02-16'), until: day('2026-02-22'), minutes: hours(38) };
    await record(employer, apprenticeship);
    const answer = await record(employer, apprenticeship, earlier);
    expect(answer.periods).toEqual([
      { ...week, loggedMinutes: 480 },
      { ...earlier, loggedMinutes: 0 },
    ]);
    expect(await list(employer, apprenticeship)).toEqual(answer.periods);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ minutes: 450 }]);
  });
  test('of the same period replaces what was said of it', async () => {
    const { apprenticeship } = await apprentice();
    await record(employer, apprenticeship, { minutes: hours(40) });
    await record(employer, apprenticeship, { minutes: hours(36) });
    expect(await list(employer, apprenticeship)).toEqual([{ ...week, minutes: hours(36), loggedMinutes: 0 }]);
  });
  test.each([
    ['the same period', [{ minutes: 2_400 }, { minutes: 2_340 }, { minutes: 2_280 }]],
    ['periods that overlap', [{ until: '2026-03-01' }, { until: '2026-03-02' }, { until: '2026-03-03' }]],
    ['other periods', [{}, { from: '2026-02-16', until: '2026-02-22' }]],
  ])('of %s at once is done once, and lost by nobody', async (_, said) => {
    const { apprenticeship } = await apprentice();
    const shown = await editionShown(employer, apprenticeship);
    const outcomes = await Promise.allSettled(said.map((one) => record(employer, apprenticeship, { ...one, shown })));
    const done = outcomes.flatMap((one, index) => (one.status === 'fulfilled' ? [{ ...week, ...said[index] }] : []));
    expect(done).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({
          kind: expect.stringMatching(/^(changed-since-shown|period-overlaps)$/),
        });
    expect(await list(employer, apprenticeship)).toMatchObject(done);
  });
  test('is not spoilt by hours that are logged meanwhile', async () => {
    const { call, apprenticeship } = await apprentice();
    await record(employer, apprenticeship);
    const shown = await editionShown(employer, apprenticeship);
    await log(call, apprenticeship, dayOf([line()], { workedOn: week.until }));
    expect((await record(employer, apprenticeship, { minutes: 60, shown })).periods).toMatchObject([{ minutes: 60 }]);
  });
  test.each([
    ['422 minutes-not-positive', { minutes: 0 }],
    ['422 period-backwards', { until: '2026-02-22' }],
    ['422 period-too-long', { from: '2026-01-20' }],
    ['422 future-date', { until: '2026-03-05' }],
    ['400 invalid-request', { from: 'monday' }],
    ['400 invalid-request', { minutes: 0.5 }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await apprentice();
    expect(await refusalOf(record(employer, apprenticeship, overrides))).toBe(refusal);
    expect(await list(employer, apprenticeship)).toEqual([]);
  });
  test('is refused where periods overlap, and names the other', async () => {
    const { apprenticeship } = await apprentice();
    await record(employer, apprenticeship);
    const problem = await problemOf(
      record(employer, apprenticeship, { from: day('2026-03-01'), until: day('2026-03-02') }),
    );
    expect(problem).toMatchObject({ status: 409, kind: 'period-overlaps', facts: { with: { from: '2026-02-23' } } });
  });
});

describe('the queue of a mentor', () => {
  test('flags hours of a period in which more was logged than paid, and no others', async () => {
    const { call, apprenticeship } = await apprentice();
    for (const workedOn of ['2026-02-25', '2026-03-01', '2026-03-02'])
      await log(call, apprenticeship, dayOf([line({ minutes: 240 })], { workedOn: day(workedOn) }));
    await record(employer, apprenticeship, { minutes: 480 });
    expect(await flagsOf(apprenticeship)).toEqual([
      ['2026-02-25', []],
      ['2026-03-01', []],
      ['2026-03-02', []],
    ]);
    await record(employer, apprenticeship, { minutes: 479 });
    expect(await flagsOf(apprenticeship)).toEqual([
      ['2026-02-25', ['covered-by-payroll']],
      ['2026-03-01', ['covered-by-payroll']],
      ['2026-03-02', []],
    ]);
  });
  test('lets flagged hours be approved: a flag is no refusal', async () => {
    const { call, apprenticeship } = await apprentice();
    const entries = await log(call, apprenticeship, dayOf([line()], { workedOn: week.from }));
    await record(employer, apprenticeship, { minutes: 60 });
    expect((await grace(endpoints.approveHours, { body: { entries } })).minutes).toBe(450);
  });
  test('holds each employer’s payroll against the hours worked there', async () => {
    const { call, apprenticeship } = await apprentice();
    await record(employer, apprenticeship, { minutes: 300 });
    await log(call, apprenticeship, dayOf([line({ minutes: 300 })], { workedOn: day('2026-02-25') }));
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-02-27' });
    await log(call, apprenticeship, dayOf([line({ minutes: 200 })], { workedOn: day('2026-02-27') }));
    const newEmployer = await api.as(people.millAdmin);
    await record(newEmployer, apprenticeship, { minutes: 199 });
    expect(await flagsOf(apprenticeship)).toEqual([
      ['2026-02-25', []],
      ['2026-02-27', ['covered-by-payroll']],
    ]);
  });
});

describe('who may neither record nor read paid hours', () => {
  const both = async (call: Client, apprenticeship: ApprenticeshipId) => [
    await refusalOf(record(call, apprenticeship)),
    await refusalOf(list(call, apprenticeship)),
  ];
  test.each([
    ['the apprentice', people.ada, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
    ['another employer of the program', people.millAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    expect(await both(await api.as(person), agreements.ada.id)).toEqual([refusal, refusal]);
  });
  test('the employer of before; the employer of today does not see what that one paid', async () => {
    const { apprenticeship } = await apprentice();
    await record(employer, apprenticeship);
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-03' });
    expect(await both(employer, apprenticeship)).toEqual(['404 not-their-record', '404 not-their-record']);
    expect(await list(await api.as(people.millAdmin), apprenticeship)).toEqual([]);
  });
  test('a mentor of this apprentice who runs another employer', async () => {
    const { apprenticeship } = await apprentice();
    await addMembership(api.database, people.hugo, mill, 'employer-admin');
    const refusal = '403 not-their-apprentice';
    expect(await both(await api.as(people.hugo), apprenticeship)).toEqual([refusal, refusal]);
  });
  test('the apprentice records nothing for themselves, though they run the employer', async () => {
    const { person, call, apprenticeship } = await apprentice();
    await addMembership(api.database, person, foundry, 'employer-admin');
    expect(await refusalOf(record(call, apprenticeship))).toBe('403 not-their-apprentice');
  });
  test('anybody, for a record that does not exist', async () => {
    expect(await both(employer, newId())).toEqual(['404 not-their-record', '404 not-their-record']);
  });
});
