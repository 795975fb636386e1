import { describe, expect, test } from 'vitest';
import type { RetentionFacts } from './retention-of.js';
import { retentionOf } from './retention-of.js';
import { federalPolicy } from '../program/agency-policies.js';
import { day } from '../testing/build.js';

const of = (overrides: Partial<RetentionFacts>) =>
  retentionOf({
    status: 'completed',
    lastOn: day('2026-06-30'),
    agency: federalPolicy,
    held: false,
    erased: false,
    today: day('2031-07-01'),
    ...overrides,
  });

describe('a record is kept', () => {
  test.each(['completed', 'cancelled', 'transferred'] as const)('five years after it is %s', (status) => {
    expect(of({ status, today: day('2031-06-30') })).toEqual({ state: 'kept', keptUntil: '2031-06-30' });
    expect(of({ status })).toEqual({ state: 'due', keptUntil: '2031-06-30' });
  });
  test('as long as the agency says', () => {
    expect(of({ agency: { ...federalPolicy, retentionYears: 7 } })).toEqual({ state: 'kept', keptUntil: '2033-06-30' });
  });
  test('while the agreement runs, however long ago anything happened', () => {
    for (const status of ['draft', 'registered', 'active', 'suspended'] as const)
      expect(of({ status, today: day('2099-01-01') })).toEqual({ state: 'open', keptUntil: null });
  });
  test('while a legal hold stands', () => {
    expect(of({ held: true, today: day('2099-01-01') })).toEqual({ state: 'held', keptUntil: '2031-06-30' });
  });
});

test('what was erased is due no more', () => {
  expect(of({ erased: true })).toMatchObject({ state: 'erased' });
});
