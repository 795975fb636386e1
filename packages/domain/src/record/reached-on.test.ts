import { expect, test } from 'vitest';
import { reachedOn } from './reached-on.js';
import {
  advancedStandingGranted,
  competencyAttested,
  day,
  entryReversed,
  ojtHoursCredited,
  recordEntryId,
  rtiHoursCredited,
} from '../testing/build.js';
import { hours } from '../units.js';

const worked = ojtHoursCredited({ occurredOn: day('2026-02-01'), minutes: hours(30) });
const later = ojtHoursCredited({ id: recordEntryId(9), occurredOn: day('2026-02-20'), minutes: hours(30) });
const course = rtiHoursCredited({ occurredOn: day('2026-02-10') });
const entries = [later, course, worked, competencyAttested()];
const on = (minutes: number, counted: 'ojt' | 'rti' | 'both', given: Parameters<typeof reachedOn>[0] = entries) =>
  reachedOn(given, hours(minutes), { counted, granted: true });

test.each([
  [30, 'ojt', '2026-02-01'],
  [31, 'ojt', '2026-02-20'],
  [61, 'ojt', null],
  [24, 'rti', '2026-02-10'],
  [25, 'rti', null],
  [54, 'both', '2026-02-10'],
  [84, 'both', '2026-02-20'],
] as const)('%i h of %s are reached on %s', (minutes, counted, date) => {
  expect(on(minutes, counted)).toBe(date);
});

test('what was reversed is reached by what stands', () => {
  expect(on(30, 'ojt', [...entries, entryReversed({ reverses: worked.id })])).toBe('2026-02-20');
});

test('granted standing counts from its day, or not at all', () => {
  const granted = [advancedStandingGranted(), worked];
  expect(on(40, 'ojt', granted)).toBe('2026-01-05');
  expect(reachedOn(granted, hours(40), { counted: 'ojt', granted: false })).toBeNull();
});
