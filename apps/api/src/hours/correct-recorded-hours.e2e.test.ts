import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { HoursEntryId, StandardId } from '@journeybook/domain';
import {
  at,
  competencyCode,
  day,
  foundry,
  mentorship,
  processCode,
  standard,
  workProcess,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { becomes, movesTo, suspendBetween, worksFor } from '../testing/change-agreement.js';
import { dayOf, line, log, logApproved } from '../testing/hours.js';
import type { Shown } from '../testing/hours.js';
import { minutesOf, totalsOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
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
  const hours = async () => (await call(endpoints.listHours, { params: { apprenticeship } })).entries;
  return { person, call, apprenticeship, shown, record, hours };
}

/** Half of it was local options, until noon. */
const correction = (version: number, overrides: Record<string, unknown> = {}) => ({
  version,
  workedOn: day('2026-03-02'),
  workProcess: processCode('WP06'),
  minutes: 240,
  note: 'Until noon',
  reason: 'Half the shift was a class',
  ...overrides,
});
const correct = (call: Client, { id, version }: Shown[number], overrides: Record<string, unknown> = {}) =>
  call(endpoints.correctRecordedHours, { params: { entry: id }, body: correction(version, overrides) });

describe('correcting hours on the record', () => {
  test('puts a reversal and a new credit on it, and shows the hours as they are now', async () => {
    const { apprenticeship, shown, hours } = await approved();
    const answer = await correct(grace, shown);
    expect(answer).toMatchObject({
      id: shown.id,
      version: shown.version + 1,
      status: 'approved',
      minutes: 240,
      workProcess: { code: 'WP06', title: 'Local options' },
      note: 'Until noon',
      decidedBy: { name: 'Grace Kim' },
      reason: null,
    });
    expect(await hours()).toEqual([{ ...answer, today: { workProcess: 'WP06', practised: [] } }]);
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries).toMatchObject([
      { kind: 'ojt-hours-credited', subject: { code: 'WP06' }, minutes: 240, reversed: false },
      { kind: 'entry-reversed', subject: { code: 'WP01' }, minutes: -450, text: 'Half the shift was a class' },
      { kind: 'ojt-hours-credited', subject: { code: 'WP01' }, minutes: 450, reversed: true },
    ]);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: 'WP06', minutes: 240, entries: 1 }]);
  });

  test('keeps on the record when the work began and ended, and what was practised', async () => {
    const { apprenticeship, shown } = await approved();
    const said = { times: { startMinute: 360, endMinute: 660 }, practised: [competencyCode('WP01.01')] };
    await correct(grace, shown, { ...said, workProcess: processCode('WP01') });
    const { entries } = await grace(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries[0]?.hours).toEqual({
      id: shown.id,
      version: shown.version + 1,
      status: 'approved',
      ...said,
      workProcess: 'WP01',
    });
  });
  test('is open to the sponsor, and to a mentor of that day whose assignment is over', async () => {
    const one = await approved();
    expect(await correct(sponsor, one.shown)).toMatchObject({ decidedBy: { name: 'Cora Council' } });
    const other = await approved();
    const until = day('2026-03-02');
    const former = mentorship({ mentor: people.felix.id, apprenticeship: other.apprenticeship, until });
    await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, former);
    await correct(await api.as(people.felix), other.shown, { minutes: 60 });
    expect(await minutesOf(api.database, other.apprenticeship, 'WP06')).toBe(60);
  });

  test('is possible long after the ten minutes in which an approval is taken back', async () => {
    const { apprenticeship, shown } = await approved();
    await api.clock.during(at('2026-03-04T18:30:00Z'), () => correct(grace, shown));
    expect(await minutesOf(api.database, apprenticeship, 'WP06')).toBe(240);
  });

  test('again and again takes back what the last correction credited', async () => {
    const { apprenticeship, shown, record } = await approved();
    let { version } = shown;
    for (const minutes of [60, 120, 30]) {
      ({ version } = await correct(grace, { id: shown.id, version }, { minutes }));
      expect(await minutesOf(api.database, apprenticeship, 'WP06')).toBe(minutes);
    }
    expect(await record()).toHaveLength(1 + 3 * 2);
  });

  test('can itself be taken back within ten minutes, and the hours wait again as corrected', async () => {
    const { apprenticeship, shown, hours } = await approved();
    const { id, version } = await correct(grace, shown);
    await grace(endpoints.undoApproval, { body: { entries: [{ id, version }] } });
    expect(await hours()).toMatchObject([{ status: 'submitted', minutes: 240, workProcess: { code: 'WP06' } }]);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
  });

  test('does not count the hours themselves into the 24 hours of the date, nor into its times', async () => {
    const { shown } = await approved();
    const { version } = await correct(grace, shown, {
      minutes: 24 * 60,
      times: { startMinute: 0, endMinute: 24 * 60 },
      practised: [competencyCode('WP01.01')],
    });
    const moved = { minutes: 60, times: { startMinute: 60, endMinute: 120 } };
    expect(await correct(grace, { id: shown.id, version }, moved)).toMatchObject({
      times: { startMinute: 60, endMinute: 120 },
      practised: [],
    });
  });

  test('stamps them with the employer of the corrected day', async () => {
    const { apprenticeship, shown } = await approved();
    expect(await correct(grace, shown)).toMatchObject({ employer: { id: foundry } });
    await worksFor(api.database, apprenticeship, { from: foundry, employer: mill, since: '2026-03-03' });
    const then = { id: shown.id, version: shown.version + 1 };
    const { version, employer } = await correct(grace, then, { workedOn: '2026-03-03' });
    expect(employer).toEqual({ id: mill, name: 'River Mill' });
    // They are the mill's hours now, where Grace is no mentor.
    expect(await refusalOf(correct(grace, { id: shown.id, version }))).toBe('403 not-their-mentor');
    expect(await correct(sponsor, { id: shown.id, version })).toMatchObject({ employer: { id: foundry } });
  });

  test('of a standard that was left asks for a work process of today', async () => {
    const { apprenticeship, shown } = await approved();
    const to = standard({
      id: newId<StandardId>(),
      version: '2027.1',
      workProcesses: [workProcess({ code: processCode('WP51') }), workProcess({ code: processCode('WP52') })],
      competencies: [],
    });
    const mapping = [{ subject: 'work-process' as const, from: 'WP01', to: 'WP51' }];
    await movesTo(api.database, apprenticeship, { from: standard(), to, mapping });
    expect(await minutesOf(api.database, apprenticeship, 'WP51')).toBe(450);
    expect(await refusalOf(correct(grace, shown, { workProcess: 'WP01' }))).toBe('422 unknown-work-process');
    await correct(grace, shown, { workProcess: 'WP52' });
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: 'WP52', minutes: 240, entries: 1 }]);
  });

  test('many times at once has one winner', async () => {
    const { apprenticeship, shown, record } = await approved();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => correct(index % 2 ? grace : sponsor, shown, { minutes: 60 + index })),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected')
        expect(one.reason.problem).toMatchObject({ status: 409, kind: 'changed-since-shown' });
    expect(await record()).toHaveLength(3);
    expect(await totalsOf(api.database, apprenticeship)).toMatchObject([{ code: 'WP06', entries: 1 }]);
  });

  test('at once with a reversal is one of the two', async () => {
    const { apprenticeship, shown, hours } = await approved();
    const body = { version: shown.version, reason: 'Never worked' };
    const outcomes = await Promise.allSettled([
      correct(grace, shown),
      sponsor(endpoints.reverseHours, { params: { entry: shown.id }, body }),
    ]);
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [entry] = await hours();
    expect(await minutesOf(api.database, apprenticeship, 'WP06')).toBe(entry?.status === 'approved' ? 240 : 0);
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(0);
  });
});

describe('a correction that is refused changes nothing', () => {
  test.each([
    ['409 changed-since-shown', { version: 2 }],
    ['422 reason-missing', { reason: '  ' }],
    ['422 minutes-not-positive', { minutes: 0 }],
    ['422 over-24-hours', { minutes: 1_441 }],
    ['422 future-date', { workedOn: '2026-03-05' }],
    ['422 unknown-work-process', { workProcess: 'WP99' }],
    ['422 unknown-competency', { practised: ['WP99.01'] }],
    ['422 times-out-of-range', { times: { startMinute: 600, endMinute: 600 } }],
    ['422 minutes-exceed-times', { times: { startMinute: 600, endMinute: 601 } }],
    ['403 not-their-mentor', { workedOn: '2026-01-04' }],
    ['400 invalid-request', { workedOn: 'noon' }],
    ['400 invalid-request', { reason: undefined }],
  ])('%s', async (refusal, overrides) => {
    const { shown, record, hours } = await approved();
    const [before, entries] = [await hours(), await record()];
    expect(await refusalOf(correct(grace, shown, overrides))).toBe(refusal);
    expect([await hours(), await record()]).toEqual([before, entries]);
  });
  test('422 before-agreement, where the sponsor corrects', async () => {
    const { shown } = await approved();
    expect(await refusalOf(correct(sponsor, shown, { workedOn: '2026-01-04' }))).toBe('422 before-agreement');
  });
  test('409 overlapping-times', async () => {
    const { call, apprenticeship, shown } = await approved();
    const times = { startMinute: 480, endMinute: 540 };
    await log(call, apprenticeship, dayOf([line({ minutes: 60, times })]));
    expect(await refusalOf(correct(grace, shown, { times: { startMinute: 500, endMinute: 800 } }))).toBe(
      '409 overlapping-times',
    );
  });
  test('409 not-in-training, to a day of a suspension that is over', async () => {
    const { apprenticeship, shown } = await approved();
    await suspendBetween(api.database, apprenticeship, ['2026-02-01', '2026-02-10']);
    const problem = await problemOf(correct(grace, shown, { workedOn: '2026-02-09' }));
    expect(problem).toMatchObject({ status: 409, kind: 'not-in-training', facts: { status: 'suspended' } });
    await correct(grace, shown, { workedOn: '2026-02-10' });
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('409 record-closed, once it is %s', async (status) => {
    const { apprenticeship, shown } = await approved();
    await becomes(api.database, apprenticeship, status);
    expect(await refusalOf(correct(grace, shown))).toBe('409 record-closed');
    expect(await refusalOf(correct(sponsor, shown))).toBe('409 record-closed');
    expect(await minutesOf(api.database, apprenticeship, 'WP01')).toBe(450);
  });
  test('409 not-approved, of hours that wait', async () => {
    const person = await addApprentice(api.database);
    const [shown] = await log(await api.as(person), person.apprenticeship);
    if (!shown) throw new Error('nothing was logged');
    expect(await refusalOf(correct(grace, shown))).toBe('409 not-approved');
  });
});

describe('who may not correct hours on the record', () => {
  test.each([
    ['a mentor of somebody else', people.mona, '404 not-their-hours'],
    ['a mentor of another sponsor', people.outsideMentor, '404 not-their-hours'],
    ['a mentor whose assignment ended before', people.felix, '404 not-their-hours'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-hours'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['another employer', people.millAdmin, '403 not-allowed'],
  ])('%s', async (_, person, refusal) => {
    const { shown, record } = await approved();
    expect(await refusalOf(correct(await api.as(person), shown))).toBe(refusal);
    expect(await record()).toHaveLength(1);
  });
  test('the apprentice, though they mentor others and hold the sponsor’s office', async () => {
    const { person, shown } = await approved();
    await addMembership(api.database, person, mill, 'mentor');
    await addMembership(api.database, person, agreements.ada.sponsor, 'sponsor-admin');
    expect(await refusalOf(correct(await api.as(person), shown))).toBe('403 own-hours');
  });
  test('a mentor assigned since that day', async () => {
    const { apprenticeship, shown } = await approved();
    const later = mentorship({ mentor: people.mona.id, apprenticeship, from: day('2026-03-03') });
    await api.database.read.apprenticeships.assignMentor(newId(), agreements.ada.sponsor, later);
    expect(await refusalOf(correct(await api.as(people.mona), shown))).toBe('403 not-their-mentor');
  });
  test('anybody, of hours that do not exist, in the words for what is not theirs', async () => {
    const shown = { id: newId<HoursEntryId>(), version: 3 };
    expect(await refusalOf(correct(grace, shown))).toBe('404 not-their-hours');
  });
});
