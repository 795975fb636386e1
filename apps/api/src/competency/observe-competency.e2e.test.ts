import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { competencyCode, day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { suspendBetween } from '../testing/change-agreement.js';
import { totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

const observe = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.observe, {
    params: { apprenticeship },
    body: {
      competency: competencyCode('WP01.01'),
      on: day('2026-03-03'),
      level: 2,
      feedback: 'Ask before the second valve',
      ...overrides,
    },
  });

describe('observing a skill', () => {
  test('is an entry of the record with the feedback and the level seen', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const observed = { level: 2, on: '2026-03-03', by: { id: people.grace.id, name: 'Grace Kim' } };
    expect(await observe(grace, apprenticeship)).toMatchObject({
      signedOff: false,
      observed: { ...observed, feedback: 'Ask before the second valve' },
    });
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      { kind: 'competency-observed', subject: { code: 'WP01.01' }, level: 2, text: 'Ask before the second valve' },
    ]);
  });
  test('at a level at which it could be signed off is no sign-off', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await observe(grace, apprenticeship, { level: 4 })).toMatchObject({ signedOff: false, attestation: null });
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('again shows the latest day, whoever it was', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await observe(grace, apprenticeship);
    await observe(await api.as(people.hugo), apprenticeship, { on: '2026-02-03', level: 1 });
    const answer = await observe(await api.as(people.hugo), apprenticeship, { on: '2026-03-04', level: 3 });
    expect(answer.observed).toMatchObject({ level: 3, by: { name: 'Hugo Brandt' } });
  });
  test('leaves a request for the sign-off open', async () => {
    const person = await addApprentice(api.database);
    const params = { apprenticeship: person.apprenticeship };
    const body = { competency: competencyCode('WP01.01') };
    const { requested } = await (await api.as(person))(endpoints.requestSignOff, { params, body });
    expect(await observe(grace, person.apprenticeship)).toMatchObject({ requested: { id: requested?.id } });
  });
  test.each([
    ['422 unknown-competency', { competency: 'WP99.01' }],
    ['422 level-not-on-scale', { level: 5 }],
    ['422 feedback-missing', { feedback: '  ' }],
    ['422 future-date', { on: '2026-03-05' }],
    ['403 not-their-mentor', { on: '2026-01-04' }],
    ['400 invalid-request', { feedback: undefined }],
    ['400 invalid-request', { level: 1.5 }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(observe(grace, apprenticeship, overrides))).toBe(refusal);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test.each(['suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'is refused once it is %s',
    async (status) => {
      const { apprenticeship } = await addApprentice(api.database, { status });
      expect(await refusalOf(observe(grace, apprenticeship))).toBe('409 not-in-training');
    },
  );
  test('is refused for a day of a suspension that is over', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    expect(await refusalOf(observe(grace, apprenticeship, { on: '2026-02-10' }))).toBe('409 not-in-training');
  });
});

describe('who may not observe', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-record'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-record'],
    ['a mentor whose assignment ended', people.felix, '404 not-their-record'],
    ['the apprentice', people.ada, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    expect(await refusalOf(observe(await api.as(person), agreements.ada.id))).toBe(refusal);
  });
  test('an apprentice who mentors others, themselves', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, mill, 'mentor');
    expect(await refusalOf(observe(await api.as(person), person.apprenticeship))).toBe('403 own-competency');
  });
  test('anybody, in a record that does not exist', async () => {
    expect(await refusalOf(observe(grace, newId()))).toBe('404 not-their-record');
  });
});
