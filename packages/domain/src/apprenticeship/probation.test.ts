import { describe, expect, test } from 'vitest';
import { probation } from './probation.js';
import { federalPolicy } from '../program/agency-policies.js';
import { advancedStandingGranted, day, entryReversed, imt, ojtHoursCredited, recordEntryId } from '../testing/build.js';
import { hours } from '../units.js';

const beganOn = day('2026-01-05');
const worked = (on: string, count: number, id: number) =>
  ojtHoursCredited({ id: recordEntryId(id), occurredOn: day(on), minutes: hours(count) });

describe('probation of a program of 3,000 h and 18 months', () => {
  test('ends after 4.5 months when the hours take longer', () => {
    expect(probation(imt(), { beganOn, entries: [worked('2026-02-01', 749, 1)] })).toEqual({
      minutes: hours(750),
      reachedOn: null,
      latestOn: '2026-05-20',
      endsOn: '2026-05-20',
      because: 'months',
    });
  });
  test('ends on the day 750 h were reached, whatever the order of the entries', () => {
    const entries = [worked('2026-04-10', 1, 3), worked('2026-03-10', 350, 2), worked('2026-02-10', 400, 1)];
    expect(probation(imt(), { beganOn, entries })).toMatchObject({
      endsOn: '2026-03-10',
      reachedOn: '2026-03-10',
      because: 'hours',
    });
  });
  test('is not shortened by granted standing, nor by hours that were reversed', () => {
    const entries = [
      advancedStandingGranted({ subject: { kind: 'course', course: 'RTI01' as never, minutes: hours(800) } }),
      worked('2026-02-01', 750, 1),
      entryReversed({ reverses: recordEntryId(1) }),
    ];
    expect(probation(imt(), { beganOn, entries }).because).toBe('months');
  });
});

test('probation of a long program ends after one year', () => {
  expect(probation(imt('time', { termMonths: 60 }), { beganOn, entries: [] })).toMatchObject({
    endsOn: '2027-01-05',
    because: 'longest',
  });
});

test('probation is as long as the agency says', () => {
  const policy = { ...federalPolicy.probation, percentOfTerm: 10 };
  expect(probation(imt(), { beganOn, entries: [] }, policy)).toMatchObject({
    minutes: hours(300),
    endsOn: '2026-03-01',
  });
});
