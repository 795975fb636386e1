import type { assignMentorBody, Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipStatus, PersonId } from '@journeybook/domain';
import { council, day, foundry, imt, now, standardId, terms } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, readBy } from '../testing/agreement.js';
import { dayOf, line, log } from '../testing/hours.js';
import { onDay } from '../testing/on-day.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import type { Known } from '../testing/world.js';
import { addMembership, buildWorld, mill, people } from '../testing/world.js';

const known = (name: string): Known => ({ id: newId<PersonId>(), name, email: `${name.replace(' ', '.')}@x.example` });
/** A mentor of the sponsor itself, one whose role at the foundry begins on 10 March, and one whose role ended. */
const [sue, tom, old] = [known('Sue Sponsor'), known('Tom Tomorrow'), known('Olga Old')];

let api: RunningApi;
let cora: Client;
let fred: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  const { people: repository } = api.database.read;
  await repository.add([sue, tom, old].map((one) => ({ ...one, passwordHash: null, studentNumber: null })));
  const roles = [
    [sue, council, '2026-01-01', null],
    [tom, foundry, '2026-03-10', null],
    [old, foundry, '2026-01-01', '2026-02-28'],
  ] as const;
  await repository.addMemberships(
    roles.map(([{ id: personId }, organizationId, fromOn, untilOn]) => {
      return { id: newId<string>(), role: 'mentor', personId, organizationId, fromOn, untilOn };
    }),
  );
  cora = await api.as(people.councilAdmin);
  fred = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

/** Assigns Nora from 2 March, unless told otherwise. */
const assign = (call: Client, apprenticeship: string, overrides: Partial<z.input<typeof assignMentorBody>> = {}) =>
  call(endpoints.assignMentor, {
    params: { apprenticeship },
    body: { mentor: people.nora.id, from: day('2026-03-02'), ...overrides },
  });
const possible = async (call: Client, apprenticeship: string) =>
  (await call(endpoints.listPossibleMentors, { params: { apprenticeship } })).mentors.map((one) => one.name);
const mentorsOf = async (apprenticeship: string) =>
  (await readBy(cora, apprenticeship)).mentorships.map((one) => one.mentor.name);

describe('assigning a mentor', () => {
  test('by the employer opens the record to them and lets them decide hours of the period', async () => {
    const person = await addApprentice(api.database);
    const nora = await api.as(people.nora);
    expect(await refusalOf(readBy(nora, person.apprenticeship))).toBe('404 not-their-record');
    const { agreement, flags } = await assign(fred, person.apprenticeship, { until: day('2026-06-30') });
    expect(flags).toEqual([]);
    expect(agreement.mentorships).toContainEqual({
      id: expect.any(String),
      mentor: { id: people.nora.id, name: 'Nora Next' },
      from: '2026-03-02',
      until: '2026-06-30',
      kind: 'mentor',
    });
    expect(await readBy(nora, person.apprenticeship)).toMatchObject({ apprentice: { id: person.id } });
    const shown = await log(await api.as(person), person.apprenticeship, dayOf([line()]));
    expect((await nora(endpoints.approveHours, { body: { entries: shown } })).entries).toHaveLength(1);
  });
  test('is open to the sponsor, to a draft, and to a mentor of the sponsor itself', async () => {
    const { apprenticeship } = await draftBy(cora, { beganOn: day('2026-03-09') });
    const { agreement } = await assign(cora, apprenticeship, { mentor: sue.id, from: day('2026-03-09') });
    expect(agreement.mentorships.map((one) => one.mentor.name)).toEqual(['Sue Sponsor']);
  });
  test('of a stand-in is for a time', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const standIn = { kind: 'stand-in', until: day('2026-03-08') } as const;
    const { agreement } = await assign(fred, apprenticeship, standIn);
    expect(agreement.mentorships.find((one) => one.mentor.id === people.nora.id)).toMatchObject(standIn);
  });
  test('counts from the day the role at the employer begins', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const early = { mentor: tom.id, from: day('2026-03-09') };
    expect(await refusalOf(assign(fred, apprenticeship, early))).toBe('422 not-a-mentor-here');
    await assign(fred, apprenticeship, { ...early, from: day('2026-03-10') });
    expect(await mentorsOf(apprenticeship)).toContain('Tom Tomorrow');
  });
  test('again is open after a period that ended', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await assign(fred, apprenticeship, { until: day('2026-03-03') });
    await assign(fred, apprenticeship, { from: day('2026-03-04') });
    expect((await mentorsOf(apprenticeship)).filter((name) => name === 'Nora Next')).toHaveLength(2);
  });
  test('many times at once is one assignment', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => assign(fred, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-assigned' });
    expect((await mentorsOf(apprenticeship)).filter((name) => name === 'Nora Next')).toHaveLength(1);
  });
  test('tells of more apprentices at the site than the ratio allows, and assigns all the same', async () => {
    const standard = imt('time', { id: standardId(22), version: '2026.22', terms: terms() });
    await api.database.transaction(({ standards }) => standards.publish(council, standard, now));
    const { apprenticeship } = await addApprentice(api.database, { employer: mill, standard: standard.id });
    const mona = await assign(cora, apprenticeship, { mentor: people.mona.id });
    expect(mona.flags).toEqual(['over-ratio']);
    expect(mona.agreement).toMatchObject({ ratio: { apprentices: 1, journeyworkers: 1 } });
    const second = await assign(cora, apprenticeship, { mentor: sue.id });
    expect(second.flags).toEqual([]);
  });
});

describe('assigning a mentor is refused', () => {
  test.each([
    ['422 not-a-mentor-here', 'a mentor of another employer', { mentor: people.mona.id }],
    ['422 not-a-mentor-here', 'somebody without the role', { mentor: people.foundryAdmin.id }],
    ['422 not-a-mentor-here', 'a mentor whose role ended', { mentor: old.id }],
    ['422 not-a-mentor-here', 'nobody', { mentor: newId<PersonId>() }],
    ['422 period-backwards', 'a period that ends before it begins', { until: day('2026-03-01') }],
    ['422 stand-in-without-end', 'a stand-in for good', { kind: 'stand-in' as const }],
    ['422 before-agreement', 'a day before the agreement', { from: day('2026-01-04') }],
    ['409 already-assigned', 'a mentor who is assigned', { mentor: people.grace.id }],
    ['400 invalid-request', 'a mentor without an id', { mentor: 'grace' }],
  ])('with %s to %s', async (refusal, _, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(assign(fred, apprenticeship, overrides))).toBe(refusal);
    expect(await mentorsOf(apprenticeship)).toEqual(['Grace Kim', 'Hugo Brandt']);
  });
  test('to the apprentice, also one who mentors others', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, foundry, 'mentor');
    const own = { mentor: person.id };
    expect(await refusalOf(assign(fred, person.apprenticeship, own))).toBe('403 own-mentor');
  });
  test.each<ApprenticeshipStatus>(['completed', 'cancelled', 'transferred'])('when it is %s', async (status) => {
    const { apprenticeship } = await addApprentice(api.database, { status });
    expect(await refusalOf(assign(fred, apprenticeship))).toBe('409 record-closed');
  });
});

describe('possible mentors', () => {
  test('are those of the employer and of the sponsor today, by name, and never the apprentice', async () => {
    const person = await addApprentice(api.database);
    const expected = ['Felix Former', 'Grace Kim', 'Hugo Brandt', 'Nora Next', 'Sue Sponsor'];
    for (const call of [cora, fred])
      expect((await possible(call, person.apprenticeship)).filter((name) => !name.startsWith('Apprentice'))).toEqual(
        expected,
      );
    await addMembership(api.database, person, foundry, 'mentor');
    expect(await possible(fred, person.apprenticeship)).not.toContain(person.name);
  });
  test('are as many more as begin by another day', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const later = await onDay(api, '2026-03-10', async (as) => possible(await as(people.foundryAdmin), apprenticeship));
    expect(later).toContain('Tom Tomorrow');
  });
});

describe('who may not assign mentors, nor see who could be', () => {
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await addApprentice(api.database);
    const call = await api.as(person);
    expect(await refusalOf(assign(call, apprenticeship))).toBe(refusal);
    expect(await refusalOf(possible(call, apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also as an administrator of the employer', async () => {
    const person = await addApprentice(api.database);
    expect(await refusalOf(assign(await api.as(person), person.apprenticeship))).toBe('403 not-allowed');
    await addMembership(api.database, person, foundry, 'employer-admin');
    const call = await api.as(person);
    expect(await refusalOf(assign(call, person.apprenticeship))).toBe('403 not-their-apprentice');
    expect(await refusalOf(possible(call, person.apprenticeship))).toBe('403 not-their-apprentice');
  });
  test('a mentor who is an administrator of another employer', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await addMembership(api.database, people.hugo, mill, 'employer-admin');
    const hugo = await api.as(people.hugo);
    expect(await refusalOf(assign(hugo, apprenticeship))).toBe('403 not-their-apprentice');
    expect(await refusalOf(possible(hugo, apprenticeship))).toBe('403 not-their-apprentice');
  });
});
