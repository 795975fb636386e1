import { standardContents } from '@journeybook/contracts';
import type { Problem } from '@journeybook/contracts';
import type { Standard, StandardId } from '@journeybook/domain';
import { presentContents } from './present-contents.js';
import { readProgramText } from './read-program-text.js';
import type { WorkbookFault } from './read-sheet.js';
import { readStandardWorkbook } from './read-standard-workbook.js';

/** Where in a file something is wrong, in the words of the program it was written with. */
export type FileFault = NonNullable<Problem['errors']>[number];

export type DraftFileReading =
  | { readonly ok: true; readonly standard: Standard; readonly notes: readonly string[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

interface DraftFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a program from a file that somebody chose, by the ending of its name: the four-sheet workbook (.xlsx) or a program file (.yaml,
 * .yml). What is read keeps the contract, so that the draft can be shown and edited; every fault says where it is.
 */
export async function readDraftFile(file: DraftFile, id: StandardId): Promise<DraftFileReading> {
  if (file.bytes.length === 0) return wholeFile('The file is empty; choose the one with the program in it.');
  const reading = await readByEnding(file, id);
  if (!reading.ok) return reading;
  const kept = standardContents.safeParse(presentContents(reading.standard));
  return kept.success
    ? { ...reading, standard: { ...kept.data, id } }
    : {
        ok: false,
        faults: kept.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
      };
}

function readByEnding({ fileName, bytes }: DraftFile, id: StandardId): Promise<DraftFileReading> | DraftFileReading {
  const ending = /\.[^.]*$/.exec(fileName.trim().toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.xlsx':
      return readWorkbookFile(bytes, id);
    case '.yaml':
    case '.yml':
      return readTextFile(bytes, id);
    default:
      return wholeFile(
        `A file ${ending ? `that ends in ${ending}` : 'without an ending'} is not read; choose an .xlsx workbook or a .yaml file.`,
      );
  }
}

async function readWorkbookFile(bytes: Uint8Array, id: StandardId): Promise<DraftFileReading> {
  const reading = await readStandardWorkbook(bytes);
  if (!reading.ok) return { ok: false, faults: reading.faults.map(inPlace) };
  return { ok: true, standard: { ...reading.contents, id }, notes: reading.notes };
}

function readTextFile(bytes: Uint8Array, id: StandardId): DraftFileReading {
  const text = decode(bytes);
  if (text === null) return wholeFile('The file is no text in UTF-8; save it as UTF-8 and choose it again.');
  const reading = readProgramText(text, id);
  if (reading.ok) return { ok: true, standard: reading.standard, notes: [] };
  return { ok: false, faults: reading.faults.map(({ path, message }) => ({ field: path || 'file', message })) };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Such as `WorkProcesses row 5, Maximum Hours`. */
function inPlace({ sheet, row, column, message }: WorkbookFault): FileFault {
  const place = row === null ? sheet : `${sheet} row ${row}`;
  return { field: [place, column].filter(Boolean).join(', ') || 'file', message };
}

const wholeFile = (message: string): DraftFileReading => ({ ok: false, faults: [{ field: 'file', message }] });
