import type { Client } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, HoursEntryId } from '@journeybook/domain';
import { draftHours } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { dayOf, line, log } from '../testing/hours.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { agreements, buildWorld } from '../testing/world.js';

let api: RunningApi;
let one: { call: Client; apprenticeship: ApprenticeshipId };
let other: { call: Client; apprenticeship: ApprenticeshipId };
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [one, other] = [await apprentice(), await apprentice()];
});
afterAll(() => api.stop());

async function apprentice() {
  const person = await addApprentice(api.database);
  return { call: await api.as(person), apprenticeship: person.apprenticeship };
}

const waitsForALock = async () =>
  (
    await asOwner(
      api.database,
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;

describe('two apprentices whose phones made the same id', () => {
  test('the second is told that it is taken, while the first is being kept', async () => {
    const id = newId<HoursEntryId>();
    const lost = await api.database.transaction(async ({ hours }) => {
      await hours.add(agreements.ada.sponsor, [draftHours({ id, apprenticeship: one.apprenticeship })]);
      const outcome = refusalOf(log(other.call, other.apprenticeship, dayOf([line(), line({ id })])));
      await vi.waitUntil(waitsForALock, { timeout: 10_000, interval: 5 });
      return { outcome };
    });
    expect(await lost.outcome).toBe('409 id-taken');
    expect(await api.database.read.hours.listOf(other.apprenticeship)).toEqual([]);
    expect((await api.database.read.hours.listOf(one.apprenticeship)).map((entry) => entry.id)).toEqual([id]);
  });

  test('have one winner, however the ids are listed, twenty times over', async () => {
    for (let round = 0; round < 20; round += 1) {
      const [a, b] = [line({ minutes: 5 }), line({ minutes: 7 })];
      const outcomes = await Promise.allSettled([
        log(one.call, one.apprenticeship, dayOf([a, b])),
        log(other.call, other.apprenticeship, dayOf([b, a])),
      ]);
      expect(outcomes.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const lost = outcomes.find((each) => each.status === 'rejected');
      expect(lost?.reason.problem).toMatchObject({ status: 409, kind: 'id-taken' });
      expect(await api.database.read.hours.findAll([a.id as HoursEntryId, b.id as HoursEntryId])).toHaveLength(2);
    }
  });
});
