import { expect, test } from 'vitest';
import { versionAt } from './version-at.js';
import { at, standardChanged, standardId } from '../testing/build.js';

const moves = [
  standardChanged({ standard: standardId(2), to: standardId(3), recordedAt: at('2026-06-01T12:00:00Z') }),
  standardChanged({ standard: standardId(1), to: standardId(2), recordedAt: at('2026-03-01T12:00:00Z') }),
];

test.each([
  ['2026-02-01T12:00:00Z', standardId(1)],
  ['2026-03-01T12:00:00Z', standardId(2)],
  ['2026-05-01T12:00:00Z', standardId(2)],
  ['2026-07-01T12:00:00Z', standardId(3)],
])('the version of %s is the one that was left next, whatever the order of the moves', (moment, version) => {
  expect(versionAt(moves, { at: at(moment), current: standardId(3) })).toBe(version);
});

test('an agreement that never moved was always bound to its version', () => {
  expect(versionAt([], { at: at('2026-02-01T12:00:00Z'), current: standardId(1) })).toBe(standardId(1));
});
