import { describe, expect, test } from 'vitest';
import type { PaceFacts } from './pace.js';
import { pace } from './pace.js';
import { windowDays } from './window-days.js';
import { progress } from '../record/progress.js';
import { totals } from '../record/totals.js';
import type { RecordEntry } from '../record/record-entry.js';
import {
  apprenticeship,
  courseCode,
  day,
  grace,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standard,
  stranger,
} from '../testing/build.js';
import { hours, minutes } from '../units.js';

const at = (entries: readonly RecordEntry[]) => progress(standard(), totals(entries), new Map());
/** Half of the 18 months. */
const halfway = day('2026-10-05');
const facts = (overrides: Partial<PaceFacts> = {}): PaceFacts => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  progress: at([ojtHoursCredited({ minutes: hours(400) })]),
  recentMinutes: hours(200),
  lastWorkedOn: day('2026-10-02'),
  waiting: [],
  scheduled: new Set([courseCode('RTI03'), courseCode('RTI11')]),
  today: halfway,
  ...overrides,
});
const kinds = (overrides: Partial<PaceFacts>) => pace(facts(overrides)).reasons.map((one) => one.kind);

describe('the pace', () => {
  test('compares what counts with an even course through the term, by process', () => {
    const { plannedOn, processes, ojtBehindMinutes, rtiBehindMinutes } = pace(facts());
    expect(plannedOn).toBe('2027-07-05');
    expect(processes.map((one) => [one.code, one.behindMinutes])).toEqual([
      ['WP01', hours(100)],
      ['WP06', hours(68)],
    ]);
    expect(ojtBehindMinutes).toBe(hours(168));
    expect(rtiBehindMinutes).toBe(hours(17));
  });
  test('leaves out a process that is ahead, and never shows less than nothing behind', () => {
    const ahead = at([
      ojtHoursCredited({ minutes: hours(900) }),
      ojtHoursCredited({ id: recordEntryId(2), workProcess: processCode('WP06'), minutes: hours(136) }),
      rtiHoursCredited(),
    ]);
    expect(pace(facts({ progress: ahead }))).toMatchObject({ processes: [], ojtBehindMinutes: 0, rtiBehindMinutes: 0 });
  });
  test('projects what is left at the rate of the last 13 weeks', () => {
    expect(pace(facts({ recentMinutes: hours(364) }))).toMatchObject({ projectedOn: '2027-04-07', daysLate: -89 });
    expect(pace(facts({ recentMinutes: hours(182) }))).toMatchObject({ projectedOn: '2027-10-08', daysLate: 95 });
  });
  test('has no projection while nothing is worked, and ends today when nothing is left', () => {
    expect(pace(facts({ recentMinutes: minutes(0) }))).toMatchObject({ projectedOn: null, daysLate: null });
    const done = at([
      ojtHoursCredited({ minutes: hours(1_000) }),
      ojtHoursCredited({ id: recordEntryId(2), workProcess: processCode('WP06'), minutes: hours(136) }),
    ]);
    expect(pace(facts({ progress: done }))).toMatchObject({ projectedOn: halfway });
  });
  test('of a new apprentice is that of the days since the beginning', () => {
    const today = day('2026-01-18');
    expect(windowDays(day('2026-01-05'), today)).toBe(14);
    const young = { today, recentMinutes: hours(80), progress: at([ojtHoursCredited({ minutes: hours(80) })]) };
    expect(pace(facts(young)).projectedOn).toBe('2026-07-22');
  });
});

describe('the pace of a hybrid program', () => {
  const hybrid = standard({
    approach: 'hybrid',
    workProcesses: standard().workProcesses.map((one) => ({ ...one, minimumMinutes: hours(100) })),
  });
  const worked = (count: number) =>
    progress(
      hybrid,
      totals([
        ojtHoursCredited({ minutes: hours(400) }),
        ojtHoursCredited({ id: recordEntryId(2), workProcess: processCode('WP06'), minutes: hours(count) }),
      ]),
      new Map(),
    );

  test('goes by the minimum of each process, as completion does; more of one makes up for none of another', () => {
    const now = pace(facts({ standard: hybrid, progress: worked(40), recentMinutes: hours(182) }));
    expect(now.processes.map((one) => [one.code, one.behindMinutes])).toEqual([['WP06', hours(10)]]);
    expect(now).toMatchObject({ ojtLeftMinutes: hours(60), ojtBehindMinutes: 0, projectedOn: '2026-11-04' });
  });
  test('is done, without a reason, once every minimum is worked', () => {
    const now = pace(facts({ standard: hybrid, progress: worked(100), lastWorkedOn: null, recentMinutes: minutes(0) }));
    expect(now).toMatchObject({ projectedOn: halfway, ojtLeftMinutes: 0, ojtBehindMinutes: 0, processes: [] });
    expect(now.reasons).toEqual([]);
  });
});

describe('why somebody is behind', () => {
  const busy = {
    recentMinutes: hours(1_000),
    progress: at([ojtHoursCredited({ minutes: hours(560) }), rtiHoursCredited()]),
  };

  test('is nothing for one who is on pace', () => {
    expect(kinds(busy)).toEqual([]);
  });
  test.each([
    ['2026-09-15', []],
    ['2026-09-14', ['no-log']],
  ])('no log since %s: %j', (lastWorkedOn, reasons) => {
    expect(kinds({ ...busy, lastWorkedOn: day(lastWorkedOn) })).toEqual(reasons);
  });
  test('nothing logged at all', () => {
    expect(pace(facts({ ...busy, lastWorkedOn: null })).reasons).toEqual([{ kind: 'nothing-logged', days: 273 }]);
  });
  test('a queue that has waited ten days at a mentor, the longest first', () => {
    const queue = (mentor: typeof grace, oldestOn: string) => ({
      mentor,
      entries: 4,
      minutes: hours(32),
      oldestOn: day(oldestOn),
    });
    const waiting = [queue(grace, '2026-09-25'), queue(stranger, '2026-09-26'), queue(stranger, '2026-09-01')];
    expect(pace(facts({ ...busy, waiting })).reasons).toEqual([
      { kind: 'queue-waiting', mentor: stranger, days: 34, entries: 4, minutes: hours(32) },
      { kind: 'queue-waiting', mentor: grace, days: 10, entries: 4, minutes: hours(32) },
    ]);
  });
  test('a course that is not scheduled, once instruction is behind', () => {
    const noCourse = { recentMinutes: hours(1_000), scheduled: new Set([courseCode('RTI11')]) };
    expect(pace(facts(noCourse)).reasons).toEqual([
      { kind: 'course-not-scheduled', course: 'RTI03', title: 'Manufacturing 101', minutes: hours(24) },
    ]);
    expect(kinds({ ...noCourse, today: day('2026-01-05'), lastWorkedOn: day('2026-01-05') })).toEqual([]);
  });
  test('fewer hours a week than are needed', () => {
    expect(pace(facts({ recentMinutes: hours(91) })).reasons).toEqual([
      { kind: 'too-few-hours', weeklyMinutes: hours(7), neededWeeklyMinutes: 1_133 },
    ]);
  });
  test('a term that is over', () => {
    expect(kinds({ ...busy, today: day('2027-07-06'), lastWorkedOn: day('2027-07-01') })).toContain('term-over');
  });
  test('a suspension, and nothing else while it lasts', () => {
    expect(kinds({ apprenticeship: apprenticeship({ status: 'suspended' }), lastWorkedOn: null })).toEqual([
      'not-in-training',
    ]);
    expect(kinds({ apprenticeship: apprenticeship({ status: 'completed' }), lastWorkedOn: null })).toEqual([]);
  });
});
