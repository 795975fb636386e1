import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.js';

const read = (text: string) => readCsv(new TextEncoder().encode(text));

describe('reading a .csv file', () => {
  test('gives the rows that say something under the numbers a spreadsheet shows', () => {
    expect(read('\uFEFFName,Grade\r\n\r\n"Lopez, Ada",88\r\n , \r\n')).toEqual([
      { number: 1, values: ['Name', 'Grade'] },
      { number: 3, values: ['Lopez, Ada', '88'] },
    ]);
  });
  test.each([';', '\t'])('finds out that it is separated by %j', (separator) => {
    expect(read(`Name${separator}Grade\nAda${separator}8`)).toMatchObject([{}, { values: ['Ada', '8'] }]);
  });
  test('reads what an older spreadsheet program wrote', () => {
    expect(readCsv(Uint8Array.from([...Buffer.from('Name\nJos'), 0xe9]))).toMatchObject([{}, { values: ['José'] }]);
  });
  test('refuses what is no text, and what is too large', () => {
    expect(read('PK\0\0')).toMatch(/not a .csv file/);
    expect(read('a\n'.repeat(5_001))).toMatch(/more than 5,000 rows/);
    expect(read(','.repeat(500))).toMatch(/more than 500 columns/);
    expect(read('a'.repeat(4_000_001))).toMatch(/too large/);
  });
});
