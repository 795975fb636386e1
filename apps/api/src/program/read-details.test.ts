import { federalPolicy } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { buildWorkbook, changeCell, maintenanceSheets } from '../testing/standard-workbook.js';
import { readStandardWorkbook } from './read-standard-workbook.js';
import type { CellValue } from '../files/read-workbook.js';

/** The workbook of a time-based program with cells of Details changed. */
async function read(cells: Readonly<Record<string, CellValue>>) {
  const changed = Object.entries(cells).reduce(
    (sheets, [column, value]) => changeCell(sheets, ['Details', 2, column], value),
    maintenanceSheets('time'),
  );
  return readStandardWorkbook(await buildWorkbook(changed));
}

describe('Details', () => {
  test.each([
    ['Time-Based', 'time'],
    ['time', 'time'],
    ['Hourly (time based)', 'time'],
    ['Competency-based', 'competency'],
    ['COMPETENCY', 'competency'],
    ['Hybrid', 'hybrid'],
    ['Hybrid: competency and time', 'hybrid'],
  ])('reads the type %s as %s', async (type, approach) => {
    expect(await read({ Type: type })).toMatchObject({ ok: true, contents: { approach } });
  });

  test('gives a RAPIDS code back the zeros that a spreadsheet drops', async () => {
    expect(await read({ 'RAPIDS Code': 157 })).toMatchObject({ contents: { occupation: { rapidsCode: '0157' } } });
    expect(await read({ 'RAPIDS Code': '1057cb' })).toMatchObject({
      contents: { occupation: { rapidsCode: '1057CB' } },
    });
  });

  test('says which codes are left to write', async () => {
    expect(await read({ 'RAPIDS Code': null, 'Onet Code': ' ' })).toMatchObject({
      contents: { occupation: { rapidsCode: '', onetSoc: '' } },
      notes: expect.arrayContaining([
        'The RAPIDS code is left empty; write it before publishing.',
        'The O*NET code is left empty; write it before publishing.',
      ]),
    });
  });

  test('reads a program without a ratio', async () => {
    expect(await read({ 'Ratio of Apprentice to Journeyworker': null })).toMatchObject({
      contents: { terms: { ratio: null } },
    });
  });

  test('takes the federal policy for a national program', async () => {
    const { Details, ...rest } = maintenanceSheets();
    const [headers, row = []] = Details;
    const national = {
      ...rest,
      Details: [
        [...headers, 'National'],
        [...row, ...Array(3).fill(null), 'Program Standards'],
      ],
    };
    expect(await readStandardWorkbook(await buildWorkbook(national))).toMatchObject({
      contents: { terms: { agency: federalPolicy } },
    });
  });

  test('notes what a standard has no place for', async () => {
    const reading = await read({
      'OA or SAA': 'oa',
      'Existing Title': 'Mechanic',
      'Probationary Period': 3,
      'Registration Date': '15/01/1987',
      'Latest Registration Update': new Date('2022-10-20T00:00:00Z'),
      'Maximum RSI Hours': 600,
    });
    expect(reading).toMatchObject({
      contents: { terms: { agency: { agency: 'US' } } },
      notes: expect.arrayContaining([
        'The federal Office of Apprenticeship registers in Ohio, so the federal policy applies.',
        'The existing title Mechanic was not carried over; a program has one title.',
        "The probationary period of 3 was not carried over; probation follows the agency's policy.",
        'Registration Date 15/01/1987 and Latest Registration Update 2022-10-20 were not carried over; a version has its own dates.',
        'A program has one total of RSI hours, so 600 h was not carried over beside 576 h.',
      ]),
    });
  });

  test.each<[string, CellValue, RegExp]>([
    ['Occupation Title', null, /Write the occupation's title/],
    ['Occupation Title', 'x'.repeat(301), /at most 300/],
    ['Type', null, /Write Time-Based, Competency-Based or Hybrid/],
    ['Type', 'fast', /Write Time-Based, Competency-Based or Hybrid/],
    ['Type', 'time or competency', /Write Time-Based, Competency-Based or Hybrid/],
    ['Type', '#N/A', /formula of this cell fails/],
    ['Term (in months)', '', /how many months/],
    ['Term (in months)', '1.5 years', /whole months/],
    ['Minimum OJT Hours', '2000 - 4000', /one number of hours/],
    ['Maximum OJT Hours', 7_999, /maximum is below the minimum/],
    ['Maximum RSI Hours', 575, /maximum is below the minimum/],
    ['Ratio of Apprentice to Journeyworker', 'one to one', /such as 1:1/],
    ['Registration State', 'Ohoi', /two letters of the state/],
    ['OA or SAA', 'DOL', /Write OA for the federal Office/],
    ['RAPIDS Code', 'x'.repeat(41), /at most 40/],
  ])('refuses %s: %j', async (column, value, message) => {
    expect(await read({ [column]: value })).toEqual({
      ok: false,
      faults: [{ sheet: 'Details', row: 2, column, message: expect.stringMatching(message) }],
    });
  });

  test('refuses a sheet without a program, and one with two', async () => {
    const { Details, ...rest } = maintenanceSheets();
    const [headers, row = []] = Details;
    const withRows = async (...rows: (readonly CellValue[])[]) =>
      readStandardWorkbook(await buildWorkbook({ ...rest, Details: [headers, ...rows] }));
    expect(await withRows()).toMatchObject({
      faults: [{ sheet: 'Details', row: 2, column: null, message: 'Row 2 is empty; describe the program in it.' }],
    });
    expect(await withRows(row, [], row)).toMatchObject({
      faults: [{ sheet: 'Details', row: 4, column: null, message: /move this row into a workbook of its own/ }].map(
        (fault) => ({ ...fault, message: expect.stringMatching(fault.message) }),
      ),
    });
  });
});
