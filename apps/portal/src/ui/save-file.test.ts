import { expect, test } from 'vitest';
import { toCsv } from './save-file.js';

test('cells are quoted, and none is calculated by a spreadsheet', () => {
  expect(
    toCsv([
      ['Name', 'Answer'],
      ['=HYPERLINK("x")', 'a "b", c'],
    ]),
  ).toBe('"Name","Answer"\r\n"\'=HYPERLINK(""x"")","a ""b"", c"');
});
