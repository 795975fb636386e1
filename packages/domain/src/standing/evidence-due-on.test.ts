import { expect, test } from 'vitest';
import { evidenceDueOn } from './evidence-due-on.js';
import { federalPolicy, findAgencyPolicy } from '../program/agency-policies.js';
import { day } from '../testing/build.js';

test('evidence reaches Ohio within ten business days of registration', () => {
  const ohio = findAgencyPolicy('US-OH');
  if (!ohio) throw new Error('Ohio ships with Journeybook');
  expect(evidenceDueOn(day('2026-03-02'), ohio.standing)).toBe('2026-03-16');
  expect(evidenceDueOn(day('2026-03-02'), ohio.standing, new Set([day('2026-03-10')]))).toBe('2026-03-17');
});

test('federally no evidence need be sent', () => {
  expect(evidenceDueOn(day('2026-03-02'), federalPolicy.standing)).toBeNull();
});
