import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import { at, day, foundry, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

/** A fresh apprentice who signed in, and their entries as they see them. */
async function apprentice(...given: Parameters<typeof addApprentice> extends [unknown, ...infer Rest] ? Rest : never) {
  const person = await addApprentice(api.database, ...given);
  const call = await api.as(person);
  const params = { apprenticeship: person.apprenticeship };
  const entries = async () => (await call(endpoints.listHours, { params })).entries;
  return { ...person, call, params, entries };
}

describe('logging hours', () => {
  test('answers the entries with all that a person reads, waiting for the mentor', async () => {
    const { call, params, entries } = await apprentice();
    const body = dayOf([line({ note: 'Ran line 3' }), line({ workProcess: processCode('WP06'), minutes: 30 })]);
    const answer = await call(endpoints.logHours, { params, body });
    expect(answer.entries.toSorted((left, right) => right.minutes - left.minutes)).toMatchObject([
      {
        id: body.lines[0]?.id,
        status: 'submitted',
        version: 2,
        workedOn: '2026-03-02',
        minutes: 450,
        workProcess: { code: 'WP01', title: 'Operate production equipment' },
        employer: { id: foundry, name: 'Northfield Castings' },
        note: 'Ran line 3',
        loggedAt: '2026-03-04T15:00:00.000Z',
        decidedBy: null,
        decidedAt: null,
        reason: null,
      },
      { minutes: 30, workProcess: { code: 'WP06' } },
    ]);
    expect(await entries()).toMatchObject(answer.entries);
  });

  test('keeps drafts back when told to', async () => {
    const { call, params, entries } = await apprentice();
    await call(endpoints.logHours, { params, body: dayOf([line()], { submit: false }) });
    expect(await entries()).toMatchObject([{ status: 'draft', version: 1 }]);
  });

  test('logs an entry once, however often it is sent', async () => {
    const { call, params, entries } = await apprentice();
    const body = dayOf([line(), line({ minutes: 60 })]);
    const first = await call(endpoints.logHours, { params, body });
    const again = await Promise.all([1, 2, 3, 4, 5].map(() => call(endpoints.logHours, { params, body })));
    for (const answer of again) expect(answer).toEqual(first);
    expect(await entries()).toHaveLength(2);
  });

  test('logs an entry that stands twice in one request once', async () => {
    const { call, params, entries } = await apprentice();
    const twice = line();
    await call(endpoints.logHours, { params, body: dayOf([twice, twice]) });
    expect(await entries()).toMatchObject([{ id: twice.id, minutes: 450 }]);
  });

  test('logs what is new of a request whose first part had arrived', async () => {
    const { call, params, entries } = await apprentice();
    const [arrived, lost] = [line(), line({ minutes: 15 })];
    await call(endpoints.logHours, { params, body: dayOf([arrived]) });
    await call(endpoints.logHours, { params, body: dayOf([arrived, lost]) });
    expect((await entries()).map((entry) => entry.id).toSorted()).toEqual([arrived.id, lost.id].toSorted());
  });

  test('takes the date at the site for today, not the date in London', async () => {
    const body = (workedOn: string) => dayOf([line()], { workedOn: day(workedOn) });
    await api.clock.during(at('2026-03-05T02:00:00Z'), async () => {
      const { call, params } = await apprentice();
      await call(endpoints.logHours, { params, body: body('2026-03-04') });
      expect(await refusalOf(call(endpoints.logHours, { params, body: body('2026-03-05') }))).toBe('422 future-date');
    });
  });
});

describe('hours that cannot be logged', () => {
  test.each([
    ['422 minutes-not-positive', dayOf([line({ minutes: 0 })])],
    ['422 future-date', dayOf([line()], { workedOn: day('2026-03-05') })],
    ['422 before-agreement', dayOf([line()], { workedOn: day('2026-01-04') })],
    ['422 before-agreement', dayOf([line()], { workedOn: day('0001-01-01') })],
    ['422 unknown-work-process', dayOf([line({ workProcess: processCode('WP99') })])],
    ['422 over-24-hours', dayOf([line({ minutes: 1_441 })])],
    ['422 over-24-hours', dayOf([line({ minutes: 1_000 }), line({ minutes: 441 })])],
    ['400 invalid-request', dayOf([])],
    ['400 invalid-request', dayOf([line({ id: 'not-an-id' })])],
    ['400 invalid-request', dayOf([line({ minutes: 7.5 })])],
    ['400 invalid-request', dayOf([line({ note: 'x'.repeat(2_001) })])],
    ['400 invalid-request', dayOf([line({ note: 'a \u0000 b' })])],
    ['400 invalid-request', { ...dayOf([line()]), workedOn: '2026-02-30' }],
    ['400 invalid-request', { ...dayOf([line()]), workedOn: '0000-01-01' }],
  ])('are refused with %s', async (refusal, body) => {
    const { call, params, entries } = await apprentice();
    expect(await refusalOf(call(endpoints.logHours, { params, body }))).toBe(refusal);
    expect(await entries()).toEqual([]);
  });

  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'are those of an apprenticeship that is %s',
    async (status) => {
      const { call, params } = await apprentice({ status });
      const problem = await problemOf(call(endpoints.logHours, { params, body: dayOf([line()]) }));
      expect(problem).toMatchObject({ status: 409, kind: 'not-in-training', facts: { status } });
    },
  );

  test('name each field that is wrong', async () => {
    const { call, params } = await apprentice();
    const body = { ...dayOf([line(), line({ minutes: 1.5 })]), workedOn: 'yesterday' as never };
    const { errors } = await problemOf(call(endpoints.logHours, { params, body }));
    expect(errors).toEqual([
      { field: 'workedOn', message: 'must be a date such as 2026-11-23' },
      { field: 'lines.1.minutes', message: 'must be whole minutes' },
    ]);
  });

  test('name a wrong part of the address', async () => {
    const { call } = await apprentice();
    const params = { apprenticeship: 'mine' };
    const { status, errors } = await problemOf(call(endpoints.logHours, { params, body: dayOf([line()]) }));
    expect({ status, errors }).toEqual({
      status: 400,
      errors: [{ field: 'apprenticeship', message: 'must be an id' }],
    });
  });

  test.each([
    ['minutes', { minutes: 60 }],
    ['work process', { workProcess: processCode('WP06') }],
    ['note', { note: 'something else' }],
  ])('are those under the id of an entry with another %s', async (_, other) => {
    const { call, params, entries } = await apprentice();
    const logged = line();
    await call(endpoints.logHours, { params, body: dayOf([logged]) });
    const fresh = line({ minutes: 5 });
    const body = dayOf([fresh, { ...logged, ...other }]);
    expect(await refusalOf(call(endpoints.logHours, { params, body }))).toBe('409 id-taken');
    expect(await entries()).toMatchObject([{ id: logged.id, minutes: 450, note: '' }]);
  });

  test('are those under an id that stands twice in the request with other minutes', async () => {
    const { call, params, entries } = await apprentice();
    const one = line();
    const body = dayOf([one, { ...one, minutes: 5 }]);
    expect(await refusalOf(call(endpoints.logHours, { params, body }))).toBe('409 id-taken');
    expect(await entries()).toEqual([]);
  });

  test('are those under the id of somebody else’s entry', async () => {
    const [one, other] = [await apprentice(), await apprentice()];
    const taken = line();
    await log(one.call, one.apprenticeship, dayOf([taken]));
    expect(await refusalOf(log(other.call, other.apprenticeship, dayOf([taken])))).toBe('409 id-taken');
    expect(await other.entries()).toEqual([]);
  });

  test('are those beyond 24 hours of a date, also when sent all at once', async () => {
    const { call, params, entries } = await apprentice();
    const eight = () => call(endpoints.logHours, { params, body: dayOf([line({ minutes: 480 })]) });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, eight));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 422, kind: 'over-24-hours' });
    expect((await entries()).reduce((sum, entry) => sum + entry.minutes, 0)).toBe(24 * 60);
  });
});

describe('who may not log hours', () => {
  const params = { apprenticeship: agreements.ada.id };
  test.each([
    ['another apprentice', people.bela, '404 not-their-record'],
    ['an apprentice of another sponsor', people.zoe, '404 not-their-record'],
    ['the mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s, nor read the list of them', async (_, person, refusal) => {
    const call = await api.as(person);
    expect(await refusalOf(call(endpoints.logHours, { params, body: dayOf([line()]) }))).toBe(refusal);
    expect(await refusalOf(call(endpoints.listHours, { params }))).toBe(refusal);
  });
  test('nobody, for an apprenticeship that does not exist, in the same words', async () => {
    const call = await api.as(people.bela);
    const there = await problemOf(call(endpoints.listHours, { params }));
    const notThere = await problemOf(call(endpoints.listHours, { params: { apprenticeship: newId() } }));
    expect({ ...notThere, requestId: '' }).toEqual({ ...there, requestId: '' });
  });
});
