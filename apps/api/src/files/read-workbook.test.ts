import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildArchive, buildWorkbook, rawWorkbook } from '../testing/standard-workbook.js';
import { readFirstSheet, readWorkbook } from './read-workbook.js';

const read = (bytes: Uint8Array, ...sheets: readonly string[]) =>
  readWorkbook(bytes, sheets.length > 0 ? sheets : ['Details']);

describe('reading a workbook', () => {
  test('gives the rows that say something under the numbers a spreadsheet shows', async () => {
    const bytes = await buildWorkbook({
      Details: [['Title'], [], ['  ', null, ''], ['Welder', 1.5, true, new Date('2026-01-02T00:00:00Z')]],
    });
    const reading = await read(bytes);
    expect(reading.ok && reading.sheets.get('Details')).toEqual([
      { number: 1, values: ['Title'] },
      { number: 4, values: ['Welder', 1.5, true, new Date('2026-01-02T00:00:00Z')] },
    ]);
  });

  test('finds a sheet whatever its case and spaces, and leaves out one that is not there', async () => {
    const reading = await read(await buildWorkbook({ 'work PROCESSES ': [['x']] }), 'WorkProcesses', 'Details');
    expect(reading.ok && [...reading.sheets]).toEqual([['WorkProcesses', [{ number: 1, values: ['x'] }]]]);
  });

  test('gives the first sheet whatever its name, or why there is none', async () => {
    const bytes = await buildWorkbook({ Whatever: [['x']], Second: [['y']] });
    expect(await readFirstSheet(bytes)).toEqual([{ number: 1, values: ['x'] }]);
    expect(await readFirstSheet(new Uint8Array(5))).toMatch(/not an .xlsx workbook/);
  });

  test('reads what a formula last came to, and text in several runs', async () => {
    const reading = await read(
      buildArchive(
        rawWorkbook(
          '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>' +
            '<c r="C1" t="inlineStr"><is><r><t>in </t></r><r><t>runs</t></r></is></c><c r="D1" t="e"><v>#REF!</v></c></row>',
        ),
      ),
    );
    expect(reading.ok && reading.sheets.get('Details')?.[0]?.values).toEqual([2, 'ab', 'in runs', '#REF!']);
  });

  test('is done at once with a part that only begins tabs', async () => {
    const bytes = buildArchive([{ name: 'xl/workbook.xml', text: '<sheet '.repeat(1_000_000) }]);
    expect(await read(bytes)).toEqual({ ok: true, sheets: new Map() });
  });
});

describe('a file that is refused', () => {
  const huge = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>';
  const wide = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>';
  const spaces = ' '.repeat(8_000_000);
  const withSpaces = (declares: object) =>
    buildArchive([...rawWorkbook(''), { name: 'x.xml', text: spaces, declares }]);

  const ofParts = (count: number) => {
    const damaged = { text: '', declares: { checksum: 7 } };
    const more = Array.from({ length: count }, (_, index) => ({ ...damaged, name: `x${index}.xml` }));
    return buildArchive([...rawWorkbook(''), ...more]);
  };

  const changed = buildArchive(rawWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'));
  changed[60] = (changed[60] ?? 0) ^ 1;

  test.each([
    ['text', new TextEncoder().encode('Registration State,OA or SAA,Sponsor Name'), /is not an .xlsx workbook/],
    ['nothing', new Uint8Array(), /is not an .xlsx workbook/],
    ['an archive without a workbook', buildArchive([{ name: 'a.txt', text: 'a' }]), /is not an .xlsx workbook/],
    [
      'an old .xls file',
      Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(504), 'hex'),
      /old .xls file or one with a password/,
    ],
    ['more than 4 MB', randomBytes(4_000_001), /too large; keep only the sheets that are needed/],
    ['more than 8 MB unpacked', withSpaces({}), /too large/],
    ['as much, hidden behind a smaller size', withSpaces({ unpackedBytes: 10 }), /damaged/],
    ['as much, hidden behind a size that is not declared', withSpaces({ unpackedBytes: 0 }), /damaged/],
    ['more parts than any workbook has, before one is unpacked', ofParts(1_001), /too large/],
    ['a cell in the last row there is', buildArchive(rawWorkbook(huge)), /more than 5,000 rows/],
    ['a cell in the last column there is', buildArchive(rawWorkbook(wide)), /more than 100 columns/],
    ['two sheets of one name', buildArchive(rawWorkbook('', ['Details', 'DETAILS'])), /two sheets named Details/],
    ['a file with a byte changed', changed, /damaged/],
  ])('is %s', async (_, bytes, message) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  test('takes rows and columns that are only formatted for nothing', async () => {
    const bytes = buildArchive(
      rawWorkbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576" s="1"/></row>'),
    );
    const reading = await read(bytes);
    expect(reading.ok && reading.sheets.get('Details')).toEqual([{ number: 1, values: [1] }]);
  });
});
