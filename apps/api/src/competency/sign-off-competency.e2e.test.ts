import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, StandardId } from '@journeybook/domain';
import { competency, competencyCode, council, day, now, standard } from '@journeybook/domain/testing';
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
        entry: expect.any(String),
        level: 3,
        by: { id: people.grace.id, name: 'Grace Kim' },
        on: '2026-03-03',
        comment: 'Three starts',
      },
      evaluation: 'observation',
      evaluationMethod: 'Observation on the job',
      demonstratedOn: null,
      observed: null,
      requested: null,
      declined: null,
    });
    const record = await grace(endpoints.readRecord, { params: { apprenticeship } });
    expect(record.competencies).toEqual({ required: 2, signedOff: 1 });
    expect(record.processes[0]?.competencies[0]).toEqual(answer);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([
      { subject: 'competency', code: 'WP01.01', level: 3 },
    ]);
    const [entry] = await api.database.read.record.list(apprenticeship);
    expect(answer.attestation?.entry).toBe(entry?.id);
  });
  test('answers the request that waited for it, and leaves the one for another skill open', async () => {
    const person = await addApprentice(api.database);
    const { apprenticeship } = person;
    const call = await api.as(person);
    const ask = (competency: string) =>
      call(endpoints.requestSignOff, { params: { apprenticeship }, body: { competency: competencyCode(competency) } });
    await ask('WP01.01');
    const other = await ask('WP01.06');
    expect(await signOff(grace, apprenticeship)).toMatchObject({ requested: null, declined: null });
    const { requests } = await grace(endpoints.listSignOffRequests, {});
    const own = requests.filter((request) => request.apprenticeship === apprenticeship);
    expect(own.map((request) => request.id)).toEqual([other.requested?.id]);
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
  test('is refused for a day of a suspension that is over', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    await suspendBetween(api.database, apprenticeship, ['2026-02-10', '2026-02-20']);
    expect(await refusalOf(signOff(grace, apprenticeship, { observedOn: '2026-02-19' }))).toBe('409 not-in-training');
    await signOff(grace, apprenticeship, { observedOn: '2026-02-20' });
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('is refused in a record that is %s', async (status) => {
    const { apprenticeship } = await addApprentice(api.database, { status });
    expect(await refusalOf(signOff(grace, apprenticeship))).toBe('409 not-in-training');
  });
  test('is refused while the apprenticeship is suspended', async () => {
    const { apprenticeship } = await addApprentice(api.database, { status: 'suspended' });
    expect(await refusalOf(signOff(grace, apprenticeship))).toBe('409 not-in-training');
  });
});

describe('signing off what is judged by other means than an observation', () => {
  const program = standard({
    id: newId<StandardId>(),
    version: '2026.7',
    competencies: [
      competency({ evaluation: 'test' }),
      competency({ code: competencyCode('WP01.06'), evaluation: 'work-sample' }),
    ],
  });
  const test70 = (scorePercent: number) => ({
    evaluation: { method: 'test', result: { scorePercent, passMarkPercent: 70 }, reference: 'Test 12' },
  });
  const sample = (reference: string) => ({
    competency: 'WP01.06',
    evaluation: { method: 'work-sample', result: null, reference },
  });
  beforeAll(() => api.database.read.standards.publish(council, program, now));

  test('keeps the result of a test, and the reference of a work sample', async () => {
    const { apprenticeship } = await addApprentice(api.database, { standard: program.id });
    expect(await signOff(grace, apprenticeship, test70(70))).toMatchObject({ signedOff: true, evaluation: 'test' });
    await signOff(grace, apprenticeship, sample('Bracket no. 7'));
    expect(await api.database.read.record.list(apprenticeship)).toMatchObject([test70(70), sample('Bracket no. 7')]);
  });
  test.each([
    ['422 test-result-missing', {}],
    ['422 test-failed', test70(69.5)],
    ['422 another-evaluation-method', { evaluation: { method: 'observation', result: null, reference: '' } }],
    ['422 evaluation-evidence-missing', sample(' ')],
    ['400 invalid-request', test70(101)],
    ['400 invalid-request', { evaluation: { method: 'dice', result: null, reference: '' } }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database, { standard: program.id });
    expect(await refusalOf(signOff(grace, apprenticeship, overrides))).toBe(refusal);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
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
