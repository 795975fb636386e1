import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId } from '@journeybook/domain';
import { hours, reverseEntry } from '@journeybook/domain';
import { council, day, foundry, terms, wageSchedule } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { publish, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
const wages = wageSchedule({
  steps: [
    { step: 1, title: 'Entry', after: {}, percent: 60 },
    { step: 2, title: 'Second', after: { ojtMinutes: hours(5) }, percent: 75 },
    { step: 3, title: 'Third', after: { ojtMinutes: hours(10) }, percent: 90 },
  ],
});
const program = smallProgram('time', { terms: terms({ wages }) });
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  await publish(api.database, program);
  [employer, sponsor] = [await api.as(people.foundryAdmin), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

const apprenticeOf = (overrides: Partial<Apprenticeship> = {}) =>
  addApprentice(api.database, { standard: program.id, ...overrides });
const give = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.giveWageStep, {
    params: { apprenticeship },
    body: { step: 1, centsPerHour: 1_850, from: day('2026-01-05'), ...overrides },
  });
const given = (apprenticeship: ApprenticeshipId) => api.database.read.record.list(apprenticeship);

describe('giving a wage step', () => {
  test('puts the rate that is really paid on the record, and since when', async () => {
    const { apprenticeship } = await apprenticeOf();
    const answer = await give(employer, apprenticeship);
    expect(answer).toMatchObject({
      apprenticeship,
      journeyworkerCentsPerHour: 3_000,
      minimumWageCents: 725,
      may: { give: true },
      steps: [
        { state: 'given', leastCentsPerHour: 1_800, given: { centsPerHour: 1_850, on: '2026-01-05' } },
        { state: 'ahead', leastCentsPerHour: 2_250, reachedOn: null, given: null },
        { state: 'ahead', leastCentsPerHour: 2_700, reachedOn: null, given: null },
      ],
    });
    expect(await given(apprenticeship)).toMatchObject([
      {
        kind: 'wage-step-given',
        step: 1,
        centsPerHour: 1_850,
        occurredOn: '2026-01-05',
        answeredBy: people.foundryAdmin.id,
      },
    ]);
    const page = await employer(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(page.entries[0]?.origin).toBe('Wage step 1, $18.50 an hour');
  });
  test('is read by the apprentice, the employer and the sponsor; a mentor reads that it was given', async () => {
    const person = await apprenticeOf();
    await give(employer, person.apprenticeship);
    const params = { apprenticeship: person.apprenticeship };
    const read = async (by: Known) => {
      const call = await api.as(by);
      const { timeline } = await call(endpoints.readRecord, { params });
      const { entries } = await call(endpoints.listEntries, { params, query: {} });
      return [timeline[0]?.origin, entries[0]?.origin];
    };
    for (const reader of [person, people.foundryAdmin, people.councilAdmin])
      expect(await read(reader)).toEqual(Array(2).fill('Wage step 1, $18.50 an hour'));
    expect(await read(people.grace)).toEqual(Array(2).fill('Wage step recorded'));
  });
  test('may come before it is due, above its rate, as a raise within a step, and from the sponsor', async () => {
    const { apprenticeship } = await apprenticeOf();
    await give(employer, apprenticeship);
    await give(sponsor, apprenticeship, { centsPerHour: 1_900, from: day('2026-02-02') });
    const { steps } = await give(employer, apprenticeship, { step: 3, centsPerHour: 2_800, from: day('2026-03-02') });
    expect(steps.map((one) => [one.state, one.given?.centsPerHour ?? null])).toEqual([
      ['given', 1_900],
      ['given', null],
      ['given', 2_800],
    ]);
  });
  test('said again answers the same and adds nothing, also after a higher step', async () => {
    const { apprenticeship } = await apprenticeOf();
    const first = await give(employer, apprenticeship);
    expect(await give(employer, apprenticeship)).toEqual(first);
    expect(await give(sponsor, apprenticeship)).toEqual(first);
    const later = await give(employer, apprenticeship, { step: 2, centsPerHour: 2_300, from: day('2026-03-02') });
    expect(await give(employer, apprenticeship)).toEqual(later);
    expect(await given(apprenticeship)).toHaveLength(2);
  });
  test('many times at once is one entry, and everybody is answered the same', async () => {
    const { apprenticeship } = await apprenticeOf();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => give(nth % 2 ? employer : sponsor, apprenticeship)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await given(apprenticeship)).toHaveLength(1);
  });
  test('at two rates at once never lets the wage fall', async () => {
    const { apprenticeship } = await apprenticeOf();
    const rates = [1_900, 1_800, 2_000, 1_850];
    await Promise.allSettled(rates.map((centsPerHour) => give(employer, apprenticeship, { centsPerHour })));
    const kept = (await given(apprenticeship)).map((entry) =>
      entry.kind === 'wage-step-given' ? entry.centsPerHour : 0,
    );
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  });
  test('that was taken back can be given again', async () => {
    const { apprenticeship } = await apprenticeOf();
    await give(employer, apprenticeship);
    const [entry] = await given(apprenticeship);
    if (entry?.kind !== 'wage-step-given') throw new Error('no wage step was given');
    const on = { by: people.councilAdmin.id, at: api.clock.now(), on: api.clock.today(), reason: 'Wrong apprentice' };
    await api.database.transaction(({ record }) =>
      record.append(council, apprenticeship, [reverseEntry(entry, { id: newId(), ...on })]),
    );
    const { steps } = await employer(endpoints.readWages, { params: { apprenticeship } });
    expect(steps[0]).toMatchObject({ state: 'overdue', given: null });
    expect((await give(employer, apprenticeship)).steps[0]).toMatchObject({ state: 'given' });
    expect(await given(apprenticeship)).toHaveLength(3);
  });
});

describe('a wage step is refused', () => {
  test.each([
    ['422 unknown-wage-step', { step: 4 }],
    ['422 future-date', { from: '2026-03-05' }],
    ['422 before-agreement', { from: '2026-01-04' }],
    ['422 below-step-rate', { centsPerHour: 1_799 }],
    ['400 invalid-request', { centsPerHour: 1_850.5 }],
    ['400 invalid-request', { from: 'January' }],
  ])('with %s', async (refusal, overrides) => {
    const { apprenticeship } = await apprenticeOf();
    expect(await refusalOf(give(employer, apprenticeship, overrides))).toBe(refusal);
    expect(await given(apprenticeship)).toEqual([]);
  });
  test('with less, a lower step or an earlier day than before', async () => {
    const { apprenticeship } = await apprenticeOf();
    await give(employer, apprenticeship, { step: 2, centsPerHour: 2_400, from: day('2026-02-02') });
    const on = { from: day('2026-02-09') };
    expect(await problemOf(give(employer, apprenticeship, { step: 2, centsPerHour: 2_399, ...on }))).toMatchObject({
      status: 422,
      kind: 'wage-falls',
      facts: { centsPerHour: 2_400 },
    });
    expect(await refusalOf(give(employer, apprenticeship, { step: 1, centsPerHour: 2_500, ...on }))).toBe(
      '422 step-falls',
    );
    expect(
      await problemOf(give(employer, apprenticeship, { step: 2, centsPerHour: 2_500, from: day('2026-02-01') })),
    ).toMatchObject({
      status: 409,
      kind: 'before-last-change',
      facts: { changedOn: '2026-02-02' },
    });
    expect(await given(apprenticeship)).toHaveLength(1);
  });
  test('with 422 below-minimum-wage where the schedule is below it', async () => {
    const low = smallProgram('time', { terms: terms({ wages: { ...wages, journeyworkerCentsPerHour: 1_000 } }) });
    await publish(api.database, low);
    const { apprenticeship } = await apprenticeOf({ standard: low.id });
    expect(await refusalOf(give(employer, apprenticeship, { centsPerHour: 724 }))).toBe('422 below-minimum-wage');
  });
  test('with 409 no-wage-schedule where none is laid down', async () => {
    const without = smallProgram('time', { terms: terms({ wages: null }) });
    await publish(api.database, without);
    const { apprenticeship } = await apprenticeOf({ standard: without.id });
    expect(await refusalOf(give(employer, apprenticeship))).toBe('409 no-wage-schedule');
    expect(await employer(endpoints.readWages, { params: { apprenticeship } })).toMatchObject({
      journeyworkerCentsPerHour: null,
      steps: [],
      may: { give: false },
    });
  });
  test('with 409 record-closed once it is', async () => {
    const { apprenticeship } = await apprenticeOf({ status: 'transferred' });
    expect(await refusalOf(give(employer, apprenticeship))).toBe('409 record-closed');
    expect(await employer(endpoints.readWages, { params: { apprenticeship } })).toMatchObject({ may: { give: false } });
  });
});

describe('who may not give a wage step', () => {
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await apprenticeOf();
    expect(await refusalOf(give(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await apprenticeOf();
    const call = await api.as(apprentice);
    expect(await refusalOf(give(call, apprentice.apprenticeship))).toBe('403 not-allowed');
    await addMembership(api.database, apprentice, foundry, 'employer-admin');
    expect(await refusalOf(give(call, apprentice.apprenticeship))).toBe('403 own-wage');
  });
  test('anybody, in a record that does not exist', async () => {
    expect(await refusalOf(give(employer, newId()))).toBe('404 not-their-record');
  });
});
