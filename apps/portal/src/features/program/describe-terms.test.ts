import { federalPolicy, findAgencyPolicy, hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { describeDeadline, describePolicy, describeProbation, describeThreshold } from './describe-terms.js';

const policyOf = (agency: string) => {
  const found = findAgencyPolicy(agency);
  if (!found) throw new Error(`${agency} ships with Journeybook`);
  return new Map(describePolicy({ ...found, basis: [...found.basis] }));
};

describe('the terms of a program in words', () => {
  test('say what a wage step asks for', () => {
    expect(describeThreshold({})).toBe('from the first day');
    expect(describeThreshold({ ojtMinutes: hours(1_000), competencies: 50 })).toBe(
      'after 1,000 h on the job and 50 sign\u2011offs',
    );
    expect(describeThreshold({ rtiMinutes: hours(100), months: 1 })).toBe('after 100 h of instruction and 1 month');
  });

  test('say when probation ends', () => {
    const imt = { ojtMinutes: hours(2_736), rtiMinutes: hours(264), termMonths: 18 };
    expect(describeProbation(imt, federalPolicy.probation)).toBe(
      '750 h, 4.5 months or 12 months, whichever comes first',
    );
  });

  test('tell business days from days', () => {
    expect(describeDeadline({ days: 10, count: 'business' })).toBe('10 business days');
    expect(describeDeadline({ days: 1, count: 'calendar' })).toBe('1 day');
  });

  test('say what an agency asks for', () => {
    expect(policyOf('US').get('Least time on the job')).toBe('none');
    expect(policyOf('US-CA').get('Least time on the job')).toBe('6 months');
    expect(policyOf('US-LA').get('Instruction a year')).toBe('144 h, required');
    expect(policyOf('US-OH').get('Credit for earlier learning')).toContain('evidence within 10 business days');
    expect(policyOf('US').get('Completion reported within')).toBe('45 days');
  });
});
