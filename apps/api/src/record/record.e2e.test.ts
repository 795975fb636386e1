import type { Client, MergedRecord, RecordEntries } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, RecordEntry } from '@journeybook/domain';
import { addDays, hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competencyAttested,
  council,
  day,
  entryReversed,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  standardId,
  statusChanged,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import { dayOf, line, log } from '../testing/hours.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  grace = await api.as(people.grace);
});
afterAll(() => api.stop());

const read = (call: Client, apprenticeship: ApprenticeshipId) =>
  call(endpoints.readRecord, { params: { apprenticeship } });

/** Every entry behind a number, page by page. */
async function entriesBehind(
  call: Client,
  apprenticeship: ApprenticeshipId,
  subject?: 'work-process' | 'course',
  code?: string,
) {
  const entries: RecordEntries['entries'] = [];
  for (let before: number | undefined; ; ) {
    const page = await call(endpoints.listEntries, {
      params: { apprenticeship },
      query: { subject, code, before },
    });
    entries.push(...page.entries);
    if (page.next === null) return { entries, total: page.total };
    before = page.next;
  }
}

/** Holds every number of the record against the entries behind it; a number without an entry would not open. */
async function expectEveryNumberOpens(call: Client, record: MergedRecord) {
  const id = record.apprenticeship;
  for (const [subject, parts] of [
    ['work-process', record.processes],
    ['course', record.courses],
  ] as const)
    for (const part of parts) {
      const { entries } = await entriesBehind(call, id, subject, part.code);
      const minutes = entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
      expect(minutes, part.code).toBe(part.creditedMinutes + part.uncountedMinutes);
      expect(entries.filter((entry) => !entry.reversed && entry.reverses === null)).toHaveLength(part.entries);
    }
  const sum = (parts: readonly { creditedMinutes: number }[]) =>
    parts.reduce((total, part) => total + part.creditedMinutes, 0);
  expect(record.ojt.creditedMinutes).toBe(sum(record.processes));
  expect(record.rti.creditedMinutes).toBe(sum(record.courses));
}

/** Puts entries on the record of a fresh apprentice, as later features will, each with its own id and source. */
async function recordWith(...entries: readonly RecordEntry[]) {
  const { apprenticeship } = await addApprentice(api.database, { standard: standardId(3) });
  const own = entries.map((entry) => ({
    ...entry,
    apprenticeship,
    standard: standardId(3),
    answeredBy: people.grace.id,
  }));
  await api.database.transaction(({ record }) => record.append(council, apprenticeship, own));
  return apprenticeship;
}
const fresh = () => {
  const id = newId<RecordEntry['id']>();
  return { id, source: `test/${id}` };
};

describe('the merged record', () => {
  test('shows pending hours beside what counts, never in it', async () => {
    const person = await addApprentice(api.database);
    const { apprenticeship } = person;
    const call = await api.as(person);
    const shown = await log(call, apprenticeship, dayOf([line(), line({ minutes: 60 })]));
    const waiting = await read(call, apprenticeship);
    expect(waiting.ojt).toEqual({
      requiredMinutes: hours(1_136),
      creditedMinutes: 0,
      pendingMinutes: 510,
      leftMinutes: hours(1_136),
    });
    expect(new Set(waiting.pending.map((entry) => entry.minutes))).toEqual(new Set([450, 60]));
    await grace(endpoints.approveHours, { body: { entries: shown } });
    const credited = await read(call, apprenticeship);
    expect(credited.ojt).toMatchObject({ creditedMinutes: 510, pendingMinutes: 0, leftMinutes: hours(1_136) - 510 });
    expect(credited.pending).toEqual([]);
  });

  test('names the people, the terms and what the reader may do', async () => {
    const record = await read(grace, agreements.ada.id);
    expect(record).toMatchObject({
      apprentice: { name: 'Ada Lopez' },
      employer: { name: 'Northfield Castings' },
      sponsor: { name: 'Northern Council' },
      occupation: 'Industrial Manufacturing Technician',
      approach: 'time',
      standardVersion: '2026.1',
      status: 'active',
      beganOn: '2026-01-05',
      termMonths: 18,
      readAs: 'mentor',
      may: { logHours: false, signOff: true },
    });
    expect(record.mentors.map((mentor) => mentor.name).toSorted()).toEqual(['Grace Kim', 'Hugo Brandt']);
  });

  test('opens every number, with advanced standing, reversals and what exceeds the process', async () => {
    const reversed = ojtHoursCredited({ ...fresh(), minutes: hours(8) });
    const apprenticeship = await recordWith(
      statusChanged(fresh()),
      advancedStandingGranted(fresh()),
      ojtHoursCredited(fresh()),
      ojtHoursCredited({ ...fresh(), workProcess: processCode('WP08'), minutes: hours(130) }),
      reversed,
      entryReversed({ ...fresh(), reverses: reversed.id }),
      rtiHoursCredited(fresh()),
      competencyAttested(fresh()),
    );
    const record = await read(grace, apprenticeship);
    const [first] = record.processes;
    expect(first).toMatchObject({ creditedMinutes: hours(40) + 450, advancedMinutes: hours(40), entries: 2 });
    expect(record.processes.find((one) => one.code === 'WP08')).toMatchObject({
      creditedMinutes: hours(100),
      uncountedMinutes: hours(30),
      leftMinutes: 0,
    });
    expect(record.courses.find((one) => one.code === 'RTI03')).toMatchObject({
      creditedMinutes: hours(24),
      credit: { scorePercent: 88, on: '2026-03-03' },
    });
    expect(record.timeline.map((entry) => entry.sequence)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    await expectEveryNumberOpens(grace, record);
  });

  test('shows what was reversed, by whom and why, beside the reversal', async () => {
    const credit = ojtHoursCredited(fresh());
    const apprenticeship = await recordWith(
      credit,
      entryReversed({ ...fresh(), reverses: credit.id, reason: 'Wrong day' }),
    );
    const { entries } = await entriesBehind(grace, apprenticeship, 'work-process', 'WP01');
    expect(entries).toMatchObject([
      {
        kind: 'entry-reversed',
        reverses: credit.id,
        minutes: -450,
        text: 'Wrong day',
        answeredBy: { name: 'Grace Kim' },
      },
      { id: credit.id, minutes: 450, reversed: true, reverses: null },
    ]);
  });

  test('of the size of the IMT opens every number over several pages', async () => {
    const carl = await api.as(people.carl);
    const { id } = agreements.carl;
    for (let date = 0; date < 13; date += 1) {
      const lines = Array.from({ length: 20 }, (_, index) =>
        line({ minutes: 20 + date, workProcess: processCode(`WP${String((index % 11) + 1).padStart(2, '0')}`) }),
      );
      const shown = await log(carl, id, dayOf(lines, { workedOn: addDays(day('2026-02-01'), date) }));
      await grace(endpoints.approveHours, { body: { entries: shown } });
    }
    const record = await read(carl, id);
    expect(record.ojt.creditedMinutes).toBe(
      20 * Array.from({ length: 13 }, (_, date) => 20 + date).reduce((a, b) => a + b),
    );
    await expectEveryNumberOpens(carl, record);
    const all = await entriesBehind(carl, id);
    expect([all.total, all.entries.length, record.timeline.length, record.timelineTotal]).toEqual([260, 260, 40, 260]);
    expect(all.entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 260 }, (_, index) => 260 - index));
  });
});

const readers = [
  ['the apprentice', people.ada, 'apprentice', { logHours: true, signOff: false }],
  ['the mentor', people.grace, 'mentor', { logHours: false, signOff: true }],
  ['the employer', people.foundryAdmin, 'employer', { logHours: false, signOff: false }],
  ['the sponsor', people.councilAdmin, 'sponsor', { logHours: false, signOff: false }],
] as const;
const strangers = [
  ['another apprentice', people.bela],
  ['an apprentice of another sponsor', people.zoe],
  ['a mentor of somebody else', people.mona],
  ['a mentor of another sponsor', people.outsideMentor],
  ['a mentor whose assignment ended', people.felix],
  ['a mentor whose assignment begins next week', people.nora],
  ['another employer', people.millAdmin],
  ['another sponsor', people.elsewhereAdmin],
] as const;

describe('who may open a record', () => {
  test.each(readers)('%s, and finds it in the list', async (_, person, readAs, may) => {
    const call = await api.as(person);
    expect(await read(call, agreements.ada.id)).toMatchObject({ readAs, may });
    const { apprenticeships } = await call(endpoints.listApprenticeships, {});
    expect(apprenticeships.map((one) => one.id)).toContain(agreements.ada.id);
    await entriesBehind(call, agreements.ada.id);
  });
  test('a mentor from the first to the last day of the assignment, and no longer', async () => {
    const noon = (date: string) => `${date}T18:00:00Z` as ReturnType<typeof api.clock.now>;
    const outcome = async (date: string, person: (typeof people)['nora']) =>
      api.clock.during(noon(date), async () => {
        const call = await api.as(person);
        return read(call, agreements.ada.id).then(
          ({ readAs }) => readAs,
          () => 'closed',
        );
      });
    // Sessions last twelve hours: each day needs its own.
    const on = async (date: string, person: (typeof people)['nora']) => {
      api.forget(person);
      return outcome(date, person);
    };
    expect([await on('2026-03-09', people.nora), await on('2026-03-10', people.nora)]).toEqual(['closed', 'mentor']);
    expect([await on('2026-02-28', people.felix), await on('2026-03-01', people.felix)]).toEqual(['mentor', 'closed']);
    for (const person of [people.nora, people.felix]) api.forget(person);
  });
  test('nobody else lists what they may not open: each list is exactly what opens', async () => {
    for (const [, person] of [...readers, ...strangers]) {
      const call = await api.as(person);
      const { apprenticeships } = await call(endpoints.listApprenticeships, {});
      const listed = new Set(apprenticeships.map((one) => one.id));
      for (const { id } of Object.values(agreements)) {
        const opens = await read(call, id).then(
          () => true,
          () => false,
        );
        expect(listed.has(id), `${person.name} and ${id}`).toBe(opens);
      }
    }
  });
});

describe('who may not open a record', () => {
  test.each(strangers)('%s, nor the entries of it', async (_, person) => {
    const call = await api.as(person);
    expect(await refusalOf(read(call, agreements.ada.id))).toBe('404 not-their-record');
    expect(await refusalOf(entriesBehind(call, agreements.ada.id))).toBe('404 not-their-record');
  });
  test('anybody, when there is none, in the same words', async () => {
    const call = await api.as(people.bela);
    const there = await problemOf(read(call, agreements.ada.id));
    const notThere = await problemOf(read(call, newId()));
    expect({ ...notThere, requestId: '' }).toEqual({ ...there, requestId: '' });
  });
});

test('the list shows where each apprentice stands, by name', async () => {
  const sponsor = await api.as(people.elsewhereAdmin);
  expect(await sponsor(endpoints.listApprenticeships, {})).toEqual({
    apprenticeships: [
      {
        id: agreements.zoe.id,
        apprentice: { id: people.zoe.id, name: 'Zoe Outside' },
        occupation: 'Industrial Manufacturing Technician',
        employer: expect.objectContaining({ name: 'Elsewhere Works' }),
        sponsor: expect.objectContaining({ name: 'Elsewhere Council' }),
        status: 'active',
        beganOn: '2026-01-05',
        requiredMinutes: hours(1_170),
        creditedMinutes: 0,
        pendingMinutes: 0,
        competencies: { required: 2, signedOff: 0 },
        lastWorkedOn: null,
        pace: expect.objectContaining({ plannedOn: '2027-07-05', projectedOn: null }),
      },
    ],
  });
});

describe('what somebody with two offices is offered', () => {
  const sponsorMay = { correctHours: true, approveVariance: true, voidEntry: true };

  test.each([
    ['an administrator of the employer and of the sponsor', 'foundryAdmin', 'employer'],
    ['a mentor who is an administrator of the sponsor', 'hugo', 'mentor'],
  ] as const)('%s: what the sponsor may', async (_, name, readAs) => {
    const person = people[name];
    const { apprenticeship } = await addApprentice(api.database);
    const without = await read(await api.as(person), apprenticeship);
    expect(without.may).toMatchObject({ approveVariance: false, voidEntry: false });
    await addMembership(api.database, person, council, 'sponsor-admin');
    expect(await read(await api.as(person), apprenticeship)).toMatchObject({ readAs, may: sponsorMay });
  });
  test('the apprentice never, whatever office they hold', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, council, 'sponsor-admin');
    expect(await read(await api.as(person), person.apprenticeship)).toMatchObject({
      readAs: 'apprentice',
      may: { correctHours: false, approveVariance: false, voidEntry: false },
    });
  });
});
