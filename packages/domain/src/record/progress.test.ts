import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PendingMinutes } from './progress.js';
import { progress } from './progress.js';
import { totals } from './totals.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  courseCode,
  entryReversed,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standard,
  workProcess,
} from '../testing/build.js';
import type { RecordEntry } from './record-entry.js';
import { hours, minutes } from '../units.js';

const wp01 = processCode('WP01');
const nothingWaits: PendingMinutes = new Map();

const where = (entries: readonly RecordEntry[], { of = standard(), pending = nothingWaits } = {}) =>
  progress(of, totals(entries), pending);
const firstProcess = (entries: readonly RecordEntry[], given: Parameters<typeof where>[1] = {}) =>
  where(entries, given).processes[0];

describe('progress on the first day', () => {
  test('has everything left', () => {
    const { ojt, rti, competencies } = where([]);
    expect(ojt).toEqual({
      requiredMinutes: hours(1_136),
      creditedMinutes: 0,
      pendingMinutes: 0,
      leftMinutes: hours(1_136),
    });
    expect(rti).toMatchObject({ requiredMinutes: hours(34), creditedMinutes: 0, leftMinutes: hours(34) });
    expect(competencies).toEqual({ required: 2, signedOff: 0 });
  });
  test('lists every process and course of the standard in its order', () => {
    const { processes, courses } = where([]);
    expect(processes.map(({ code, local }) => [code, local])).toEqual([
      ['WP01', false],
      ['WP06', true],
    ]);
    expect(courses.map((one) => one.code)).toEqual(['RTI03', 'RTI11']);
  });
});

describe('progress', () => {
  test('counts signed hours and takes them from what is left', () => {
    expect(firstProcess([ojtHoursCredited()])).toMatchObject({
      creditedMinutes: 450,
      leftMinutes: hours(1_000) - 450,
      uncountedMinutes: 0,
      entries: 1,
    });
  });
  test('shows what exceeds the process beside what counts', () => {
    expect(firstProcess([ojtHoursCredited({ minutes: hours(1_010) })])).toMatchObject({
      creditedMinutes: hours(1_000),
      uncountedMinutes: hours(10),
      leftMinutes: 0,
    });
  });
  test('counts up to the maximum where the standard sets one', () => {
    const of = standard({ workProcesses: [workProcess({ maximumMinutes: hours(1_100) })] });
    expect(firstProcess([ojtHoursCredited({ minutes: hours(1_150) })], { of })).toMatchObject({
      creditedMinutes: hours(1_100),
      uncountedMinutes: hours(50),
      leftMinutes: 0,
    });
  });
  test('leaves the hours of one process owing however many another has', () => {
    const { ojt } = where([ojtHoursCredited({ minutes: hours(1_136) })]);
    expect(ojt).toMatchObject({ creditedMinutes: hours(1_000), leftMinutes: hours(136) });
  });
  test('counts advanced standing and shows it', () => {
    expect(firstProcess([advancedStandingGranted()])).toMatchObject({
      creditedMinutes: hours(40),
      advancedMinutes: hours(40),
      leftMinutes: hours(960),
    });
  });
  test('counts a course once its credit stands, and no longer when it is reversed', () => {
    const credit = rtiHoursCredited();
    const reversal = entryReversed({ reverses: credit.id });
    expect(where([credit]).courses[0]).toMatchObject({ creditedMinutes: hours(24), leftMinutes: 0 });
    expect(where([credit, reversal]).courses[0]).toMatchObject({
      creditedMinutes: 0,
      leftMinutes: hours(24),
      entries: 0,
    });
  });
  test('leaves out minutes of a process that the standard does not have', () => {
    expect(where([ojtHoursCredited({ workProcess: processCode('WELD-1') })]).ojt.creditedMinutes).toBe(0);
  });
  test('shows waiting minutes beside what counts, never in it', () => {
    expect(firstProcess([], { pending: new Map([[wp01, minutes(90)]]) })).toMatchObject({
      pendingMinutes: 90,
      creditedMinutes: 0,
      leftMinutes: hours(1_000),
    });
  });
});

describe('a competency in progress', () => {
  test.each([
    ['at its level', 3, true],
    ['above its level', 4, true],
    ['below its level', 2, false],
  ])('attested %s', (_, level, signedOff) => {
    const [first] = where([competencyAttested({ level })]).processes[0]?.competencies ?? [];
    expect(first).toMatchObject({ code: 'WP01.01', level, signedOff });
  });
  test('is counted among those signed off', () => {
    const both = [
      competencyAttested(),
      competencyAttested({ id: recordEntryId(31), competency: competencyCode('WP01.06'), level: 1 }),
    ];
    expect(where(both).competencies).toEqual({ required: 2, signedOff: 1 });
  });
});

const amount = fc.integer({ min: 0, max: hours(1_500) }).map(minutes);
const entry: fc.Arbitrary<RecordEntry> = fc.oneof(
  fc.record({ minutes: amount, workProcess: fc.constantFrom('WP01', 'WP06').map(processCode) }).map(ojtHoursCredited),
  fc.record({ minutes: amount, course: fc.constantFrom('RTI03', 'RTI11').map(courseCode) }).map(rtiHoursCredited),
  amount.map((granted) =>
    advancedStandingGranted({ subject: { kind: 'work-process', workProcess: wp01, minutes: granted } }),
  ),
);
const entries = fc
  .array(entry, { maxLength: 8 })
  .map((list) => list.map((one, index) => ({ ...one, id: recordEntryId(index) })));
const limit = fc.option(fc.integer({ min: 0, max: 500 }).map((above) => hours(1_000 + above)));
const program = limit.map((maximumMinutes) => {
  const [first = workProcess(), ...rest] = standard().workProcesses;
  return standard({ workProcesses: [{ ...first, maximumMinutes }, ...rest] });
});
const partsOf = (at: ReturnType<typeof progress>) => [...at.processes, ...at.courses];

describe('whatever the record', () => {
  test('never more is credited than may count, and nothing signed is lost', () => {
    fc.assert(
      fc.property(program, entries, (of, list) => {
        for (const part of partsOf(where(list, { of }))) {
          const process = of.workProcesses.find((one) => one.code === part.code);
          expect(part.creditedMinutes).toBeLessThanOrEqual(process?.maximumMinutes ?? part.requiredMinutes);
          const signed = totals(list).find((one) => one.code === part.code)?.minutes ?? 0;
          expect(part.creditedMinutes + part.uncountedMinutes).toBe(signed);
        }
      }),
    );
  });
  test('what is left and what counts are what is required, unless more counts than is required', () => {
    fc.assert(
      fc.property(program, entries, (of, list) => {
        for (const part of partsOf(where(list, { of }))) {
          const over = Math.max(0, part.creditedMinutes - part.requiredMinutes);
          expect(part.leftMinutes + part.creditedMinutes).toBe(part.requiredMinutes + over);
        }
      }),
    );
  });
  test('waiting minutes change nothing that counts and nothing that is left', () => {
    const pending = fc.tuple(amount, amount).map(
      ([first, second]): PendingMinutes =>
        new Map([
          [wp01, first],
          [processCode('WP06'), second],
        ]),
    );
    fc.assert(
      fc.property(entries, pending, (list, waiting) => {
        const counted = (at: ReturnType<typeof progress>) =>
          [at.ojt, at.rti, ...partsOf(at)].map((one) => ({ ...one, pendingMinutes: 0 }));
        expect(counted(where(list, { pending: waiting }))).toEqual(counted(where(list)));
      }),
    );
  });
  test('the sums are those of the parts', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { ojt, rti, processes, courses } = where(list);
        const add = (parts: readonly { creditedMinutes: number }[]) =>
          parts.reduce((sum, one) => sum + one.creditedMinutes, 0);
        expect([ojt.creditedMinutes, rti.creditedMinutes]).toEqual([add(processes), add(courses)]);
      }),
    );
  });
});
