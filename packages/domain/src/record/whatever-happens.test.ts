import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listRequirements } from '../completion/requirements.js';
import { moveApprentice, proposeMapping } from '../program/move-apprentice.js';
import { accepted } from '../testing/accepted.js';
import { smallStandard } from '../testing/world.js';
import {
  advancedStandingGranted,
  apprenticeship,
  apprenticeshipId,
  carl,
  competencyAttested,
  competencyCode,
  competencyDemonstrated,
  competencyObserved,
  courseCode,
  credentialEarned,
  day,
  now,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  sponsorActor,
  standardId,
  statusChanged,
  today,
  varianceApproved,
  wageStepGiven,
} from '../testing/build.js';
import { minutes } from '../units.js';
import type { RecordEntry, EntryReversed } from './record-entry.js';
import { progress } from './progress.js';
import { reverseEntry } from './reverse-entry.js';
import { standingEntries, totals } from './totals.js';

type Credit = Exclude<RecordEntry, EntryReversed>;
const some = fc.integer({ min: 1, max: 900 }).map(minutes);
const workProcess = fc.constantFrom('WP01', 'WP06').map(processCode);
const course = fc.constantFrom('RTI03', 'RTI11').map(courseCode);
const competency = fc.constantFrom('WP01.01', 'WP06.01').map(competencyCode);
const level = fc.nat({ max: 4 });

const credit: fc.Arbitrary<Credit> = fc.oneof(
  fc.record({ minutes: some, workProcess }).map(ojtHoursCredited),
  fc.record({ minutes: some, course }).map(rtiHoursCredited),
  fc.record({ level, competency }).map(competencyAttested),
  fc.record({ minutes: some, workProcess }).map(varianceApproved),
  fc
    .record({ minutes: some, workProcess })
    .map((part) => advancedStandingGranted({ subject: { kind: 'work-process', ...part } })),
  fc.record({ level, competency }).map((part) => advancedStandingGranted({ subject: { kind: 'competency', ...part } })),
  fc.record({ competency }).map(competencyDemonstrated),
  fc.record({ level, competency }).map(competencyObserved),
  fc.constantFrom(credentialEarned(), wageStepGiven(), statusChanged()),
);

const reversed = (entry: Credit, index: number): EntryReversed =>
  reverseEntry(entry, { id: recordEntryId(1_000 + index), by: carl, at: now, on: today, reason: 'Wrong' });

/** Entries of every kind, some of them reversed. */
const record: fc.Arbitrary<readonly RecordEntry[]> = fc
  .array(credit, { maxLength: 15 })
  .map((list) => list.map((one, index) => ({ ...one, id: recordEntryId(index), occurredOn: day('2026-02-01') })))
  .chain((list) => fc.subarray(list).map((wrong) => [...list, ...wrong.map(reversed)]));
const shuffled = record.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length })),
);
const approach = fc.constantFrom('time' as const, 'competency' as const, 'hybrid' as const);
const facts = (entries: readonly RecordEntry[]) => ({ beganOn: day('2026-01-05'), entries, today });

describe('whatever happens to a record', () => {
  test('neither its totals nor what completion asks for depend on the order of its entries', () => {
    fc.assert(
      fc.property(shuffled, approach, ([entries, other], by) => {
        expect(totals(other)).toEqual(totals(entries));
        const standard = smallStandard(by);
        expect(listRequirements(standard, facts(other))).toEqual(listRequirements(standard, facts(entries)));
      }),
    );
  });
  test('a reversal restores the totals and the requirements from before the entry', () => {
    fc.assert(
      fc.property(record, credit, approach, (entries, one, by) => {
        const wrong = { ...one, id: recordEntryId(500) };
        const undone = [...entries, wrong, reversed(wrong, 500)];
        expect(totals(undone)).toEqual(totals(entries));
        const standard = smallStandard(by);
        expect(listRequirements(standard, facts(undone))).toEqual(listRequirements(standard, facts(entries)));
      }),
    );
  });
  test('never more is credited than the maximum, and above it no more than the variances', () => {
    fc.assert(
      fc.property(record, (entries) => {
        const standard = smallStandard('time');
        const signed = totals(entries);
        for (const part of progress(standard, signed, new Map()).processes) {
          const of = standard.workProcesses.find((one) => one.code === part.code);
          const maximum = of?.maximumMinutes ?? part.requiredMinutes;
          const variance = signed.find((one) => one.code === part.code)?.varianceMinutes ?? 0;
          expect(part.creditedMinutes).toBeLessThanOrEqual(maximum + variance);
          if (variance === 0) expect(part.creditedMinutes).toBeLessThanOrEqual(maximum);
        }
      }),
    );
  });
  test('what is left plus what counts towards it is what is required', () => {
    fc.assert(
      fc.property(record, (entries) => {
        const { processes, courses } = progress(smallStandard('time'), totals(entries), new Map());
        for (const part of [...processes, ...courses]) {
          const counts = Math.min(part.creditedMinutes, part.requiredMinutes);
          expect(part.leftMinutes + counts).toBe(part.requiredMinutes);
        }
      }),
    );
  });
  test('moving to another version keeps every minute and every level', () => {
    const from = smallStandard('hybrid');
    const to = { ...from, id: standardId(2), workProcesses: from.workProcesses.toReversed() };
    const swapped = (code: string) =>
      code.startsWith('WP01') ? code.replace('WP01', 'WP06') : code.replace('WP06', 'WP01');
    const mapping = [
      ...from.workProcesses.map((one) => ({ subject: 'work-process' as const, from: one.code, to: swapped(one.code) })),
      ...from.courses.map((one) => ({ subject: 'course' as const, from: one.code, to: one.code })),
      ...from.competencies.map((one) => ({ subject: 'competency' as const, from: one.code, to: swapped(one.code) })),
    ];
    fc.assert(
      fc.property(record, (entries) => {
        const before = totals(entries);
        const { change } = accepted(
          moveApprentice(
            sponsorActor,
            { mapping, reason: 'Swapped' },
            {
              apprenticeship: apprenticeship({ id: apprenticeshipId(1) }),
              from,
              fromChanges: [],
              to,
              toChanges: [],
              toStatus: 'published',
              totals: before,
              waiting: [],
              earlier: [],
              today,
              now,
              recordEntry: recordEntryId(900),
            },
          ),
        );
        const after = totals([...entries, change]);
        const renamed = after.map((one) => ({ ...one, code: swapped(one.code) }));
        const sorted = (list: typeof after) =>
          list.toSorted((a, b) => `${a.subject}${a.code}`.localeCompare(`${b.subject}${b.code}`));
        expect(sorted(renamed)).toEqual(sorted(before));
      }),
    );
  });
  test('a former employer’s skill that is kept as history takes nothing else along, and reversing what was signed of it restores', () => {
    const code = competencyCode('WP06.01');
    const from = smallStandard('hybrid');
    const own = from.competencies.find((one) => one.code === code) ?? missing();
    const to = { ...from, id: standardId(2), competencies: from.competencies.filter((one) => one !== own) };
    const isKept = (one: { readonly subject: string; readonly code: string }) =>
      one.subject === 'competency' && one.code === code;
    fc.assert(
      fc.property(record, level, (entries, at) => {
        const signed = competencyAttested({ id: recordEntryId(600), competency: code, level: at });
        const before = [...entries, signed];
        const mapping = proposeMapping(from, to).map((one) =>
          isKept({ ...one, code: one.from }) ? { ...one, asHistory: true as const } : one,
        );
        const { change } = accepted(
          moveApprentice(
            sponsorActor,
            { mapping, reason: 'Nobody pours here' },
            {
              apprenticeship: apprenticeship({ id: apprenticeshipId(1) }),
              from,
              fromChanges: [{ own: false, change: { kind: 'competency-added', competency: own } }],
              to,
              toChanges: [],
              toStatus: 'published',
              totals: totals(before),
              waiting: [],
              earlier: [],
              today,
              now,
              recordEntry: recordEntryId(900),
            },
          ),
        );
        const after = [...before, change];
        expect(totals(after)).toEqual(totals(before).filter((one) => !isKept(one)));
        expect(standingEntries(after).filter((one) => one !== change)).toEqual(standingEntries(before));
        expect(totals([...after, reversed(signed, 600)])).toEqual(totals([...entries, change]));
        expect(standingEntries([...after, reversed(signed, 600)])).toEqual(standingEntries([...entries, change]));
      }),
    );
  });
});

const missing = (): never => {
  throw new Error('the small standard has no such skill');
};
