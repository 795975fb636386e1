import { endpoints } from '@journeybook/contracts';
import type { CalendarDate } from '@journeybook/domain';
import { competencyCode, day, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

type Line = ReturnType<typeof line>;
const [sunday, monday, tuesday] = [day('2026-03-01'), day('2026-03-02'), day('2026-03-03')];
const [start, load] = [competencyCode('WP01.01'), competencyCode('WP01.06')];

/** Minutes of the day, from hours and minutes on the clock; 30 o'clock is six in the morning after. */
const clock = (hour: number, minute = 0) => hour * 60 + minute;
/** An hour's work between these times. */
const between = (startMinute: number, endMinute: number, overrides: Partial<Line> = {}): Line =>
  line({ minutes: 60, times: { startMinute, endMinute }, ...overrides });

/** A fresh apprentice, and a way to log for a day. */
async function apprentice() {
  const person = await addApprentice(api.database);
  const call = await api.as(person);
  const { apprenticeship } = person;
  const logOn = (workedOn: CalendarDate, ...lines: readonly Line[]) =>
    log(call, apprenticeship, dayOf(lines, { workedOn }));
  const entries = async () => (await call(endpoints.listHours, { params: { apprenticeship } })).entries;
  return { call, apprenticeship, logOn, entries };
}

describe('hours with times and practised skills', () => {
  test('are shown as they were logged, a break taken out', async () => {
    const { logOn, entries } = await apprentice();
    await logOn(monday, between(clock(7), clock(15, 30), { minutes: 480, practised: [start, load] }), line());
    const shown = (await entries()).map(({ minutes, times, practised }) => ({ minutes, times, practised }));
    expect(shown.toSorted((a, b) => b.minutes - a.minutes)).toEqual([
      { minutes: 480, times: { startMinute: 420, endMinute: 930 }, practised: [start, load] },
      { minutes: 450, times: null, practised: [] },
    ]);
  });
  test('of a night end on the next day', async () => {
    const { logOn, entries } = await apprentice();
    await logOn(monday, between(clock(22), clock(30), { minutes: 450 }));
    expect(await entries()).toMatchObject([{ workedOn: monday, times: { startMinute: 1_320, endMinute: 1_800 } }]);
  });
  test('may touch each other, also across midnight', async () => {
    const { logOn, entries } = await apprentice();
    await logOn(monday, between(clock(6), clock(7)), between(clock(7), clock(8)), between(clock(22), clock(30)));
    await logOn(tuesday, between(clock(6), clock(7)));
    expect(await entries()).toHaveLength(4);
  });
  test('are logged once, however often they are sent', async () => {
    const { logOn, entries } = await apprentice();
    const one = between(clock(6), clock(7), { practised: [start] });
    await Promise.all([1, 2, 3, 4].map(() => logOn(monday, one)));
    expect(await entries()).toHaveLength(1);
  });
  test('are corrected to other times and skills, or to none, and do not stand in their own way', async () => {
    const { call, apprenticeship, entries } = await apprentice();
    const body = dayOf([between(clock(6), clock(8), { practised: [start] })], { submit: false });
    const [draft] = await log(call, apprenticeship, body);
    if (!draft) throw new Error('nothing was logged');
    const correct = (version: number, overrides: Partial<Line>) =>
      correctShown(call, {
        params: { entry: draft.id },
        body: { version, workedOn: monday, workProcess: processCode('WP01'), minutes: 60, submit: false, ...overrides },
      });
    const times = { startMinute: clock(7), endMinute: clock(9) };
    const later = await correct(draft.version, { times, practised: [load] });
    expect(later).toMatchObject({ times, practised: [load] });
    expect(await correct(later.version, {})).toMatchObject({ times: null, practised: [] });
    expect(await entries()).toHaveLength(1);
  });
});

describe('hours that cannot be logged for their times or skills', () => {
  test.each([
    ['422 times-out-of-range', between(-1, clock(1))],
    ['422 times-out-of-range', between(clock(24), clock(25))],
    ['422 times-out-of-range', between(clock(7), clock(7))],
    ['422 times-out-of-range', between(clock(8), clock(7))],
    ['422 times-out-of-range', between(clock(7), clock(31, 1))],
    ['422 minutes-exceed-times', between(clock(7), clock(7, 59))],
    ['422 unknown-competency', line({ practised: [start, competencyCode('WP99.01')] })],
    ['400 invalid-request', between(clock(7), clock(8) + 0.5)],
    ['400 invalid-request', line({ practised: Array.from({ length: 21 }, () => start) })],
    ['400 invalid-request', { ...line(), times: { startMinute: clock(7) } as never }],
  ])('are refused with %s', async (refusal, wrong) => {
    const { logOn, entries } = await apprentice();
    expect(await refusalOf(logOn(monday, line({ minutes: 5 }), wrong))).toBe(refusal);
    expect(await entries()).toEqual([]);
  });

  test.each([
    ['the same hour', monday, between(clock(22, 30), clock(23, 30))],
    ['a night that begins within it', monday, between(clock(23), clock(25))],
    ['the morning after a night', tuesday, between(clock(1), clock(2))],
    ['a night from the day before', sunday, between(clock(23), clock(46, 59))],
  ])('are those that overlap: %s', async (_, workedOn, overlapping) => {
    const { logOn, entries } = await apprentice();
    await logOn(monday, between(clock(22), clock(26)));
    const problem = await problemOf(logOn(workedOn, overlapping));
    expect(problem).toMatchObject({
      status: 409,
      kind: 'overlapping-times',
      facts: { with: { workedOn: monday, times: { startMinute: 1_320, endMinute: 1_560 } } },
    });
    expect(await entries()).toHaveLength(1);
  });
  test('are those that overlap within one request', async () => {
    const { logOn, entries } = await apprentice();
    const both = [between(clock(6), clock(8)), between(clock(7), clock(9))];
    expect(await refusalOf(logOn(monday, ...both))).toBe('409 overlapping-times');
    expect(await entries()).toEqual([]);
  });
  test('are those that overlap, also when sent all at once, over two days', async () => {
    const { logOn, entries } = await apprentice();
    const outcomes = await Promise.allSettled([
      ...[1, 2, 3].map(() => logOn(monday, between(clock(23), clock(25)))),
      ...[1, 2, 3].map(() => logOn(tuesday, between(clock(0, 30), clock(2)))),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'overlapping-times' });
    expect(await entries()).toHaveLength(1);
  });
  test.each([
    ['other times', { times: { startMinute: clock(6), endMinute: clock(7, 30) } }],
    ['no times', { times: undefined }],
    ['other skills', { practised: [load] }],
    ['no skills', { practised: undefined }],
  ])('are those under the id of an entry with %s', async (_, other) => {
    const { logOn, entries } = await apprentice();
    const logged = between(clock(6), clock(7), { practised: [start] });
    await logOn(monday, logged);
    expect(await refusalOf(logOn(monday, { ...logged, ...other } as Line))).toBe('409 id-taken');
    expect(await entries()).toMatchObject([{ times: logged.times, practised: [start] }]);
  });
});
