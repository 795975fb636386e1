import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Apprenticeship } from '@journeybook/domain';
import { day, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { addApprentice } from '../testing/add-apprentice.js';
import { readBy } from '../testing/agreement.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
let fred: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
  fred = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

/** The id of Grace's assignment. */
const gracesOf = async ({ apprenticeship }: Pick<AddedApprentice, 'apprenticeship'>) => {
  const { mentorships } = await readBy(cora, apprenticeship);
  return mentorships.find((one) => one.mentor.id === people.grace.id)?.id ?? '';
};
const end = (call: Client, params: { apprenticeship: string; mentorship: string }, until = '2026-03-03') =>
  call(endpoints.endMentorship, { params, body: { until: day(until) } });
/** Somebody at the foundry, with Grace's assignment. */
const added = async (overrides: Partial<Apprenticeship> = {}) => {
  const person = await addApprentice(api.database, overrides);
  return { person, params: { apprenticeship: person.apprenticeship, mentorship: await gracesOf(person) } };
};

describe('ending an assignment', () => {
  test('gives it its last day; from the next the record is closed to the mentor', async () => {
    const { person, params } = await added();
    const view = await end(fred, params);
    expect(view.mentorships.map((one) => [one.mentor.name, one.until])).toEqual([
      ['Grace Kim', '2026-03-03'],
      ['Hugo Brandt', null],
    ]);
    const grace = await api.as(people.grace);
    expect(await refusalOf(readBy(grace, person.apprenticeship))).toBe('404 not-their-record');
  });
  test('is open to the sponsor, twice, earlier, and after the record was closed', async () => {
    const { params } = await added({ status: 'completed' });
    await end(cora, params, '2026-03-04');
    await end(cora, params, '2026-03-04');
    const view = await end(cora, params, '2026-02-01');
    expect(view.mentorships[0]).toMatchObject({ until: '2026-02-01' });
  });
});

describe('ending an assignment is refused', () => {
  test('before it began and after it ended', async () => {
    const { params } = await added();
    expect(await refusalOf(end(fred, params, '2026-01-04'))).toBe('422 period-backwards');
    await end(fred, params);
    expect(await refusalOf(end(fred, params, '2026-03-04'))).toBe('409 already-ended');
  });
  test('when there is none, or it is of another apprentice', async () => {
    const { params } = await added();
    const other = await gracesOf({ apprenticeship: agreements.ada.id });
    for (const mentorship of [newId<string>(), other])
      expect(await refusalOf(end(fred, { ...params, mentorship }))).toBe('404 not-found');
    expect(await refusalOf(end(fred, { ...params, mentorship: 'first' }))).toBe('400 invalid-request');
    const [untouched] = (await readBy(cora, agreements.ada.id)).mentorships.filter((one) => one.id === other);
    expect(untouched).toMatchObject({ until: null });
  });
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('to %s', async (_, person, refusal) => {
    const { params } = await added();
    expect(await refusalOf(end(await api.as(person), params))).toBe(refusal);
    expect((await readBy(cora, params.apprenticeship)).mentorships[0]).toMatchObject({ until: null });
  });
  test('to the apprentice, also as an administrator of the employer', async () => {
    const { person, params } = await added();
    await addMembership(api.database, person, foundry, 'employer-admin');
    expect(await refusalOf(end(await api.as(person), params))).toBe('403 not-their-apprentice');
  });
});
