import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryReversed, RecordEntry } from './record-entry.js';
import { reverseEntry } from './reverse-entry.js';
import { contribution, totals } from './totals.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  competencyDemonstrated,
  competencyObserved,
  completionAwarded,
  completionReturned,
  courseCode,
  credentialEarned,
  employerChanged,
  entryReversed,
  grace,
  masteryAttested,
  now,
  today,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standardChanged,
  statusChanged,
  varianceApproved,
  wageStepGiven,
} from '../testing/build.js';
import { hours, minutes, sumMinutes } from '../units.js';

describe('what one entry adds', () => {
  const nothing = { minutes: 0, advancedMinutes: 0, level: null, entries: 1 };
  test.each([
    [ojtHoursCredited(), { ...nothing, subject: 'work-process', code: 'WP01', minutes: 450 }],
    [rtiHoursCredited(), { ...nothing, subject: 'course', code: 'RTI03', minutes: 1_440 }],
    [competencyAttested(), { ...nothing, subject: 'competency', code: 'WP01.01', level: 3 }],
    [
      advancedStandingGranted(),
      { ...nothing, subject: 'work-process', code: 'WP01', minutes: 2_400, advancedMinutes: 2_400 },
    ],
    [
      advancedStandingGranted({ subject: { kind: 'course', course: courseCode('RTI03'), minutes: hours(8) } }),
      { ...nothing, subject: 'course', code: 'RTI03', minutes: 480, advancedMinutes: 480 },
    ],
  ])('$kind', (entry, added) => {
    expect(contribution(entry)).toEqual(added);
  });
  test('a granted skill adds its level, and a variance what may count besides', () => {
    const granted = advancedStandingGranted({
      subject: { kind: 'competency', competency: competencyCode('WP01.01'), level: 3 },
    });
    expect(contribution(granted)).toEqual({ ...nothing, subject: 'competency', code: 'WP01.01', level: 3 });
    expect(contribution(varianceApproved())).toEqual({
      ...nothing,
      subject: 'work-process',
      code: 'WP01',
      varianceMinutes: 3_000,
    });
  });
  test.each([
    competencyDemonstrated(),
    competencyObserved(),
    employerChanged(),
    wageStepGiven(),
    credentialEarned(),
    standardChanged(),
    masteryAttested(),
    completionReturned(),
    completionAwarded(),
    statusChanged(),
    entryReversed(),
  ])('$kind adds no number', (entry) => {
    expect(contribution(entry)).toBeNull();
  });
});

describe('the totals of a record', () => {
  test('of nothing are nothing', () => {
    expect(totals([])).toEqual([]);
  });
  test('add worked and granted minutes, and say which part was granted', () => {
    expect(totals([ojtHoursCredited(), advancedStandingGranted()])).toEqual([
      { subject: 'work-process', code: 'WP01', minutes: 2_850, advancedMinutes: 2_400, level: null, entries: 2 },
    ]);
  });
  test('keep a process, a course and a competency of the same code apart', () => {
    const same = 'X1';
    const list = totals([
      ojtHoursCredited({ workProcess: processCode(same) }),
      rtiHoursCredited({ course: courseCode(same) }),
      competencyAttested({ competency: competencyCode(same) }),
    ]);
    expect(list.map((one) => one.subject)).toEqual(['competency', 'course', 'work-process']);
  });
  test('take the highest level attested, in whatever order it came', () => {
    const levels = [3, 4, 2].map((level, index) => competencyAttested({ id: recordEntryId(10 + index), level }));
    expect(totals(levels)).toMatchObject([{ level: 4, entries: 3 }]);
  });
  test('fall back to the level that stands when the higher one is voided', () => {
    const higher = competencyAttested({ id: recordEntryId(11), level: 4 });
    const voided = entryReversed({ id: recordEntryId(12), reverses: higher.id });
    expect(totals([competencyAttested(), higher, voided])).toMatchObject([{ level: 3, entries: 1 }]);
  });
  test('leave no number behind when everything is reversed', () => {
    expect(totals([ojtHoursCredited(), entryReversed()])).toEqual([]);
  });
});

type Credit = Exclude<RecordEntry, EntryReversed>;
const some = fc.integer({ min: 1, max: 5_000 }).map(minutes);
const workProcess = fc.constantFrom('WP01', 'WP06').map(processCode);
const course = fc.constantFrom('RTI03', 'RTI11').map(courseCode);
const credit: fc.Arbitrary<Credit> = fc.oneof(
  fc.record({ minutes: some, workProcess }).map(ojtHoursCredited),
  fc.record({ minutes: some, course }).map(rtiHoursCredited),
  fc.record({ level: fc.integer({ min: 0, max: 4 }) }).map(competencyAttested),
  fc
    .record({ minutes: some, workProcess })
    .map((part) => advancedStandingGranted({ subject: { kind: 'work-process', ...part } })),
  fc.record({ minutes: some, course }).map((part) => advancedStandingGranted({ subject: { kind: 'course', ...part } })),
  fc.constant(statusChanged()),
);
const credits = fc
  .array(credit, { maxLength: 20 })
  .map((list) => list.map((one, index) => ({ ...one, id: recordEntryId(index) })));

const reversed = (entry: Credit, index: number) =>
  reverseEntry(entry, { id: recordEntryId(1_000 + index), by: grace, at: now, on: today, reason: 'Wrong' });

/** Credits, and which of them are reversed. */
const record = credits.chain((list) =>
  fc.subarray(list).map((wrong) => ({ list, entries: [...list, ...wrong.map(reversed)] as RecordEntry[] })),
);

describe('whatever the record', () => {
  const shuffled = record.chain(({ entries }) =>
    fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
  );

  test('the order of its entries does not matter', () => {
    fc.assert(
      fc.property(shuffled, ([entries, other]) => {
        expect(totals(other)).toEqual(totals(entries));
      }),
    );
  });
  test('a reversal restores the totals from before the entry', () => {
    fc.assert(
      fc.property(record, credit, ({ entries }, one) => {
        const wrong = { ...one, id: recordEntryId(500) };
        expect(totals([...entries, wrong, reversed(wrong, 500)])).toEqual(totals(entries));
      }),
    );
  });
  test('two records together have the sum of their minutes and entries', () => {
    const minutesOf = (entries: readonly RecordEntry[]) => sumMinutes(totals(entries).map((one) => one.minutes));
    const countOf = (entries: readonly RecordEntry[]) => totals(entries).reduce((sum, one) => sum + one.entries, 0);
    fc.assert(
      fc.property(credits, credits, (first, second) => {
        const both = [...first, ...second];
        expect(minutesOf(both)).toBe(minutesOf(first) + minutesOf(second));
        expect(countOf(both)).toBe(countOf(first) + countOf(second));
      }),
    );
  });
  test('no total is below zero and none is granted beyond its minutes', () => {
    fc.assert(
      fc.property(record, ({ entries }) => {
        for (const one of totals(entries)) {
          expect(one.advancedMinutes).toBeGreaterThanOrEqual(0);
          expect(one.minutes).toBeGreaterThanOrEqual(one.advancedMinutes);
          expect(one.entries).toBeGreaterThan(0);
        }
      }),
    );
  });
});
