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

const demonstrate = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.demonstrate, {
    params: { apprenticeship },
    body: { competency: competencyCode('WP01.01'), on: day('2026-03-03'), ...overrides },
  });

describe('demonstrating a skill', () => {
  test('is an entry of the record, and no level', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const answer = await demonstrate(grace, apprenticeship, { comment: ' Start-up of line 3 ' });
    expect(answer).toMatchObject({
      code: 'WP01.01',
      demonstratedOn: '2026-03-03',
      signedOff: false,
      attestation: null,
    });
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      {
        kind: 'competency-demonstrated',
        subject: { kind: 'competency', code: 'WP01.01' },
        level: null,
        answeredBy: { name: 'Grace Kim' },
        text: 'Start-up of line 3',
      },
    ]);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('again is another entry; the latest day is shown', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await demonstrate(grace, apprenticeship);
    const answer = await demonstrate(await api.as(people.hugo), apprenticeship, { on: '2026-02-03' });
    expect(answer.demonstratedOn).toBe('2026-03-03');
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(2);
  });
  test('of several skills at once keeps all of them', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const skills = ['WP01.01', 'WP01.06', 'WP01.01', 'WP01.06'];
    await Promise.all(skills.map((competency) => demonstrate(grace, apprenticeship, { competency })));
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(4);
  });
  test('leaves a request for the sign-off open', async () => {
    const person = await addApprentice(api.database);
    const params = { apprenticeship: person.apprenticeship };
    const body = { competency: competencyCode('WP01.01') };
    const { requested } = await (await api.as(person))(endpoints.requestSignOff, { params, body });
    expect(await demonstrate(grace, person.apprenticeship)).toMatchObject({ requested: { id: requested?.id } });
  });
  test.each([
    ['422 unknown-competency', { competency: 'WP99.01' }],
    ['422 future-date', { on: '2026-03-05' }],
    ['403 not-their-mentor', { on: '2026-01-04' }],
    ['400 invalid-request', { on: 'today' }],
    ['400 invalid-request', { comment: 'x'.repeat(2_001) }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(demonstrate(grace, apprenticeship, overrides))).toBe(refusal);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test.each(['suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'is refused once it is %s',
    async (status) => {
      const { apprenticeship } = await addApprentice(api.database, { status });
      expect(await refusalOf(demonstrate(grace, apprenticeship))).toBe('409 not-in-training');
    },
  );
  test('is refused for a day of a suspension that is over', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    expect(await refusalOf(demonstrate(grace, apprenticeship, { on: '2026-02-19' }))).toBe('409 not-in-training');
  });
});

describe('who may not demonstrate', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-record'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-record'],
    ['a mentor whose assignment ended', people.felix, '404 not-their-record'],
    ['the apprentice', people.ada, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    expect(await refusalOf(demonstrate(await api.as(person), agreements.ada.id))).toBe(refusal);
  });
  test('an apprentice who mentors others, to themselves', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, mill, 'mentor');
    expect(await refusalOf(demonstrate(await api.as(person), person.apprenticeship))).toBe('403 own-competency');
  });
  test('anybody, in a record that does not exist', async () => {
    expect(await refusalOf(demonstrate(grace, newId()))).toBe('404 not-their-record');
  });
});
