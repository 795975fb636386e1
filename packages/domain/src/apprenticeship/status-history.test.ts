import { describe, expect, test } from 'vitest';
import { beforeSuspension, inProbation, statusOn } from './status-history.js';
import { apprenticeship, at, day, statusChanged } from '../testing/build.js';

const history = [
  statusChanged({ status: 'suspended', occurredOn: day('2026-02-10') }),
  statusChanged({ status: 'registered', occurredOn: day('2026-01-05') }),
  statusChanged({ status: 'active', occurredOn: day('2026-02-20') }),
];

describe('the status on a date', () => {
  test.each([
    ['2026-01-04', 'draft'],
    ['2026-01-05', 'registered'],
    ['2026-02-09', 'registered'],
    ['2026-02-10', 'suspended'],
    ['2026-02-19', 'suspended'],
    ['2026-02-20', 'active'],
    ['2030-01-01', 'active'],
  ])('%s is %s, whatever the order of the entries', (date, status) => {
    expect(statusOn(history, day(date))).toBe(status);
  });
  test('before the first change is what that changed from', () => {
    const first = [statusChanged({ status: 'suspended', from: 'active', occurredOn: day('2026-02-10') })];
    expect(statusOn(first, day('2026-02-09'))).toBe('active');
  });
  test('with two changes on it is that of the later one', () => {
    const sameDay = [
      statusChanged({ status: 'active', recordedAt: at('2026-01-05T15:00:00Z') }),
      statusChanged({ status: 'registered', recordedAt: at('2026-01-05T09:00:00Z') }),
    ];
    expect(statusOn(sameDay, day('2026-01-05'))).toBe('active');
  });
});

describe('probation', () => {
  const suspended = apprenticeship({ status: 'suspended' });
  const registered = statusChanged({ status: 'registered' });
  const active = statusChanged({ status: 'active', occurredOn: day('2026-06-01') });

  test.each(['draft', 'registered'] as const)('lasts while %s', (status) => {
    expect(inProbation(apprenticeship({ status }), [registered])).toBe(true);
  });
  test('is interrupted and not ended by a suspension', () => {
    expect(inProbation(suspended, [registered])).toBe(true);
    expect(beforeSuspension([registered])).toBe('registered');
  });
  test('is over after the day it ends, also when nobody made the apprentice active', () => {
    const [endsOn, after] = [day('2026-06-30'), day('2026-07-01')];
    for (const one of [suspended, apprenticeship({ status: 'registered' })]) {
      expect(inProbation(one, [registered], { on: endsOn, endsOn })).toBe(true);
      expect(inProbation(one, [registered], { on: after, endsOn })).toBe(false);
    }
  });
  test('has not begun, and cannot be over, in a draft', () => {
    const over = { on: day('2026-07-01'), endsOn: day('2026-06-30') };
    expect(inProbation(apprenticeship({ status: 'draft' }), [], over)).toBe(true);
  });
  test('is over once the apprentice was active', () => {
    expect(inProbation(apprenticeship({ status: 'active' }), [registered, active])).toBe(false);
    expect(inProbation(suspended, [active, registered])).toBe(false);
  });
});
