import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId } from '@journeybook/domain';
import { competencyCode, day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

const skill = competencyCode('WP01.01');
const ask = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.requestSignOff, { params: { apprenticeship }, body: { competency: skill, ...overrides } });
const withdraw = (call: Client, request: string | undefined) =>
  call(endpoints.withdrawSignOffRequest, { params: { request: request ?? '' } });
const signOff = (apprenticeship: ApprenticeshipId) =>
  grace(endpoints.signOff, {
    params: { apprenticeship },
    body: { competency: skill, level: 3, observedOn: day('2026-03-03') },
  });

async function apprentice(...given: Parameters<typeof addApprentice> extends [unknown, ...infer Rest] ? Rest : never) {
  const person = await addApprentice(api.database, ...given);
  const call = await api.as(person);
  const { apprenticeship } = person;
  const jobBook = async () =>
    (await call(endpoints.readRecord, { params: { apprenticeship } })).processes.flatMap((one) => one.competencies);
  return { call, apprenticeship, jobBook };
}

describe('asking for a sign-off', () => {
  test('is shown beside the skill, and puts nothing on the record', async () => {
    const { call, apprenticeship, jobBook } = await apprentice();
    const answer = await ask(call, apprenticeship, { note: ' Ran it alone all week ' });
    expect(answer).toMatchObject({
      code: skill,
      signedOff: false,
      requested: { id: expect.any(String), at: '2026-03-04T15:00:00.000Z', note: 'Ran it alone all week' },
    });
    expect((await jobBook())[0]).toEqual(answer);
    expect(await api.database.read.record.list(apprenticeship)).toEqual([]);
  });
  test('many times at once is one request', async () => {
    const { call, apprenticeship } = await apprentice();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => ask(call, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-requested' });
  });
  test('at once with the sign-off leaves no request behind it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { call, apprenticeship, jobBook } = await apprentice();
      await Promise.allSettled([ask(call, apprenticeship), signOff(apprenticeship)]);
      expect((await jobBook())[0]).toMatchObject({ signedOff: true, requested: null });
    }
  });
  test('may be done again once it was withdrawn, declined, or signed and voided', async () => {
    const { call, apprenticeship } = await apprentice();
    const params = { apprenticeship };
    await withdraw(call, (await ask(call, apprenticeship)).requested?.id);
    const { requested } = await ask(call, apprenticeship);
    await grace(endpoints.declineSignOff, {
      params: { request: requested?.id ?? '' },
      body: { feedback: 'Show me the shut-down once more' },
    });
    await ask(call, apprenticeship);
    const entry = (await signOff(apprenticeship)).attestation?.entry ?? '';
    await grace(endpoints.voidSignOff, { params: { ...params, entry }, body: { reason: 'Not her' } });
    expect(await ask(call, apprenticeship)).toMatchObject({ requested: { note: '' } });
  });
  test.each([
    ['422 unknown-competency', { competency: 'WP99.01' }],
    ['400 invalid-request', { competency: '' }],
    ['400 invalid-request', { note: 'x'.repeat(2_001) }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { call, apprenticeship } = await apprentice();
    expect(await refusalOf(ask(call, apprenticeship, overrides))).toBe(refusal);
  });
  test('is refused for what is signed off', async () => {
    const { call, apprenticeship } = await apprentice();
    await signOff(apprenticeship);
    expect(await refusalOf(ask(call, apprenticeship))).toBe('409 already-signed-off');
  });
  test.each(['draft', 'suspended', 'completed', 'cancelled', 'transferred'] as const)(
    'is refused while the apprenticeship is %s',
    async (status) => {
      const { call, apprenticeship } = await apprentice({ status });
      expect(await refusalOf(ask(call, apprenticeship))).toBe('409 not-in-training');
    },
  );
});

describe('withdrawing a request', () => {
  test('takes it from the skill and from the mentors', async () => {
    const { call, apprenticeship, jobBook } = await apprentice();
    await withdraw(call, (await ask(call, apprenticeship)).requested?.id);
    expect((await jobBook())[0]).toMatchObject({ requested: null, declined: null });
    const { requests } = await grace(endpoints.listSignOffRequests, {});
    expect(requests.filter((one) => one.apprenticeship === apprenticeship)).toEqual([]);
  });
  test('is possible while the apprenticeship is suspended or over', async () => {
    for (const status of ['suspended', 'cancelled'] as const) {
      const { call, apprenticeship, jobBook } = await apprentice();
      const { requested } = await ask(call, apprenticeship);
      await becomes(api.database, apprenticeship, status);
      await withdraw(call, requested?.id);
      expect((await jobBook())[0]?.requested).toBeNull();
    }
  });
  test('is refused once it was answered', async () => {
    const { call, apprenticeship } = await apprentice();
    const { requested } = await ask(call, apprenticeship);
    await signOff(apprenticeship);
    expect(await refusalOf(withdraw(call, requested?.id))).toBe('409 already-answered');
  });
  test('many times at once, and with a mentor who declines it, has one winner', async () => {
    const { call, apprenticeship } = await apprentice();
    const request = (await ask(call, apprenticeship)).requested?.id ?? '';
    const outcomes = await Promise.allSettled([
      ...[1, 2, 3].map(() => withdraw(call, request)),
      grace(endpoints.declineSignOff, { params: { request }, body: { feedback: 'Not yet' } }),
    ]);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-answered' });
  });
});

describe('who may neither ask nor withdraw', () => {
  test.each([
    ['another apprentice', people.bela, '404 not-their-record'],
    ['an apprentice of another sponsor', people.zoe, '404 not-their-record'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['the sponsor', people.councilAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { call, apprenticeship, jobBook } = await apprentice();
    const { requested } = await ask(call, apprenticeship);
    const other = await api.as(person);
    expect(await refusalOf(ask(other, apprenticeship, { competency: 'WP01.06' }))).toBe(refusal);
    expect(await refusalOf(withdraw(other, requested?.id))).toBe(refusal);
    expect((await jobBook())[0]?.requested).toEqual(requested);
  });
  test('an apprentice who mentors this one', async () => {
    const { apprenticeship } = await apprentice();
    const assignment = { mentor: people.carl.id, apprenticeship, from: day('2026-01-05'), until: null };
    await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, assignment);
    const mentor = await api.as(people.carl);
    expect(await refusalOf(ask(mentor, apprenticeship, { competency: 'WP01.06' }))).toBe('404 not-their-record');
  });
  test('anybody, what does not exist, in the same words', async () => {
    const { call } = await apprentice();
    expect(await refusalOf(ask(call, newId()))).toBe('404 not-their-record');
    expect(await refusalOf(withdraw(call, newId()))).toBe('404 not-their-record');
  });
});
