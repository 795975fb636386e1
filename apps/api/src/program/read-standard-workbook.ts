import type { StandardContents } from './read-contents.js';
import { toContents } from './read-contents.js';
import { detailsLayout, readDetails } from './read-details.js';
import { readRelatedInstruction, relatedInstructionLayout } from './read-related-instruction.js';
import type { Findings, SheetLayout, TableRow, WorkbookFault } from './read-sheet.js';
import { readSheet } from './read-sheet.js';
import { readWageSchedule, wageScheduleLayout } from './read-wage-schedule.js';
import { readWorkProcesses, workProcessesLayout } from './read-work-processes.js';
import type { SheetRow } from '../files/read-workbook.js';
import { readWorkbook } from '../files/read-workbook.js';

/** The contents of a draft with what could not be carried over, or every fault of the file. */
export type StandardWorkbookReading =
  | { readonly ok: true; readonly contents: StandardContents; readonly notes: readonly string[] }
  | { readonly ok: false; readonly faults: readonly WorkbookFault[] };

const sheetNames = [detailsLayout, workProcessesLayout, relatedInstructionLayout, wageScheduleLayout].map(
  (layout) => layout.name,
);
/** More than a person puts right in one go; a sheet with garbage in it has one in every cell. */
const mostFaults = 200;

/**
 * Reads a program from the four-sheet workbook of ApprenticeshipStandards.org (domain.md §3.4: Details, WorkProcesses,
 * RelatedInstruction, WageSchedule). All faults are told at once. What a standard has and the workbook has not gets a default
 * (`toContents`). Totals that differ and the like are no fault of the file: it becomes a draft, and `checkStandard` says what it needs.
 */
export async function readStandardWorkbook(bytes: Uint8Array): Promise<StandardWorkbookReading> {
  const reading = await readWorkbook(bytes, sheetNames);
  if (!reading.ok)
    return { ok: false, faults: [{ sheet: reading.sheet, row: null, column: null, message: reading.message }] };
  const found: Findings = { faults: [], notes: [] };
  const contents = readSheets(reading.sheets, found);
  return contents === null || found.faults.length > 0
    ? { ok: false, faults: cut(found.faults) }
    : { ok: true, contents, notes: found.notes };
}

function readSheets(sheets: ReadonlyMap<string, readonly SheetRow[]>, found: Findings): StandardContents | null {
  const details = readFrom(sheets, detailsLayout, found, (rows) => readDetails(rows, found));
  const processes = readFrom(sheets, workProcessesLayout, found, (rows) => readWorkProcesses(rows, found));
  const courses = readFrom(sheets, relatedInstructionLayout, found, (rows) => readRelatedInstruction(rows, found));
  const wages = readFrom(sheets, wageScheduleLayout, found, (rows) => readWageSchedule(rows, details, found));
  if (details === null || processes === null || courses === null) return null;
  return toContents({ details, processes, courses, wages }, found);
}

/** Reads a sheet; null when it is missing or its headers are at fault, as nothing can be said about its rows then. */
function readFrom<Column extends string, Value>(
  sheets: ReadonlyMap<string, readonly SheetRow[]>,
  layout: SheetLayout<Column>,
  found: Findings,
  read: (rows: readonly TableRow<Column>[]) => Value,
): Value | null {
  const rows = sheets.get(layout.name);
  if (rows === undefined) {
    const message = `The sheet ${layout.name} is missing; add it with the headers ${layout.required.join(', ')}.`;
    found.faults.push({ sheet: layout.name, row: null, column: null, message });
    return null;
  }
  const table = readSheet(layout, rows, found);
  return table === null ? null : read(table);
}

function cut(faults: readonly WorkbookFault[]): readonly WorkbookFault[] {
  const more = faults.length - mostFaults;
  if (more <= 0) return faults;
  const message = `There are ${more} more faults; put these right first.`;
  return [...faults.slice(0, mostFaults), { sheet: '', row: null, column: null, message }];
}
