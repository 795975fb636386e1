import type { ReadCell } from './read-cell.js';
import type { CellValue, SheetRow } from '../files/read-workbook.js';

/** One thing wrong with a file: where it is, as a spreadsheet shows it, and what to write instead. */
export interface WorkbookFault {
  /** Empty when the file as a whole is meant. */
  readonly sheet: string;
  /** As the spreadsheet counts; null when the whole sheet is meant. */
  readonly row: number | null;
  /** The header of the column; null when the whole row is meant. */
  readonly column: string | null;
  readonly message: string;
}

/** What reading found besides the contents; filled while it goes on, so that all faults are told at once. */
export interface Findings {
  readonly faults: WorkbookFault[];
  /** One sentence each on what could not be carried over as it stands. */
  readonly notes: string[];
}

/** A sheet of the template with the headers it has to have and those it may have. */
export interface SheetLayout<Column extends string> {
  readonly name: string;
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
}

/** A row of which cells are read by header; a cell that cannot be read becomes a fault and reads as empty. */
export interface TableRow<Column extends string> {
  readonly number: number;
  isFilled(column: Column): boolean;
  read<Value>(column: Column, readCell: ReadCell<Value>): Value | null;
  fault(column: Column | null, message: string): void;
}

/**
 * The rows below the headers in row 1, headers told apart whatever their case, spaces and signs. A header that is missing or stands twice
 * is a fault, and null is the answer; a column the template does not have is noted.
 */
export function readSheet<Column extends string>(
  layout: SheetLayout<Column>,
  rows: readonly SheetRow[],
  found: Findings,
): readonly TableRow<Column>[] | null {
  const { name: sheet, required, optional } = layout;
  const headers = rows[0]?.number === 1 ? rows[0].values : null;
  if (headers === null) {
    found.faults.push({
      sheet,
      row: 1,
      column: null,
      message: `Row 1 has no headers; write ${required.join(', ')} into it.`,
    });
    return null;
  }
  const faults = found.faults.length;
  const places = findColumns(layout, headers, found);
  for (const column of required.filter((one) => !places.has(one)))
    found.faults.push({
      sheet,
      row: 1,
      column,
      message: `The column ${column} is missing; add its header to row 1, even if the cells below stay empty.`,
    });
  noteStrangeColumns({ sheet, known: [...required, ...optional] }, rows, found);
  if (found.faults.length > faults) return null;
  return rows.slice(1).map((row) => tableRow(sheet, { row, places }, found));
}

const plain = (header: CellValue): string =>
  String(header ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

function findColumns<Column extends string>(
  { name: sheet, required, optional }: SheetLayout<Column>,
  headers: readonly CellValue[],
  found: Findings,
): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  for (const column of [...required, ...optional]) {
    const [place, second] = headers.flatMap((header, at) => (plain(header) === plain(column) ? [at] : []));
    if (place !== undefined) places.set(column, place);
    if (second !== undefined)
      found.faults.push({ sheet, row: 1, column, message: `The column ${column} stands twice; keep one.` });
  }
  return places;
}

function noteStrangeColumns(
  { sheet, known }: { sheet: string; known: readonly string[] },
  [headers, ...rows]: readonly SheetRow[],
  found: Findings,
): void {
  const names = new Set(known.map(plain));
  const width = Math.max(0, ...[headers, ...rows].map((row) => row?.values.length ?? 0));
  for (let at = 0; at < width; at += 1) {
    const header = headers?.values[at] ?? null;
    const isFilled = header !== null || rows.some((row) => (row.values[at] ?? null) !== null);
    if (!isFilled || names.has(plain(header))) continue;
    const name = header === null ? `column ${columnLetters(at)}, which has no header,` : `the column ${String(header)}`;
    found.notes.push(`In ${sheet}, ${name} is not part of the template and was not read.`);
  }
}

/** A, B … Z, AA, AB …, as a spreadsheet names its columns. */
const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCodePoint(65 + (at % 26));

function tableRow<Column extends string>(
  sheet: string,
  { row, places }: { row: SheetRow; places: ReadonlyMap<Column, number> },
  found: Findings,
): TableRow<Column> {
  const fault = (column: Column | null, message: string) => {
    found.faults.push({ sheet, row: row.number, column, message });
  };
  const cell = (column: Column): CellValue => row.values[places.get(column) ?? -1] ?? null;
  return {
    number: row.number,
    fault,
    isFilled: (column) => cell(column) !== null,
    read: (column, readCell) => {
      const reading = readCell(cell(column));
      if (reading.ok) return reading.value;
      fault(column, reading.message);
      return null;
    },
  };
}
