import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StandardId } from '@journeybook/domain';
import { describe, expect, test } from 'vitest';
import { buildWorkbook, changeCell, maintenanceSheets, maintenanceWorkbook } from '../testing/standard-workbook.js';
import { readDraftFile } from './read-draft-file.js';

const id = 'draft' as StandardId;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const imt = readFileSync(fileURLToPath(new URL('../../programs/imt.yaml', import.meta.url)), 'utf8');
const read = (fileName: string, bytes: Uint8Array) => readDraftFile({ fileName, bytes }, id);
const faultsOf = async (fileName: string, bytes: Uint8Array) => {
  const reading = await read(fileName, bytes);
  return reading.ok ? [] : reading.faults;
};

describe('a file becomes a draft by its ending', () => {
  test.each(['Standards.xlsx', 'STANDARDS.XLSX', ' a.b.xlsx '])('%s is a workbook', async (name) => {
    const reading = await read(name, await maintenanceWorkbook());
    expect(reading).toMatchObject({ ok: true, standard: { id, occupation: { rapidsCode: '0308' } } });
    expect(reading.ok && reading.notes.length).toBe(4);
  });
  test.each(['imt.yaml', 'IMT.yml'])('%s is a program file', async (name) => {
    expect(await read(name, bytesOf(imt))).toMatchObject({
      ok: true,
      standard: { id, occupation: { rapidsCode: '2031HY' } },
      notes: [],
    });
  });
  test('with the mark of UTF-8 in front too', async () => {
    expect((await read('imt.yaml', bytesOf(`\uFEFF${imt}`))).ok).toBe(true);
  });
});

describe('a file is refused', () => {
  test.each([
    ['program.pdf', 'A file that ends in .pdf is not read; choose an .xlsx workbook or a .yaml file.'],
    ['program.xls', 'A file that ends in .xls is not read; choose an .xlsx workbook or a .yaml file.'],
    ['program', 'A file without an ending is not read; choose an .xlsx workbook or a .yaml file.'],
    ['', 'A file without an ending is not read; choose an .xlsx workbook or a .yaml file.'],
  ])('named “%s”', async (name, message) => {
    expect(await faultsOf(name, bytesOf('x'))).toEqual([{ field: 'file', message }]);
  });
  test.each(['a.xlsx', 'a.yaml', 'a.pdf'])('that is empty: %s', async (name) => {
    expect(await faultsOf(name, new Uint8Array())).toEqual([
      { field: 'file', message: 'The file is empty; choose the one with the program in it.' },
    ]);
  });
  test('with the place of every fault in a workbook', async () => {
    const sheets = changeCell(maintenanceSheets(), ['WorkProcesses', 5, 'Maximum Hours'], 'lots');
    const { WageSchedule: _, ...three } = changeCell(sheets, ['Details', 2, 'Type'], 'Fast');
    expect((await faultsOf('a.xlsx', await buildWorkbook(three))).map((one) => one.field)).toEqual([
      'Details row 2, Type',
      'WorkProcesses row 5, Maximum Hours',
      'WageSchedule',
    ]);
    expect(await faultsOf('a.xlsx', bytesOf('no workbook at all, but text'))).toMatchObject([{ field: 'file' }]);
  });
  test('with the place of every fault in a program file', async () => {
    const faulty = imt.replace('title: Set up production equipment', 'name: Set up');
    expect((await faultsOf('a.yaml', bytesOf(faulty))).map((one) => one.field)).toContain('work_processes.4.title');
    expect(await faultsOf('a.yaml', bytesOf('a: [1'))).toMatchObject([
      { field: 'file', message: /^Line 1 is not YAML/ },
    ]);
  });
  test('when it is no text', async () => {
    expect(await faultsOf('a.yaml', new Uint8Array([0xff, 0xfe, 0x41]))).toEqual([
      { field: 'file', message: 'The file is no text in UTF-8; save it as UTF-8 and choose it again.' },
    ]);
  });
});
