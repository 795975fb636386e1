import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipStatus, CalendarDate } from '@journeybook/domain';
import { college, council, day, foundry, mentorship, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { readBy } from '../testing/agreement.js';
import { dayOf, line, log } from '../testing/hours.js';
import { chainOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, buildWorld, mill, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

/** To the mill on 3 March, unless told otherwise. */
const change = (call: Client, apprenticeship: string, overrides: { employer?: string; from?: CalendarDate } = {}) =>
  call(endpoints.changeEmployer, {
    params: { apprenticeship },
    body: { employer: mill, from: day('2026-03-03'), ...overrides },
  });
const assign = ({ apprenticeship }: AddedApprentice, mentor: Known, from: string, until: string | null = null) =>
  api.database.read.apprenticeships.assignMentor(
    newId(),
    council,
    mentorship({ mentor: mentor.id, apprenticeship, from: day(from), until: until === null ? null : day(until) }),
  );
const opens = async (person: Known, apprenticeship: string) =>
  readBy(await api.as(person), apprenticeship).then(
    () => true,
    () => false,
  );

describe('changing the employer', () => {
  test('keeps the agreement and shows the employers one after the other', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const view = await change(cora, apprenticeship);
    const [northfield, river] = [
      { id: foundry, name: 'Northfield Castings' },
      { id: mill, name: 'River Mill' },
    ];
    expect(view).toMatchObject({ status: 'active', employer: river });
    expect(view.employers).toEqual([
      { employer: northfield, from: '2026-01-05' },
      { employer: river, from: '2026-03-03' },
    ]);
    expect(view.may.changeEmployer).toBe(true);
    const back = await change(cora, apprenticeship, { employer: foundry, from: today });
    expect(back.employers.map((one) => [one.employer.name, one.from])).toEqual([
      ['Northfield Castings', '2026-01-05'],
      ['River Mill', '2026-03-03'],
      ['Northfield Castings', '2026-03-04'],
    ]);
    expect(back.may.changeEmployer).toBe(false);
    expect(await chainOf(api.database, apprenticeship)).toMatchObject([
      { kind: 'employer-changed', from: foundry, employer: mill, answeredBy: people.councilAdmin.id },
      { kind: 'employer-changed', from: mill, employer: foundry },
    ]);
  });
  test('closes the record to the employer left and its mentors, and opens it to the new one', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const seen = async () =>
      Promise.all([people.foundryAdmin, people.grace, people.millAdmin].map((one) => opens(one, apprenticeship)));
    expect(await seen()).toEqual([true, true, false]);
    await change(cora, apprenticeship);
    expect(await seen()).toEqual([false, false, true]);
    const fred = await api.as(people.foundryAdmin);
    const asked = { params: { apprenticeship } };
    expect(await refusalOf(fred(endpoints.readAgreement, asked))).toBe('404 not-their-record');
    expect(await refusalOf(fred(endpoints.readRecord, asked))).toBe('404 not-their-record');
    expect(await refusalOf(fred(endpoints.listEntries, asked))).toBe('404 not-their-record');
    const { apprenticeships } = await fred(endpoints.listApprenticeships, {});
    expect(apprenticeships.map((one) => one.id)).not.toContain(apprenticeship);
    const mia = await api.as(people.millAdmin);
    const theirs = await mia(endpoints.listApprenticeships, {});
    expect(theirs.apprenticeships.map((one) => one.id)).toContain(apprenticeship);
  });
  test('ends the assignments of mentors on the day before, withdraws those to come, and leaves the others', async () => {
    const person = await addApprentice(api.database);
    const both = { id: newId<Known['id']>(), name: 'Bo Both', email: 'bo.both@people.example' };
    const sponsors = { id: newId<Known['id']>(), name: 'Sue Sponsor', email: 'sue.sponsor@people.example' };
    await api.database.read.people.add(
      [both, sponsors].map((one) => ({ ...one, passwordHash: null, studentNumber: null })),
    );
    for (const place of [foundry, mill]) await addMembership(api.database, both, place, 'mentor');
    await addMembership(api.database, sponsors, council, 'mentor');
    await assign(person, both, '2026-01-05');
    await assign(person, sponsors, '2026-01-05');
    await assign(person, people.felix, '2026-01-05', '2026-02-01');
    await assign(person, people.felix, '2026-03-03', '2026-06-30');
    await assign(person, people.nora, '2026-03-10');
    const { mentorships } = await change(cora, person.apprenticeship);
    const periods = mentorships.map(({ mentor, from, until }) => `${mentor.name} ${from} ${until ?? ''}`.trim());
    expect(periods.toSorted()).toEqual([
      'Bo Both 2026-01-05',
      'Felix Former 2026-01-05 2026-02-01',
      'Felix Former 2026-03-03 2026-03-03',
      'Grace Kim 2026-01-05 2026-03-02',
      'Hugo Brandt 2026-01-05 2026-03-02',
      'Sue Sponsor 2026-01-05',
    ]);
  });
  test('leaves hours that wait with the employer and the mentor of their day', async () => {
    const person = await addApprentice(api.database);
    const ada = await api.as(person);
    const shown = await log(ada, person.apprenticeship, dayOf([line()], { workedOn: day('2026-03-02') }));
    await change(cora, person.apprenticeship);
    const later = await log(ada, person.apprenticeship, dayOf([line()], { workedOn: day('2026-03-03') }));
    const grace = await api.as(people.grace);
    const { entries } = await grace(endpoints.approvalQueue, {});
    const waiting = new Set(entries.map((entry) => entry.id));
    expect([waiting.has(shown[0]?.id as never), waiting.has(later[0]?.id as never)]).toEqual([true, false]);
    await grace(endpoints.approveHours, { body: { entries: shown } });
    expect(await refusalOf(grace(endpoints.approveHours, { body: { entries: later } }))).toBe('403 not-their-mentor');
    await assign(person, people.mona, '2026-03-03');
    await (await api.as(people.mona))(endpoints.approveHours, { body: { entries: later } });
    const credits = await chainOf(api.database, person.apprenticeship);
    expect(credits.flatMap((one) => (one.kind === 'ojt-hours-credited' ? [one.employer] : []))).toEqual([
      foundry,
      mill,
    ]);
  });
  test('many times at once is one change', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => change(cora, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'same-employer' });
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);
  });
  test('may lead to the sponsor itself', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await change(cora, apprenticeship, { employer: council })).toMatchObject({ employer: { id: council } });
  });
});

describe('changing the employer is refused', () => {
  test.each([
    ['409 same-employer', { employer: foundry }],
    ['409 employer-not-in-program', { employer: outsideEmployer }],
    ['409 employer-not-in-program', { employer: college }],
    ['409 employer-not-in-program', { employer: newId<string>() }],
    ['422 future-date', { from: day('2026-03-05') }],
    ['422 before-agreement', { from: day('2026-01-04') }],
    ['400 invalid-request', { employer: 'mill' }],
  ])('with %s for %o', async (refusal, overrides) => {
    const person = await addApprentice(api.database);
    expect(await refusalOf(change(cora, person.apprenticeship, overrides))).toBe(refusal);
    const view = await readBy(cora, person.apprenticeship);
    expect(view).toMatchObject({ employer: { id: foundry }, mentorships: [{ until: null }, { until: null }] });
    expect(await chainOf(api.database, person.apprenticeship)).toEqual([]);
  });
  test('up to the day of the last change', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await change(cora, apprenticeship);
    expect(await refusalOf(change(cora, apprenticeship, { employer: foundry }))).toBe('409 before-last-change');
  });
  test.each<ApprenticeshipStatus>(['completed', 'cancelled', 'transferred'])('when it is %s', async (status) => {
    const { apprenticeship } = await addApprentice(api.database, { status });
    expect(await refusalOf(change(cora, apprenticeship))).toBe('409 record-closed');
  });
});

const others = (call: Client, apprenticeship: string) =>
  call(endpoints.listOtherEmployers, { params: { apprenticeship } });

test('the other employers are those of the program, and the sponsor itself', async () => {
  const { apprenticeship } = await addApprentice(api.database);
  const names = async () => (await others(cora, apprenticeship)).employers.map((one) => one.name);
  expect(await names()).toEqual(['River Mill', 'Northern Council']);
  await change(cora, apprenticeship);
  expect(await names()).toEqual(['Northfield Castings', 'Northern Council']);
});

describe('who may not change the employer, nor see the others', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await addApprentice(api.database);
    const call = await api.as(person);
    expect(await refusalOf(change(call, apprenticeship))).toBe(refusal);
    expect(await refusalOf(others(call, apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also with an office at the sponsor', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, council, 'sponsor-admin');
    const call = await api.as(person);
    expect(await refusalOf(change(call, person.apprenticeship))).toBe('403 not-their-program');
    expect(await refusalOf(others(call, person.apprenticeship))).toBe('403 not-their-program');
  });
});
