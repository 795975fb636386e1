import { hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { readAttendedCell, readGradeCell, readTextCell } from './results-cells.js';

const valueOf = (cell: ReturnType<typeof readGradeCell> | ReturnType<typeof readAttendedCell>) =>
  cell.ok ? cell.value : 'fault';

describe('a grade in a file', () => {
  test.each([
    [88, 88],
    ['88.5 %', 88.5],
    ['82,5', 82.5],
    [0, 0],
    ['0', 0],
    ['100%', 100],
    ['-', null],
    ['', null],
    [null, null],
  ])('%j is %s percent', (cell, percent) => {
    expect(valueOf(readGradeCell(cell))).toBe(percent);
  });
  test.each(['A-', '17/20', 101, -1, '1,000', true, new Date()])('%s is none', (cell) => {
    expect(valueOf(readGradeCell(cell))).toBe('fault');
  });
});

describe('hours attended in a file', () => {
  const attended = (cell: Parameters<typeof readAttendedCell>[0]) => valueOf(readAttendedCell(cell, hours(24)));
  test.each([
    [1.5, 90],
    ['24 h', 1440],
    ['2 hours', 120],
    [0, null],
    ['-', null],
  ])('%j are %s minutes', (cell, minutes) => {
    expect(attended(cell)).toBe(minutes);
  });
  test.each([24.1, 'all', -1])('%s are none', (cell) => {
    expect(attended(cell)).toBe('fault');
  });
});

test('text is one line, and what is longer than any name is none', () => {
  expect([' Ada\n Lopez ', 7, '', null, 'x'.repeat(301), new Date()].map(readTextCell)).toEqual([
    'Ada Lopez',
    '7',
    null,
    null,
    null,
    null,
  ]);
});
