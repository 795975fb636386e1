import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry } from '@journeybook/domain';
import { reverseEntry } from '@journeybook/domain';
import { council, day, foundry } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCompletion, readyApprentice } from '../testing/completion.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  employer = await api.as(people.foundryAdmin);
});
afterAll(() => api.stop());

const record = (call: Client, apprenticeship: ApprenticeshipId, overrides: Record<string, unknown> = {}) =>
  call(endpoints.recordCredential, {
    params: { apprenticeship },
    body: { credential: 'OSHA-10', earnedOn: day('2025-06-02'), reference: ' Card 36-1234 ', ...overrides },
  });
const isCredential = (entry: RecordEntry) => entry.kind === 'credential-earned';
const without = () => readyApprentice(api.database, { leftOut: isCredential });
const recorded = async (apprenticeship: ApprenticeshipId) =>
  (await api.database.read.record.list(apprenticeship)).filter(isCredential);

describe('recording a completion credential', () => {
  test('meets its requirement, with the day and the card, also from before the agreement', async () => {
    const { apprenticeship } = await without();
    const before = await readCompletion(employer, apprenticeship);
    expect(before).toMatchObject({
      credentials: [{ code: 'OSHA-10', name: 'OSHA 10-hour general industry', earned: null }],
      may: { recordCredential: true, attest: false },
    });
    expect(before.requirements.find((one) => one.code === 'OSHA-10')).toMatchObject({
      kind: 'completion-credential',
      met: false,
      missing: { kind: 'credential' },
    });
    const after = await record(employer, apprenticeship);
    const [entry] = await recorded(apprenticeship);
    expect(after).toMatchObject({
      credentials: [
        { earned: { entry: entry?.id, on: '2025-06-02', reference: 'Card 36-1234', by: { name: 'Fred Foundry' } } },
      ],
      may: { recordCredential: false, attest: true },
    });
    expect(after.requirements.find((one) => one.code === 'OSHA-10')).toMatchObject({ met: true, missing: null });
  });
  test('is open to the sponsor', async () => {
    const { apprenticeship } = await without();
    expect(await record(await api.as(people.councilAdmin), apprenticeship)).toMatchObject({
      credentials: [{ earned: { by: { name: 'Cora Council' } } }],
    });
  });
  test('many times at once is one entry', async () => {
    const { apprenticeship } = await without();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => record(employer, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'already-earned' });
    expect(await recorded(apprenticeship)).toHaveLength(1);
  });
  test('that was taken back may be recorded again', async () => {
    const { apprenticeship } = await without();
    await record(employer, apprenticeship);
    const [entry] = await recorded(apprenticeship);
    if (entry?.kind !== 'credential-earned') throw new Error('no credential was recorded');
    const on = {
      by: people.councilAdmin.id,
      at: api.clock.now(),
      on: api.clock.today(),
      reason: 'Another person’s card',
    };
    await api.database.transaction((tables) =>
      tables.record.append(council, apprenticeship, [reverseEntry(entry, { id: newId(), ...on })]),
    );
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({ credentials: [{ earned: null }] });
    await record(employer, apprenticeship, { reference: 'Card 36-9999' });
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({
      credentials: [{ earned: { reference: 'Card 36-9999' } }],
    });
  });
  test.each([
    ['422 unknown-credential', { credential: 'OSHA-30' }],
    ['422 future-date', { earnedOn: '2026-03-05' }],
    ['422 reference-missing', { reference: ' ' }],
    ['400 invalid-request', { earnedOn: 'June' }],
    ['400 invalid-request', { reference: 'x'.repeat(501) }],
  ])('is refused with %s', async (refusal, overrides) => {
    const { apprenticeship } = await without();
    expect(await refusalOf(record(employer, apprenticeship, overrides))).toBe(refusal);
    expect(await recorded(apprenticeship)).toEqual([]);
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('is refused in a record that is %s', async (status) => {
    const { apprenticeship } = await readyApprentice(api.database, { status, leftOut: isCredential });
    expect(await refusalOf(record(employer, apprenticeship))).toBe('409 record-closed');
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({ may: { recordCredential: false } });
  });
});

describe('who may not record a credential', () => {
  test.each([
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another employer', people.millAdmin, '404 not-their-record'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await without();
    expect(await refusalOf(record(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await without();
    await addMembership(api.database, apprentice, foundry, 'employer-admin');
    const call = await api.as(apprentice);
    expect(await refusalOf(record(call, apprentice.apprenticeship))).toBe('403 own-credential');
    expect(await readCompletion(call, apprentice.apprenticeship)).toMatchObject({ may: { recordCredential: false } });
  });
});
