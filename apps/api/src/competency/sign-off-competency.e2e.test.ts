import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { competencyCode, day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
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

const signOff = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.signOff, {
    params: { apprenticeship },
    body: { competency: competencyCode('WP01.01'), level: 3, observedOn: day('2026-03-03'), ...overrides },
  });

describe('signing a competency off', () => {
  test('puts it on the record with its level, comment and mentor', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const answer = await signOff(grace, apprenticeship, { comment: ' Three starts ' });
    expect(answer).toEqual({
      code: 'WP01.01',
      title: 'Start up and shut down production equipment in the prescribed sequence',
      requiredLevel: 3,
      signedOff: true,
      attestation: {
        level: 3,
        by: { id: people.grace.id, name: 'Grace Kim' },
        on: '2026-03-03',
        comment: 'Three starts',
      },
    });
    const record = await grace(endpoints.readRecord, { params: { apprenticeship } });
    expect(record.competencies).toEqual({ required: 2, signedOff: 1 });
    expect(record.processes[0]?.competencies[0]).toEqual(answer);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([
      { subject: 'competency', code: 'WP01.01', level: 3 },
    ]);
  });
  test('at a higher level stands beside the earlier one, and counts', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await signOff(grace, apprenticeship);
    await signOff(await api.as(people.hugo), apprenticeship, { level: 4 });
    const record = await grace(endpoints.readRecord, { params: { apprenticeship } });
    expect(record.processes[0]?.competencies[0]?.attestation).toMatchObject({ level: 4, by: { name: 'Hugo Brandt' } });
    expect(record.timelineTotal).toBe(2);
  });
  test('many times at once is one sign-off', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => signOff(grace, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-signed-off' });
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(1);
  });
  test.each([
    ['422 unknown-competency', { competency: 'WP99.01' }],
    ['422 level-not-on-scale', { level: 5 }],
    ['422 below-required-level', { level: 2 }],
    ['422 future-date', { observedOn: '2026-03-05' }],
    ['403 not-their-mentor', { observedOn: '2026-01-04' }],
    ['400 invalid-request', { observedOn: 'today' }],
    ['400 invalid-request', { competency: 'WP01\u0000' }],
    ['400 invalid-request', { competency: '' }],
    ['400 invalid-request', { level: 2.5 }],
    ['400 invalid-request', { comment: 'x'.repeat(2_001) }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(signOff(grace, apprenticeship, overrides))).toBe(refusal);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test('is refused at the same or a lower level than it has', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await signOff(grace, apprenticeship, { level: 4 });
    expect(await refusalOf(signOff(grace, apprenticeship, { level: 4 }))).toBe('409 already-signed-off');
    expect(await refusalOf(signOff(grace, apprenticeship, { level: 3 }))).toBe('409 already-signed-off');
  });
  test('is refused while the apprenticeship is suspended', async () => {
    const { apprenticeship } = await addApprentice(api.database, { status: 'suspended' });
    expect(await refusalOf(signOff(grace, apprenticeship))).toBe('409 not-in-training');
  });
});

describe('who may not sign off', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-record'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-record'],
    ['a mentor whose assignment ended', people.felix, '404 not-their-record'],
    ['a mentor whose assignment begins next week', people.nora, '404 not-their-record'],
    ['the apprentice', people.ada, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const call = await api.as(person);
    expect(await refusalOf(signOff(call, agreements.ada.id))).toBe(refusal);
  });
  test('an apprentice who mentors others, for themselves', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, mill, 'mentor');
    expect(await refusalOf(signOff(await api.as(person), person.apprenticeship))).toBe('403 own-competency');
  });
  test('anybody, for a record that does not exist, in the words for one that is not theirs', async () => {
    expect(await refusalOf(signOff(grace, newId()))).toBe('404 not-their-record');
  });
});
