import { expect, test } from 'vitest';
import { keepUntil } from './keep-until.js';
import { federalPolicy } from '../program/agency-policies.js';
import { at, day, ojtHoursCredited, statusChanged } from '../testing/build.js';

const worked = ojtHoursCredited({ occurredOn: day('2026-02-01'), recordedAt: at('2026-02-03T10:00:00Z') });

test('a record is kept five years after the last thing that was recorded', () => {
  expect(keepUntil([worked], federalPolicy)).toBe('2031-02-03');
});

test('a later action counts, whatever the order of the entries', () => {
  const cancelled = statusChanged({ occurredOn: day('2026-06-30'), recordedAt: at('2026-06-01T10:00:00Z') });
  expect(keepUntil([cancelled, worked], federalPolicy)).toBe('2031-06-30');
});

test('a record is kept as long as the agency says', () => {
  expect(keepUntil([worked], { ...federalPolicy, retentionYears: 7 })).toBe('2033-02-03');
});

test('an empty record has nothing to keep', () => {
  expect(keepUntil([], federalPolicy)).toBeNull();
});
