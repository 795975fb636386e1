import { expect, test } from 'vitest';
import { capFault } from './standing-caps.js';
import { probation } from '../apprenticeship/probation.js';
import { federalPolicy } from '../program/agency-policies.js';
import { day, imt, standingRequest, today } from '../testing/build.js';
import { hours } from '../units.js';

const { items } = standingRequest();
const facts = {
  standard: imt(),
  totals: [],
  policy: federalPolicy.standing,
  youthMinutes: null,
  youthGrantedMinutes: hours(0),
  probation: probation(imt(), { beganOn: day('2026-01-05'), entries: [] }),
  today,
};

test('federally no cap is set: what is required may be granted', () => {
  expect(capFault(items, facts)).toBeNull();
});

test("a youth apprentice's hours are no cap where the policy has none", () => {
  expect(capFault(items, { ...facts, youthMinutes: hours(1) })).toBeNull();
});

test('a cap is of the hours on the job and leaves courses and skills alone', () => {
  const policy = { ...federalPolicy.standing, percentOfOjt: 0 };
  expect(capFault(items, { ...facts, policy })).toMatchObject({ kind: 'over-standing-cap', capMinutes: 0 });
  expect(capFault(items.slice(1), { ...facts, policy })).toBeNull();
});
