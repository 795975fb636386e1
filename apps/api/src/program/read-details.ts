import type { AgencyPolicy, Approach, Ratio } from '@journeybook/domain';
import { federalPolicy } from '@journeybook/domain';
import { readAgency } from './read-agency.js';
import type { ReadCell } from './read-cell.js';
import { codeCell, monthsCell, ratioCell, requiredHoursCell, textCell, titleCell } from './read-cell.js';
import type { HoursRange } from './read-required-hours.js';
import type { Findings, SheetLayout, TableRow } from './read-sheet.js';

type Column = (typeof columns)[number] | (typeof optional)[number];

const columns = [
  'Registration State',
  'OA or SAA',
  'Sponsor Name',
  'Occupation Title',
  'Existing Title',
  'Onet Code',
  'RAPIDS Code',
  'Type',
  'Term (in months)',
  'Minimum OJT Hours',
  'Maximum OJT Hours',
  'Minimum RSI Hours',
  'Maximum RSI Hours',
  'Ratio of Apprentice to Journeyworker',
  'Probationary Period',
] as const;
const optional = ['National', 'Registration Date', 'Latest Registration Update'] as const;

export const detailsLayout: SheetLayout<Column> = { name: 'Details', required: columns, optional };

export interface Details {
  readonly occupation: { readonly title: string; readonly rapidsCode: string; readonly onetSoc: string };
  readonly approach: Approach;
  readonly termMonths: number;
  readonly ojt: HoursRange;
  readonly rti: HoursRange;
  readonly ratio: Ratio | null;
  readonly agency: AgencyPolicy;
}

/**
 * What row 2 of Details says of the program. Faults when it is missing or not the only one, and without an occupation, a type or a term.
 * Sponsor, existing title, probation and dates have no place in a standard and are noted.
 */
export function readDetails(rows: readonly TableRow<Column>[], found: Findings): Details | null {
  const [row, ...others] = rows;
  for (const other of others)
    other.fault(null, 'A workbook holds one program; move this row into a workbook of its own.');
  if (row === undefined) {
    found.faults.push({
      sheet: 'Details',
      row: 2,
      column: null,
      message: 'Row 2 is empty; describe the program in it.',
    });
    return null;
  }
  const title = needed(row, 'Occupation Title', titleCell, "Write the occupation's title.");
  const approach = needed(row, 'Type', approachCell, 'Write Time-Based, Competency-Based or Hybrid.');
  const termMonths = needed(
    row,
    'Term (in months)',
    monthsCell(1),
    'Write how many months the program takes, such as 18.',
  );
  const occupation = { title: title ?? '', ...readCodes(row, found) };
  const ratio = row.read('Ratio of Apprentice to Journeyworker', ratioCell);
  const [ojt, rti] = [readRange(row, 'OJT'), readRange(row, 'RSI')];
  const agency = readRegistration(row, found);
  noteWhatStays(row, found);
  if (title === null || approach === null || termMonths === null) return null;
  return { occupation, approach, termMonths, ojt, rti, ratio, agency };
}

/** Reads a cell that may not be empty; one that cannot be read has its fault already. */
function needed<Value>(
  row: TableRow<Column>,
  column: Column,
  readCell: ReadCell<Value>,
  message: string,
): Value | null {
  return row.read<Value>(column, (cell) => {
    const read = readCell(cell);
    return read.ok && read.value === null ? { ok: false, message } : read;
  });
}

/** By the word in it, as the file's own importer does: competency, time (or hour), hybrid. */
const approachCell: ReadCell<Approach> = (cell) => {
  const read = textCell(cell);
  if (!read.ok || read.value === null) return read as ReturnType<typeof approachCell>;
  const words = { hybrid: /hybrid/i, competency: /competenc/i, time: /time|hour/i };
  const named = (['hybrid', 'competency', 'time'] as const).filter((one) => words[one].test(read.value ?? ''));
  const [approach] = named;
  if (approach === undefined || (named.length > 1 && approach !== 'hybrid'))
    return { ok: false, message: 'Write Time-Based, Competency-Based or Hybrid.' };
  return { ok: true, value: approach };
};

/** Codes that a spreadsheet took for numbers get the zeros back that it dropped: 157 is RAPIDS code 0157. */
function readCodes(row: TableRow<Column>, found: Findings): { rapidsCode: string; onetSoc: string } {
  const rapids = row.read('RAPIDS Code', codeCell);
  const onetSoc = row.read('Onet Code', codeCell);
  if (rapids === null) found.notes.push('The RAPIDS code is left empty; write it before publishing.');
  if (onetSoc === null) found.notes.push('The O*NET code is left empty; write it before publishing.');
  const rapidsCode = (rapids ?? '').toUpperCase();
  return { rapidsCode: /^\d+$/.test(rapidsCode) ? rapidsCode.padStart(4, '0') : rapidsCode, onetSoc: onetSoc ?? '' };
}

function readRange(row: TableRow<Column>, part: 'OJT' | 'RSI'): HoursRange {
  const lower = row.read(`Minimum ${part} Hours`, requiredHoursCell);
  const upper = row.read(`Maximum ${part} Hours`, requiredHoursCell);
  if (lower !== null && upper !== null && lower > upper)
    row.fault(
      `Maximum ${part} Hours`,
      `The maximum is below the minimum; write at least as many hours as in Minimum ${part} Hours.`,
    );
  return { lower, upper };
}

function readRegistration(row: TableRow<Column>, found: Findings): AgencyPolicy {
  const state = row.read('National', textCell) === null ? row.read('Registration State', textCell) : 'National';
  const office = row.read('OA or SAA', officeCell);
  const reading = readAgency(state, office);
  if (reading === null)
    row.fault('Registration State', 'Write the two letters of the state, such as OH, or leave the cell empty.');
  if (reading?.note) found.notes.push(reading.note);
  return reading?.agency ?? federalPolicy;
}

const officeCell: ReadCell<'OA' | 'SAA'> = (cell) => {
  const word = String(cell ?? '')
    .trim()
    .toUpperCase();
  if (word === '') return { ok: true, value: null };
  return word === 'OA' || word === 'SAA'
    ? { ok: true, value: word }
    : { ok: false, message: 'Write OA for the federal Office of Apprenticeship or SAA for the agency of the state.' };
};

function noteWhatStays(row: TableRow<Column>, { notes }: Findings): void {
  const said = (column: Column) => row.read(column, textCell);
  const sponsor = said('Sponsor Name');
  if (sponsor !== null)
    notes.push(`The sponsor ${sponsor} was not carried over; the draft belongs to whoever imports it.`);
  const title = said('Existing Title');
  if (title !== null) notes.push(`The existing title ${title} was not carried over; a program has one title.`);
  const probation = said('Probationary Period');
  if (probation !== null)
    notes.push(`The probationary period of ${probation} was not carried over; probation follows the agency's policy.`);
  const dates = (['Registration Date', 'Latest Registration Update'] as const).flatMap((column) => {
    const date = said(column);
    return date === null ? [] : [`${column} ${date}`];
  });
  if (dates.length > 0) notes.push(`${dates.join(' and ')} were not carried over; a version has its own dates.`);
}
