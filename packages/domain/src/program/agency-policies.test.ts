import { describe, expect, test } from 'vitest';
import { agencyPolicies, federalPolicy, findAgencyPolicy } from './agency-policies.js';
import { dueOn } from './agency-policy.js';
import { day } from '../testing/build.js';
import { hours } from '../units.js';

/** The agency, what it asks for instead of the federal default, and the numbers. */
const overlays = [
  ['US-CA', { ojtMinimumMonths: 6 }],
  ['US-LA', { instructionPerYear: { minutes: hours(144), weight: 'required' } }],
  ['US-NC', { retentionYears: 5 }],
] as const;

describe('agency policies', () => {
  test.each(overlays)('%s differs from the federal one where its clause does', (agency, changes) => {
    expect(findAgencyPolicy(agency)).toMatchObject(changes);
  });
  test('of Ohio ask for registration within 45 and for evidence within 10 business days', () => {
    expect(findAgencyPolicy('US-OH')).toMatchObject({
      reporting: { registered: { days: 45, count: 'business' }, cancelled: { days: 45, count: 'calendar' } },
      standing: { evidenceDue: { days: 10, count: 'business' } },
    });
  });
  test('of Rhode Island and Wisconsin limit credit, the federal one does not', () => {
    expect(findAgencyPolicy('US-RI')?.standing.decideBy).toBe('probation-end');
    expect(findAgencyPolicy('US-WI')?.standing.percentOfYouthHours).toBe(75);
    expect(federalPolicy.standing).toMatchObject({ percentOfOjt: null, percentOfYouthHours: null });
  });
  test('name their clause first and differ in agency and policy id', () => {
    expect(agencyPolicies.every((one) => one.basis.length > 0)).toBe(true);
    expect(new Set(agencyPolicies.map((one) => one.agency)).size).toBe(agencyPolicies.length);
    expect(new Set(agencyPolicies.map((one) => one.standing.id)).size).toBe(agencyPolicies.length);
  });
  test('that are not known are null', () => {
    expect(findAgencyPolicy('US-XX')).toBeNull();
  });
});

test.each([
  [{ days: 45, count: 'calendar' }, '2026-01-05', '2026-02-19'],
  [{ days: 1, count: 'business' }, '2026-03-06', '2026-03-09'],
  [{ days: 10, count: 'business' }, '2026-03-02', '2026-03-16'],
  [{ days: 0, count: 'business' }, '2026-03-07', '2026-03-07'],
] as const)('%o from %s ends on %s', (deadline, from, last) => {
  expect(dueOn(day(from), deadline)).toBe(last);
});
