import { describe, expect, test } from 'vitest';
import {
  codeCell,
  hoursCell,
  monthsCell,
  orderCell,
  percentCell,
  ratioCell,
  requiredHoursCell,
  textCell,
  titleCell,
} from './read-cell.js';
import type { CellReading, ReadCell } from './read-cell.js';
import type { CellValue } from '../files/read-workbook.js';

const said = <Value>(reading: CellReading<Value>) => (reading.ok ? reading.value : reading.message);
const first = new Date('1899-12-30T05:01:00Z');

describe('a cell', () => {
  test.each<[string, ReadCell<unknown>, CellValue, unknown]>([
    ['text, its spaces and line breaks made one space', textCell, '  Weld\n and  cut ', 'Weld and cut'],
    ['a number as text', textCell, 157, '157'],
    ['a date as text', textCell, new Date('2022-10-20T00:00:00Z'), '2022-10-20'],
    ['a yes or no as text', textCell, true, 'true'],
    ['spaces as nothing', textCell, ' \n ', null],
    ['nothing', textCell, null, null],
    ['hours', hoursCell, 7.5, 450],
    ['hours written as text', hoursCell, '1,000', 60_000],
    ['hours with their unit', hoursCell, '1,000.5 hours', 60_030],
    ['no hours at all, which means from the first day', hoursCell, 0, 0],
    ['0 hours where they say nothing', requiredHoursCell, 0, null],
    ['empty hours', requiredHoursCell, '', null],
    ['months', monthsCell(1), 18, 18],
    ['months with their unit', monthsCell(0), '6 months', 6],
    ['no month', monthsCell(0), 0, 0],
    ['a place in an order', orderCell, '3.', 3],
    ['a percentage as a spreadsheet keeps it', percentCell, 0.55, 55],
    ['the whole as a spreadsheet keeps it', percentCell, 1, 100],
    ['a percentage as a number', percentCell, 62.5, 62.5],
    ['a percentage as text', percentCell, '55 %', 55],
    ['a small percentage as text', percentCell, '0.5%', 0.5],
    ['a ratio', ratioCell, '5:1', { apprentices: 5, journeyworkers: 1 }],
    ['a ratio in words', ratioCell, '1 to 2', { apprentices: 1, journeyworkers: 2 }],
    ['a ratio that the spreadsheet took for a time', ratioCell, first, { apprentices: 5, journeyworkers: 1 }],
    ['no ratio', ratioCell, ' ', null],
  ])('reads %s', (_, read, cell, value) => {
    expect(read(cell)).toEqual({ ok: true, value });
  });

  test.each<[string, ReadCell<unknown>, CellValue, RegExp]>([
    ['a formula that fails', textCell, '#REF!', /The formula of this cell fails \(#REF!\)/],
    ['a date that is none', textCell, new Date(Number.NaN), /no date that can be read/],
    ['characters that cannot be kept', textCell, 'a\0b', /characters that cannot be kept/],
    ['half a character', textCell, 'a\ud800', /characters that cannot be kept/],
    ['a title that is too long', titleCell, 'x'.repeat(301), /has 301 characters; write at most 300/],
    ['a code that is too long', codeCell, 'x'.repeat(41), /has 41 characters; write at most 40/],
    ['a range of hours', hoursCell, '2500 - 4000', /Write one number of hours/],
    ['words for hours', hoursCell, 'about 100', /Write one number of hours/],
    ['commas in the wrong place', hoursCell, '1,00', /Write one number of hours/],
    ['hours below 0', hoursCell, -1, /Write one number of hours/],
    ['more hours than a life has', hoursCell, 1e9, /Write one number of hours/],
    ['a number without end', hoursCell, Number.POSITIVE_INFINITY, /Write one number of hours/],
    ['a date for hours', hoursCell, first, /Write one number of hours/],
    ['yes for hours', hoursCell, true, /Write one number of hours/],
    ['half a month', monthsCell(1), 4.5, /whole months from 1 to 120/],
    ['no month of a term', monthsCell(1), 0, /whole months from 1 to 120/],
    ['more months than a term has', monthsCell(0), 121, /whole months from 0 to 120/],
    ['words for an order', orderCell, 'first', /Write a number such as 1/],
    ['more than the whole wage', percentCell, 110, /from 0 to 100/],
    ['less than nothing', percentCell, -0.1, /from 0 to 100/],
    ['words for a percentage', percentCell, 'half', /from 0 to 100/],
    ['a ratio without a colon', ratioCell, 5, /such as 1:1/],
    ['a ratio to nobody', ratioCell, '5:0', /such as 1:1/],
    ['a day for a ratio', ratioCell, new Date('2026-05-01T00:00:00Z'), /such as 1:1/],
  ])('refuses %s', (_, read, cell, message) => {
    expect(said(read(cell))).toMatch(message);
  });
});
