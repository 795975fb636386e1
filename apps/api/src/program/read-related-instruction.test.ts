import { hours } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { buildWorkbook, maintenanceSheets } from '../testing/standard-workbook.js';
import { readStandardWorkbook } from './read-standard-workbook.js';
import type { CellValue } from '../files/read-workbook.js';

const { RelatedInstruction, ...rest } = maintenanceSheets('time');
type Row = readonly [
  order: CellValue,
  name: CellValue,
  about: CellValue,
  code: CellValue,
  by: CellValue,
  hours: CellValue,
];
const read = async (...rows: readonly Row[]) =>
  readStandardWorkbook(await buildWorkbook({ ...rest, RelatedInstruction: [RelatedInstruction[0], ...rows] }));

describe('RelatedInstruction', () => {
  test('reads courses in their order, with a code of ours where there is none', async () => {
    const reading = await read(
      [2, 'Math', null, null, null, '26'],
      [1, 'Safety', null, 101, null, 500.5],
      [3, 'Math 2', null, 'M 2 ', null, 49.5],
    );
    expect(reading).toMatchObject({
      contents: {
        rtiMinutes: hours(576),
        courses: [
          { code: '101', title: 'Safety', requiredMinutes: hours(500.5), safety: true },
          { code: 'RTI02', title: 'Math', requiredMinutes: hours(26) },
          { code: 'M 2', title: 'Math 2', requiredMinutes: hours(49.5) },
        ],
      },
    });
  });

  test('reads courses without hours, for a person to write them', async () => {
    expect(await read([1, 'Safety', null, null, null, null])).toMatchObject({
      contents: { courses: [{ requiredMinutes: 0 }] },
      notes: expect.arrayContaining(['Some courses have no hours; give each its hours before publishing.']),
    });
  });

  test('says that there is no course', async () => {
    expect(await read()).toMatchObject({
      contents: { courses: [], rtiMinutes: hours(576) },
      notes: expect.arrayContaining(['There is no course of related instruction; add the courses before publishing.']),
    });
  });

  test('notes descriptions and who gives the course', async () => {
    expect(await read([1, 'Safety', 'All about it', null, 'City College', 576])).toMatchObject({
      notes: expect.arrayContaining([
        'Descriptions of 1 courses were not carried over; a course has a title only.',
        'Who gives each course was not carried over; a college maps its own courses.',
      ]),
    });
  });

  test.each<[string, Row, string, RegExp]>([
    ['a course without a name', [1, null, null, 'M1', null, 10], 'Course Name', /Write the name of the course/],
    ['a name that is a story', [1, 'x'.repeat(301), null, 'M1', null, 10], 'Course Name', /at most 300/],
    ['an order in words', ['a', 'Math', null, 'M1', null, 10], 'Course Sort Order', /a number such as 1/],
    ['a code that is a story', [1, 'Math', null, 'x'.repeat(41), null, 10], 'Course Code', /at most 40/],
    ['hours in words', [1, 'Math', null, 'M1', null, 'ten'], 'Course Hours', /one number of hours/],
  ])('refuses %s', async (_, row, column, message) => {
    expect(await read(row)).toEqual({
      ok: false,
      faults: [{ sheet: 'RelatedInstruction', row: 2, column, message: expect.stringMatching(message) }],
    });
  });

  test('refuses more courses than a program has', async () => {
    const rows = Array.from({ length: 301 }, (_, at): Row => [at, 'Math', null, null, null, 1]);
    expect(await read(...rows)).toMatchObject({
      faults: [{ sheet: 'RelatedInstruction', row: 302, column: null, message: 'A program has at most 300 courses.' }],
    });
  });
});
