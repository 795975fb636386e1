import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { HoursEntryId } from '@journeybook/domain';
import { day, mentorship, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes } from '../testing/change-agreement.js';
import { correctShown, log, logApproved } from '../testing/hours.js';
import type { Shown } from '../testing/hours.js';
import { minutesOf, totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, mill, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [grace, sponsor] = [await api.as(people.grace), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

/** A fresh apprentice with 7 h 30 min of WP01 on 2 March, approved by Grace. */
async function approved() {
  const person = await addApprentice(api.database);
  const { apprenticeship } = person;
  const call = await api.as(person);
  const [shown] = await logApproved({ apprentice: call, mentor: grace }, apprenticeship);
  if (!shown) throw new Error('nothing was approved');
  const record = () => api.database.read.record.list(apprenticeship);
  return { person, call, apprenticeship, shown, record };
}

const reverse = (call: Client, { id, version }: Shown[number], reason = ' Logged on the wrong day ') =>
  call(endpoints.reverseHours, { params: { entry: id }, body: { version, reason } });

describe('reversing hours on the record', () => {
  test('takes them out of the totals and gives them back to the apprentice with the reason', async () => {
    const { call, apprenticeship, shown } = await approved();
    const answer = await reverse(grace, shown);
    expect(answer).toMatchObject({
      id: shown.id,
      version: shown.version + 1,
      status: 'returned',
      minutes: 450,
      reason: 'Logged on the wrong day',
      decidedBy: { name: 'Grace Kim' },
    });
    expect((await call(endpoints.listHours, { params: { apprenticeship } })).entries).toMatchObject([answer]);
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      { kind: 'entry-reversed', minutes: -450, text: 'Logged on the wrong day', answeredBy: { name: 'Grace Kim' } },
      { kind: 'ojt-hours-credited', minutes: 450, reversed: true, hours: { id: shown.id, status: 'returned' } },
    ]);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('is open to the sponsor', async () => {
    const { shown } = await approved();
    expect(await reverse(sponsor, shown)).toMatchObject({ decidedBy: { name: 'Cora Council' } });
  });
  test('lets them be corrected, approved and reversed again', async () => {
    const { call, apprenticeship, shown, record } = await approved();
    let now = await reverse(grace, shown);
    for (const minutes of [60, 120]) {
      const body = { version: now.version, workedOn: day('2026-03-02'), workProcess: processCode('WP01'), minutes };
      const { id, version } = await correctShown(call, { params: { entry: shown.id }, body });
      const { entries } = await grace(endpoints.approveHours, { body: { entries: [{ id, version }] } });
      expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(minutes);
      now = await reverse(grace, entries[0] ?? shown);
    }
    expect(await record()).toHaveLength(3 * 2);
  });
  test('also takes back what a correction credited', async () => {
    const { apprenticeship, shown } = await approved();
    const { id, version } = shown;
    const wrong = { version, workedOn: day('2026-03-02'), workProcess: processCode('WP06'), minutes: 30, reason: 'x' };
    const corrected = await grace(endpoints.correctRecordedHours, { params: { entry: id }, body: wrong });
    expect(await reverse(sponsor, { id, version: corrected.version })).toMatchObject({ minutes: 30 });
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('is possible while the apprenticeship is suspended', async () => {
    const { apprenticeship, shown } = await approved();
    await becomes(api.database, apprenticeship, 'suspended');
    await reverse(grace, shown);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
  test('many times at once is one reversal', async () => {
    const { shown, record } = await approved();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => reverse(index % 2 ? grace : sponsor, shown)),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'not-approved' });
    expect(await record()).toHaveLength(2);
  });
  test('at once with taking the approval back is one reversal', async () => {
    const { shown, record, apprenticeship } = await approved();
    const outcomes = await Promise.allSettled([
      reverse(sponsor, shown),
      grace(endpoints.undoApproval, { body: { entries: [shown] } }),
    ]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await record()).toHaveLength(2);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });
});

describe('a reversal that is refused changes nothing', () => {
  test.each([
    ['409 changed-since-shown', -1, 'x'],
    ['422 reason-missing', 0, '  '],
  ])('%s', async (refusal, older, reason) => {
    const { apprenticeship, shown } = await approved();
    const asked = { id: shown.id, version: shown.version + older };
    expect(await refusalOf(reverse(grace, asked, reason))).toBe(refusal);
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
  });
  test('409 not-approved, of hours that wait or were reversed', async () => {
    const person = await addApprentice(api.database);
    const [waiting] = await log(await api.as(person), person.apprenticeship);
    if (!waiting) throw new Error('nothing was logged');
    expect(await refusalOf(reverse(grace, waiting))).toBe('409 not-approved');
    const { shown } = await approved();
    const { id, version } = await reverse(grace, shown);
    expect(await refusalOf(reverse(grace, { id, version }))).toBe('409 not-approved');
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('409 record-closed, once it is %s', async (status) => {
    const { apprenticeship, shown } = await approved();
    await becomes(api.database, apprenticeship, status);
    expect(await refusalOf(reverse(sponsor, shown))).toBe('409 record-closed');
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
  });
});

describe('who may not reverse hours', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-hours'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-hours'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-hours'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['another employer', people.millAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { shown, record } = await approved();
    expect(await refusalOf(reverse(await api.as(person), shown))).toBe(refusal);
    expect(await record()).toHaveLength(1);
  });
  test('the apprentice, though they mentor others', async () => {
    const { person, shown } = await approved();
    await addMembership(api.database, person, mill, 'mentor');
    expect(await refusalOf(reverse(await api.as(person), shown))).toBe('403 own-hours');
  });
  test('a mentor assigned since that day', async () => {
    const { apprenticeship, shown } = await approved();
    const later = mentorship({ mentor: people.mona.id, apprenticeship, from: day('2026-03-03') });
    await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, later);
    expect(await refusalOf(reverse(await api.as(people.mona), shown))).toBe('403 not-their-mentor');
  });
  test('anybody, of hours that do not exist, in the words for what is not theirs', async () => {
    expect(await refusalOf(reverse(grace, { id: newId<HoursEntryId>(), version: 3 }))).toBe('404 not-their-hours');
  });
});
