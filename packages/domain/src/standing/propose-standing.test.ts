import { describe, expect, test } from 'vitest';
import { proposeStanding } from './propose-standing.js';
import type { StandingItem } from './standing-request.js';
import { totals } from '../record/totals.js';
import type { RecordEntry } from '../record/record-entry.js';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  ojtHoursCredited,
  processCode,
  recordEntryId,
  rtiHoursCredited,
  standard,
} from '../testing/build.js';
import { hours } from '../units.js';

/** 400 h of WP01, the 24 h of RTI03 and WP01.01 at level 3. */
const earlier = totals([ojtHoursCredited({ minutes: hours(400) }), rtiHoursCredited(), competencyAttested()]);
const proposed = (entries: readonly RecordEntry[] = [], waiting: readonly StandingItem[] = []) =>
  proposeStanding(standard(), { earlier, totals: totals(entries), waiting });

const process = (minutes: number): StandingItem => ({
  kind: 'work-process',
  workProcess: processCode('WP01'),
  minutes: hours(minutes),
});
const course: StandingItem = { kind: 'course', course: 'RTI03' as never, minutes: hours(24) };
const skill: StandingItem = { kind: 'competency', competency: competencyCode('WP01.01'), level: 3 };

describe('what an earlier record leaves to ask for', () => {
  test('is all it shows, while nothing was asked for', () => {
    expect(proposed()).toEqual([process(400), course, skill]);
  });
  test('is less what was granted', () => {
    const granted = [
      advancedStandingGranted({
        subject: { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(150) },
      }),
      advancedStandingGranted({ id: recordEntryId(8), subject: skill as never }),
    ];
    expect(proposed(granted)).toEqual([process(250), course]);
  });
  test('is less what waits for a decision', () => {
    expect(proposed([], [process(100), course, skill])).toEqual([process(300)]);
    expect(proposed([], [process(400), course, skill])).toEqual([]);
  });
  test('is no more than is left: what was worked anew needs no credit', () => {
    expect(proposed([ojtHoursCredited({ minutes: hours(900) }), rtiHoursCredited(), competencyAttested()])).toEqual([
      process(100),
    ]);
  });
});
