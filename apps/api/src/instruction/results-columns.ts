import type { CellValue } from '../files/read-workbook.js';

/** What a column of a gradebook's file can be. */
export type ResultColumn = 'name' | 'first-name' | 'last-name' | 'email' | 'number' | 'grade' | 'attended';

/** Headings by what they mean, the more telling first: plain ones, Canvas's and Moodle's (lti.md §5.2). */
const headings: Readonly<Record<ResultColumn, readonly string[]>> = {
  name: ['name', 'full name', 'learner', 'student', 'student name', 'apprentice'],
  'first-name': ['first name', 'given name'],
  'last-name': ['last name', 'surname', 'family name'],
  email: ['e mail', 'email', 'e mail address', 'email address'],
  number: ['student number', 'student id', 'sis user id', 'sis id', 'id number'],
  grade: ['grade', 'grade percent', 'final grade', 'final score', 'percent', 'score', 'course total percentage'],
  attended: ['attended hours', 'hours attended', 'attendance hours', 'attended'],
};

export type FoundColumns =
  | { readonly ok: true; readonly found: ReadonlyMap<ResultColumn, { readonly at: number; readonly heading: string }> }
  | { readonly ok: false; readonly messages: readonly string[] };

/** The columns of a file by the headings of its first row, told apart whatever their case and signs; or what is missing or doubled. */
export function findColumns(header: readonly CellValue[]): FoundColumns {
  const named = header.map(plain);
  const found = new Map<ResultColumn, { at: number; heading: string }>();
  const messages: string[] = [];
  for (const [column, known] of Object.entries(headings) as [ResultColumn, readonly string[]][]) {
    const heading = known.find((one) => named.includes(one));
    if (heading === undefined) continue;
    const at = named.indexOf(heading);
    const shown = String(header[at]).trim();
    if (named.lastIndexOf(heading) !== at) messages.push(`The column ${shown} stands twice; keep one.`);
    found.set(column, { at, heading: shown });
  }
  const has = (...columns: readonly ResultColumn[]) => columns.some((column) => found.has(column));
  if (!has('name', 'last-name', 'email', 'number'))
    messages.push('No column says who is meant; name one Student number, E-mail or Name.');
  if (!has('grade', 'attended')) messages.push('No column has results; name one Grade, in percent, or Attended hours.');
  return messages.length > 0 ? { ok: false, messages } : { ok: true, found };
}

const plain = (heading: CellValue): string =>
  String(heading ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
