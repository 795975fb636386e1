import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { at } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import type { Shown } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let hugo: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [grace, hugo] = [await api.as(people.grace), await api.as(people.hugo)];
});
afterAll(() => api.stop());

const approve = async (mentor: Client, entries: Shown) =>
  (await mentor(endpoints.approveHours, { body: { entries } })).entries;
const undo = (mentor: Client, entries: Shown) => mentor(endpoints.undoApproval, { body: { entries } });
const giveBack = (mentor: Client, entries: Shown, reason = 'You left at noon') =>
  mentor(endpoints.returnHours, { body: { entries, reason } });

/** A fresh apprentice with two entries that Grace approved. */
async function approved() {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const call = await api.as(person);
  const shown = await log(call, apprenticeship, dayOf([line(), line({ minutes: 30 })]));
  const entries = await approve(grace, shown);
  const credited = () => minutesOf(api.database, apprenticeship, 'WP01');
  return { call, apprenticeship, entries, credited };
}

describe('taking an approval back', () => {
  test('lets the hours wait again, out of the totals, with a reversal beside each credit', async () => {
    const { call, apprenticeship, entries, credited } = await approved();
    expect(await credited()).toBe(480);
    const undone = await undo(grace, entries);
    expect(undone).toMatchObject({ minutes: 480, entries: [{ version: 4 }, { version: 4 }] });
    expect(await credited()).toBe(0);
    const record = await call(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(record.entries.map(({ kind, minutes, reversed }) => ({ kind, minutes, reversed }))).toEqual(
      expect.arrayContaining([
        { kind: 'entry-reversed', minutes: -450, reversed: false },
        { kind: 'ojt-hours-credited', minutes: 450, reversed: true },
      ]),
    );
    expect(record.total).toBe(4);
  });

  test('leaves the hours to be approved again, by another mentor too', async () => {
    const { entries, credited } = await approved();
    const { entries: waiting } = await undo(grace, entries);
    await approve(hugo, waiting);
    expect(await credited()).toBe(480);
  });

  test('can be done over and over, and the totals follow', async () => {
    const { apprenticeship, entries, credited } = await approved();
    let now: Shown = entries;
    for (let round = 0; round < 3; round += 1) {
      now = (await undo(grace, now)).entries;
      expect(await credited()).toBe(0);
      now = await approve(grace, now);
      expect(await credited()).toBe(480);
    }
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(2 + 3 * 4);
  });

  test('twice at once is one reversal', async () => {
    const { apprenticeship, entries, credited } = await approved();
    const outcomes = await Promise.allSettled([undo(grace, entries), undo(grace, entries), undo(grace, entries)]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await credited()).toBe(0);
    expect(await api.database.read.record.list(apprenticeship)).toHaveLength(4);
  });
});

describe('an approval that cannot be taken back', () => {
  test('is somebody else’s', async () => {
    const { entries, credited } = await approved();
    expect(await refusalOf(undo(hugo, entries))).toBe('403 not-their-approval');
    expect(await refusalOf(undo(await api.as(people.mona), entries))).toBe('409 changed-since-shown');
    expect(await credited()).toBe(480);
  });
  test('is older than ten minutes', async () => {
    const { entries, credited } = await approved();
    await api.clock.during(at('2026-03-04T15:10:00.001Z'), async () => {
      const problem = await problemOf(undo(grace, entries));
      expect(problem).toMatchObject({ status: 409, kind: 'too-late-to-undo', facts: { windowMinutes: 10 } });
    });
    expect(await credited()).toBe(480);
    await api.clock.during(at('2026-03-04T15:10:00Z'), () => undo(grace, entries));
    expect(await credited()).toBe(0);
  });
  test('is of hours that wait already', async () => {
    const { entries } = await approved();
    const { entries: waiting } = await undo(grace, entries);
    expect(await refusalOf(undo(grace, waiting))).toBe('409 not-approved');
  });
  test('was made anew since it was shown', async () => {
    const { entries, credited } = await approved();
    await approve(grace, (await undo(grace, entries)).entries);
    expect(await refusalOf(undo(grace, entries))).toBe('409 changed-since-shown');
    expect(await credited()).toBe(480);
  });
  test('is among others that can: then none of them is', async () => {
    const [one, other] = [await approved(), await approved()];
    await undo(grace, other.entries);
    expect(await refusalOf(undo(grace, [...one.entries, ...other.entries]))).toBe('409 not-approved');
    expect(await one.credited()).toBe(480);
  });
});

describe('hours that were credited once', () => {
  /** Approved, taken back, returned and discarded. */
  async function discarded() {
    const person = await addApprentice(api.database);
    const { apprenticeship } = person;
    const call = await api.as(person);
    const body = dayOf([line()]);
    const { entries } = await undo(grace, await approve(grace, await log(call, apprenticeship, body)));
    const returned = await giveBack(grace, entries);
    for (const { id, version } of returned.entries)
      await call(endpoints.discardHours, { params: { entry: id }, ifMatch: version });
    return { call, apprenticeship, body };
  }
  test('can be discarded; the record keeps the credit and its reversal', async () => {
    const { call, apprenticeship } = await discarded();
    const record = await call(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(record.entries.map((entry) => entry.kind)).toEqual(['entry-reversed', 'ojt-hours-credited']);
    expect(record.entries.map((entry) => entry.loggedAt)).toEqual([null, null]);
  });
  test('cannot come back under their id by a message sent twice', async () => {
    const { call, apprenticeship, body } = await discarded();
    expect(await refusalOf(log(call, apprenticeship, body))).toBe('409 id-taken');
  });
});
