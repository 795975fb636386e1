import { describe, expect, test } from 'vitest';
import type { ApprenticeshipStatus } from './apprenticeship.js';
import { findTransition, statusTransitions } from './status-transitions.js';

const statuses = {
  draft: true,
  registered: true,
  active: true,
  suspended: true,
  completed: true,
  cancelled: true,
  transferred: true,
} as const satisfies Record<ApprenticeshipStatus, true>;
const all = Object.keys(statuses) as ApprenticeshipStatus[];

const next = (from: ApprenticeshipStatus) => statusTransitions.filter((one) => one.from === from).map((one) => one.to);

function reachable(from: ApprenticeshipStatus, seen = new Set([from])): ReadonlySet<ApprenticeshipStatus> {
  for (const to of next(from)) if (!seen.has(to)) reachable(to, seen.add(to));
  return seen;
}

describe('the changes of status', () => {
  test('reach every status from a draft', () => {
    expect([...reachable('draft')].sort()).toEqual(all.toSorted());
  });
  test.each(['completed', 'cancelled', 'transferred'] as const)('end at %s', (status) => {
    expect(next(status)).toEqual([]);
  });
  test('can always be cancelled while they have not ended', () => {
    expect(all.filter((from) => findTransition(from, 'cancelled')).sort()).toEqual([
      'active',
      'draft',
      'registered',
      'suspended',
    ]);
  });
  test('reach completion from an active agreement and by an award alone', () => {
    expect(statusTransitions.filter((one) => one.to === 'completed')).toEqual([
      { from: 'active', to: 'completed', by: ['sponsor'], through: 'award', reported: 'completed' },
    ]);
  });
  test('never come back to a draft, and none goes to itself or stands twice', () => {
    const pairs = statusTransitions.map((one) => `${one.from} ${one.to}`);
    expect(statusTransitions.filter((one) => one.to === 'draft' || one.to === one.from)).toEqual([]);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
  test('of a registered apprentice are all reported, but the end of probation', () => {
    const silent = statusTransitions.filter((one) => one.reported === null);
    expect(silent.map((one) => [one.from, one.to])).toEqual([
      ['draft', 'cancelled'],
      ['registered', 'active'],
    ]);
  });
});
