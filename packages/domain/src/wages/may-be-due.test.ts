import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeDue } from './may-be-due.js';
import type { WageSchedule } from './wage-schedule.js';
import { wageSteps } from './wage-steps.js';
import { standardChanges } from '../record/current-code.js';
import type { RecordEntry } from '../record/record-entry.js';
import { standingEntries, totals } from '../record/totals.js';
import {
  advancedStandingGranted,
  competencyAttested,
  day,
  entryReversed,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standard,
  standardChanged,
  wageSchedule,
  wageStepGiven,
} from '../testing/build.js';
import { hours } from '../units.js';

const beganOn = day('2026-01-05');
const onDay = (entries: readonly RecordEntry[], schedule: WageSchedule, today = day('2026-03-04')) => {
  const facts = { standard: standard(), beganOn, today };
  const standing = standingEntries(entries);
  const exactly = wageSteps(schedule, { ...facts, entries });
  return {
    may: mayBeDue(schedule, {
      ...facts,
      totals: totals(entries),
      given: standing.filter((one) => one.kind === 'wage-step-given'),
      moves: standardChanges(entries),
    }),
    is: exactly.some((one) => one.state === 'due' || one.state === 'overdue'),
  };
};

describe('whether a step may be due', () => {
  const worked = ojtHoursCredited({ minutes: hours(1_000) });

  test('is told by the totals', () => {
    expect(onDay([wageStepGiven()], wageSchedule())).toEqual({ may: false, is: false });
    expect(onDay([wageStepGiven(), worked], wageSchedule())).toEqual({ may: true, is: true });
  });
  test('stays open where minutes ended with a move: they count towards a step and are in no total', () => {
    const ended = standardChanged({ mapping: [{ subject: 'work-process', from: 'WP01', to: null }] });
    expect(onDay([wageStepGiven(), worked, ended], wageSchedule())).toEqual({ may: true, is: true });
  });
  test('is no longer asked once the last step was given', () => {
    const last = wageStepGiven({ step: 3, centsPerHour: 3_000 });
    expect(onDay([last, worked, standardChanged()], wageSchedule())).toEqual({ may: false, is: false });
  });

  const entry = fc.oneof(
    fc.integer({ min: 1, max: 900 }).map((some) => ojtHoursCredited({ minutes: hours(some) })),
    fc.constant(rtiHoursCredited()),
    fc.constant(competencyAttested()),
    fc.constant(competencyAttested({ level: 2 })),
    fc.integer({ min: 1, max: 900 }).map((some) =>
      advancedStandingGranted({
        subject: { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(some) },
      }),
    ),
    fc.integer({ min: 1, max: 3 }).map((step) => wageStepGiven({ step })),
    fc.nat(9).map((nth) => entryReversed({ reverses: recordEntryId(500 + nth) })),
    fc.constant(standardChanged({ mapping: [{ subject: 'work-process', from: 'WP01', to: null }] })),
  );
  const threshold = fc.record(
    {
      ojtMinutes: fc.nat(1_500).map(hours),
      rtiMinutes: fc.nat(40).map(hours),
      months: fc.nat(3),
      competencies: fc.nat(2),
    },
    { requiredKeys: [] },
  );
  const record = fc
    .array(entry, { maxLength: 10 })
    .map((entries) => entries.map((one, nth): RecordEntry => ({ ...one, id: recordEntryId(500 + nth) })));

  test('is never denied when one is', () => {
    fc.assert(
      fc.property(record, fc.array(threshold, { minLength: 1, maxLength: 3 }), (entries, after) => {
        const steps = after.map((one, nth) => ({ step: nth + 1, title: `Step ${nth + 1}`, after: one, percent: 60 }));
        const { may, is } = onDay(entries, wageSchedule({ steps }));
        return may || !is;
      }),
      { numRuns: 2_000 },
    );
  });
});
