import { describe, expect, test } from 'vitest';
import { hoursCell, textCell } from './read-cell.js';
import type { Findings, SheetLayout } from './read-sheet.js';
import { readSheet } from './read-sheet.js';
import type { CellValue } from '../files/read-workbook.js';

const layout: SheetLayout<'Course Name' | 'Course Hours' | 'Course Code'> = {
  name: 'Courses',
  required: ['Course Name', 'Course Hours'],
  optional: ['Course Code'],
};

/** Rows by the number a spreadsheet shows. */
function read(rows: Readonly<Record<number, readonly CellValue[]>>) {
  const found: Findings = { faults: [], notes: [] };
  const numbered = Object.entries(rows).map(([number, values]) => ({ number: Number(number), values }));
  return { rows: readSheet(layout, numbered, found), ...found };
}

describe('a sheet', () => {
  test('is read by its headers, whatever their order, case, spaces and signs', () => {
    const { rows, faults } = read({ 1: [' COURSE  hours:', 'Course_Name'], 5: [24, 'Math'] });
    expect(
      rows?.map((row) => [row.number, row.read('Course Name', textCell), row.read('Course Hours', hoursCell)]),
    ).toEqual([[5, 'Math', 1_440]]);
    expect(faults).toEqual([]);
  });

  test('reads a column it does not have, and a cell beyond the end of a row, as empty', () => {
    const { rows } = read({ 1: ['Course Name', 'Course Hours'], 2: ['Math'] });
    expect(rows?.[0]?.read('Course Code', textCell)).toBeNull();
    expect(rows?.[0]?.isFilled('Course Hours')).toBe(false);
  });

  test('names the row and the column of a cell that cannot be read', () => {
    const { rows, faults } = read({ 1: ['Course Name', 'Course Hours'], 3: ['Math', 'many'] });
    expect(rows?.[0]?.read('Course Hours', hoursCell)).toBeNull();
    expect(faults).toEqual([
      {
        sheet: 'Courses',
        row: 3,
        column: 'Course Hours',
        message: expect.stringMatching(/^Write one number of hours/),
      },
    ]);
  });

  test('notes columns that are not part of the template', () => {
    const { notes } = read({ 1: ['Course Name', 'Course Hours', 'Room', null, null], 2: ['Math', 1, 'B2', null, 'x'] });
    expect(notes).toEqual([
      'In Courses, the column Room is not part of the template and was not read.',
      'In Courses, column E, which has no header, is not part of the template and was not read.',
    ]);
  });

  test.each([
    [
      'nothing',
      {},
      { row: 1, column: null, message: 'Row 1 has no headers; write Course Name, Course Hours into it.' },
    ],
    ['headers elsewhere', { 2: ['Course Name', 'Course Hours'] }, { row: 1, column: null }],
    [
      'a header missing',
      { 1: ['Course Name'] },
      {
        row: 1,
        column: 'Course Hours',
        message: expect.stringMatching(/column Course Hours is missing; add its header/),
      },
    ],
    [
      'a header twice',
      { 1: ['Course Name', 'Course Hours', 'course name'] },
      { row: 1, column: 'Course Name', message: 'The column Course Name stands twice; keep one.' },
    ],
  ])('has no rows with %s', (_, rows, fault) => {
    const reading = read(rows);
    expect(reading.rows).toBeNull();
    expect(reading.faults).toMatchObject([{ sheet: 'Courses', ...fault }]);
  });
});
