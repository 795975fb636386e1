import { streamXlsxRows } from 'hucre/xlsx';
import type { ArchivePart } from './read-archive.js';
import { countParts, readArchive, unpackPart } from './read-archive.js';

export type CellValue = string | number | boolean | Date | null;

/** One row of a sheet that says something; `number` is the one Excel shows beside it. */
export interface SheetRow {
  readonly number: number;
  readonly values: readonly CellValue[];
}

/** Sheets by the name that was asked for; one that the workbook does not have is left out. */
export type WorkbookReading =
  | { readonly ok: true; readonly sheets: ReadonlyMap<string, readonly SheetRow[]> }
  | { readonly ok: false; readonly sheet: string; readonly message: string };

const million = 1_000_000;
/** A workbook has some 50 kB in some 12 parts, more with pictures; these keep one that was made to fill the memory from doing so. */
const limits = { fileBytes: 4 * million, unpackedBytes: 8 * million, parts: 1_000, rows: 5_000, columns: 100 };

/**
 * The rows of the sheets wanted, told apart by their names whatever their case and spaces. Refuses what is no .xlsx workbook, more than
 * 4 MB (8 MB and 1,000 parts unpacked), 5,000 rows or 100 columns, and a sheet that stands twice. Whatever is unpacked has proved its size first, and
 * rows are read as a stream: a file of one kilobyte can claim a cell in the last corner of a sheet, and what lays out the whole sheet for
 * it runs out of memory.
 */
export async function readWorkbook(bytes: Uint8Array, wanted: readonly string[]): Promise<WorkbookReading> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) return refuse(opened.message);
  const sheets = new Map<string, readonly SheetRow[]>();
  for (const sheet of wanted) {
    const [name, second] = opened.names.filter((one) => plain(one) === plain(sheet));
    if (second !== undefined) return refuse(`There are two sheets named ${sheet}; keep one.`, sheet);
    if (name === undefined) continue;
    const rows = await readRows(bytes, name);
    if (typeof rows === 'string') return refuse(rows, sheet);
    sheets.set(sheet, rows);
  }
  return { ok: true, sheets };
}

/** The rows of the first sheet, whatever its name, within the same limits; or why the file is refused. */
export async function readFirstSheet(bytes: Uint8Array): Promise<readonly SheetRow[] | string> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) return opened.message;
  const [first] = opened.names;
  return first === undefined ? noWorkbook : readRows(bytes, first);
}

type OpenedWorkbook =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** The names of the sheets, once everything that is unpacked has proved its size. */
function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const refusal = refuseFile(bytes);
  if (refusal !== null) return { ok: false, message: refusal };
  if (countParts(bytes) > limits.parts) return { ok: false, message: tooLarge };
  const parts = readArchive(bytes);
  if (parts === null) return { ok: false, message: noWorkbook };
  if (parts.reduce((sum, one) => sum + one.unpackedBytes, 0) > limits.unpackedBytes)
    return { ok: false, message: tooLarge };
  if (parts.some((one) => unpackPart(bytes, one) === null)) return { ok: false, message: damaged };
  const names = readSheetNames(bytes, parts);
  return names === null ? { ok: false, message: noWorkbook } : { ok: true, names };
}

const refuse = (message: string, sheet = ''): WorkbookReading => ({ ok: false, sheet, message });

const noWorkbook = 'This is not an .xlsx workbook; open it in a spreadsheet program and save it as .xlsx.';
const tooLarge =
  'The workbook is too large; keep only the sheets that are needed, without pictures and empty rows that are formatted.';
const damaged = 'The workbook is damaged; open it in a spreadsheet program and save it again as .xlsx.';

/** Old .xls files and workbooks with a password are both this kind of container. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

function refuseFile(bytes: Uint8Array): string | null {
  if (bytes.length > limits.fileBytes) return tooLarge;
  if (compoundFile.every((byte, at) => bytes[at] === byte))
    return 'This is an old .xls file or one with a password; save it as .xlsx without a password.';
  return bytes.length < 22 ? noWorkbook : null;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');

/** The names on the tabs; null when the archive holds no workbook. */
function readSheetNames(bytes: Uint8Array, parts: readonly ArchivePart[]): readonly string[] | null {
  const part = parts.find((one) => /^(xl\/)?workbook\d*\.xml$/i.test(one.name));
  const contents = part === undefined ? null : unpackPart(bytes, part);
  if (contents === null) return null;
  const xml = new TextDecoder().decode(contents);
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^<>]*?\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, quoted, single]) => quoted ?? single ?? '',
  );
}

/** The rows that say something, or why the sheet is refused. */
async function readRows(bytes: Uint8Array, sheet: string): Promise<readonly SheetRow[] | string> {
  const rows: SheetRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (values.length > limits.columns)
        return `The sheet uses more than ${limits.columns} columns; delete those it does not need.`;
      const cells = values.map((value) => (typeof value === 'string' && value.trim() === '' ? null : value));
      if (cells.every((value) => value === null)) continue;
      if (index >= limits.rows)
        return `The sheet has more than ${limits.rows.toLocaleString('en')} rows; delete those it does not need.`;
      rows.push({ number: index + 1, values: cells });
    }
  } catch {
    return damaged;
  }
  return rows;
}
