import type { Approach } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { readRequiredHours } from './read-required-hours.js';

type Pair = readonly [lower: number | null, upper: number | null];
const minutes = (value: number | null) => (value === null ? null : hours(value));
const range = ([lower, upper]: Pair) => ({ lower: minutes(lower), upper: minutes(upper) });
const inHours = (value: number | null) => (value === null ? null : value / 60);

/** The total, then minimum, required and maximum of each item. */
type Answer = readonly [total: number, ...(readonly (number | null)[])[]];

const both: readonly Pair[] = [
  [1_200, 1_900],
  [800, 900],
];

const read = (approach: Approach, total: Pair, ...items: readonly Pair[]) => {
  const result = readRequiredHours(
    { approach, name: 'OJT', plural: 'work processes', total: range(total) },
    items.map((one) => ({ hours: range(one) })),
  );
  return {
    total: inHours(result.totalMinutes),
    items: result.items.map(({ minutes: { requiredMinutes, minimumMinutes, maximumMinutes } }) => [
      inHours(minimumMinutes),
      inHours(requiredMinutes),
      inHours(maximumMinutes),
    ]),
    notes: result.notes,
  };
};

describe('what is required of a minimum and a maximum', () => {
  test.each<[string, Approach, readonly [total: Pair, items: readonly Pair[]], Answer]>([
    [
      'the one number there is',
      'time',
      [
        [2_000, null],
        [
          [1_200, null],
          [null, 800],
        ],
      ],
      [2_000, [null, 1_200, null], [null, 800, null]],
    ],
    [
      'the minimum, when the minima add up',
      'time',
      [[2_000, 3_000], both],
      [2_000, [null, 1_200, 1_900], [null, 800, 900]],
    ],
    [
      'the maximum, when only the maxima add up',
      'time',
      [[1_900, 2_800], both],
      [2_800, [null, 1_900, null], [null, 900, null]],
    ],
    [
      'the minimum, when neither adds up',
      'time',
      [[1_900, 3_000], both],
      [1_900, [null, 1_200, 1_900], [null, 800, 900]],
    ],
    [
      'the sum of the minima, when there is no total',
      'competency',
      [[null, null], both],
      [2_000, [null, 1_200, 1_900], [null, 800, 900]],
    ],
    [
      'in a hybrid program the minimum, with both limits',
      'hybrid',
      [[2_000, 2_800], both],
      [2_000, [1_200, 1_200, 1_900], [800, 800, 900]],
    ],
    [
      'in a hybrid program the maximum, with both limits',
      'hybrid',
      [[null, 2_800], both],
      [2_800, [1_200, 1_900, 1_900], [800, 900, 900]],
    ],
    [
      'in a hybrid program the one number there is',
      'hybrid',
      [
        [2_000, null],
        [
          [null, 1_200],
          [800, null],
        ],
      ],
      [2_000, [null, 1_200, null], [null, 800, null]],
    ],
    ['nothing, where nothing is said', 'competency', [[null, null], [[null, null]]], [0, [null, 0, null]]],
  ])('is %s', (_, approach, [total, items], [totalHours, ...expected]) => {
    expect(read(approach, total, ...items)).toMatchObject({ total: totalHours, items: expected });
  });

  test('says what was left behind', () => {
    expect(read('time', [null, 2_800], [1_200, 1_900], [800, 900]).notes).toEqual([
      'Minimum hours of work processes were not carried over; only a hybrid program has them.',
    ]);
    expect(read('hybrid', [2_000, 2_800], [1_200, 1_900], [800, 900]).notes).toEqual([
      'A program has one total of OJT hours, so 2,800 h was not carried over beside 2,000 h.',
    ]);
    expect(read('competency', [null, null], [100, null], [null, null]).notes).toEqual([
      'Details gives no OJT hours, so the total is the sum of the work processes.',
      'Some work processes have no hours; give each its hours before publishing.',
    ]);
    expect(read('time', [2_000, 2_000], [2_000, null]).notes).toEqual([]);
  });
});
