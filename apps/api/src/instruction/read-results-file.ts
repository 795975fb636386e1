import type { Problem } from '@journeybook/contracts';
import type { Minutes } from '@journeybook/domain';
import type { SheetRow } from '../files/read-workbook.js';
import { readFirstSheet } from '../files/read-workbook.js';
import { readCsv } from '../files/read-csv.js';
import type { ResultColumn } from './results-columns.js';
import { findColumns } from './results-columns.js';
import { readAttendedCell, readGradeCell, readTextCell } from './results-cells.js';

/** Where in a file something is wrong, as a spreadsheet shows it. */
export type FileFault = NonNullable<Problem['errors']>[number];

/** What a gradebook's file says about one person; null is what it does not say. */
export interface ResultLine {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly sisId: string | null;
  readonly scorePercent: number | null;
  readonly attendedMinutes: Minutes | null;
}

export type ResultsReading =
  | { readonly ok: true; readonly lines: readonly ResultLine[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/**
 * Reads grades and attendance from a file that a gradebook gave (.csv or .xlsx), by the headings of its first row: those of Canvas, of
 * Moodle and plain ones. All faults are told at once, by row and column; lines that say nothing about anybody are passed over.
 */
export async function readResultsFile(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  courseMinutes: Minutes,
): Promise<ResultsReading> {
  const rows = await readRows(file);
  if (typeof rows === 'string') return wholeFile(rows);
  const [header, ...rest] = rows;
  if (!header) return wholeFile('The file is empty; choose the one with the grades in it.');
  const columns = findColumns(header.values);
  if (!columns.ok) return { ok: false, faults: columns.messages.map((message) => inRow(header.number, null, message)) };
  const faults: FileFault[] = [];
  const lines = rest.flatMap((row) => readLine(row, columns.found, { courseMinutes, faults }));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, lines };
}

async function readRows({
  fileName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<readonly SheetRow[] | string> {
  const ending = /\.[^.]*$/.exec(fileName.trim().toLowerCase())?.[0] ?? '';
  if (ending === '.csv') return readCsv(bytes);
  if (ending === '.xlsx') return readFirstSheet(bytes);
  return `A file ${ending ? `that ends in ${ending}` : 'without an ending'} is not read; choose a .csv or an .xlsx file.`;
}

type Columns = ReadonlyMap<ResultColumn, { readonly at: number; readonly heading: string }>;

function readLine(
  { number: row, values }: SheetRow,
  columns: Columns,
  { courseMinutes, faults }: { courseMinutes: Minutes; faults: FileFault[] },
): ResultLine[] {
  const cell = (column: ResultColumn) => values[columns.get(column)?.at ?? -1] ?? null;
  const text = (column: ResultColumn) => readTextCell(cell(column));
  const name = text('name') ?? ([text('first-name'), text('last-name')].filter(Boolean).join(' ') || null);
  const person = { name: name && inOrder(name), email: text('email'), sisId: text('number') };
  // Canvas writes what each column is worth into the row below the headings.
  if (/points possible/i.test(name ?? '') || Object.values(person).every((value) => value === null)) return [];
  const grade = readGradeCell(cell('grade'));
  const attended = readAttendedCell(cell('attended'), courseMinutes);
  if (!grade.ok) faults.push(inRow(row, columns.get('grade')?.heading ?? null, grade.message));
  if (!attended.ok) faults.push(inRow(row, columns.get('attended')?.heading ?? null, attended.message));
  if (!grade.ok || !attended.ok || (grade.value === null && attended.value === null)) return [];
  return [{ row, ...person, scorePercent: grade.value, attendedMinutes: attended.value }];
}

/** `Lopez, Ada`, as Canvas writes it, is Ada Lopez. */
const inOrder = (name: string): string => {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return first && last && more.length === 0 ? `${first} ${last}` : name;
};

const inRow = (row: number, column: string | null, message: string): FileFault => ({
  field: column === null ? `row ${row}` : `row ${row}, ${column}`,
  message,
});

const wholeFile = (message: string): ResultsReading => ({ ok: false, faults: [{ field: 'file', message }] });
