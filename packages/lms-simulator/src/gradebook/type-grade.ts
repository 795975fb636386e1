import {
  type Column,
  findGrade,
  type Grade,
  type Gradebook,
  nextRowId,
  putGrade,
  type ResultRow,
} from './gradebook.js';

export interface TypedGrade {
  readonly column: Column;
  readonly personId: string;
  /** Null takes the grade away and leaves the row. */
  readonly score: number | null;
  readonly comment: string | null;
  readonly at: Date;
  readonly typedBy?: string;
  /** Which rows of Canvas's results follow: none (Moodle), those that are there, or one that is made for it. */
  readonly rows: 'none' | 'kept' | 'made';
}

/** What happens when an instructor types into a cell of the gradebook. Any number the column allows. */
export function typeGrade(book: Gradebook, typed: TypedGrade): void {
  const { column, personId, score, comment, at, typedBy } = typed;
  const before = findGrade(book, column.id, personId);
  putGrade(book, {
    columnId: column.id,
    personId,
    score,
    comment,
    setBy: 'instructor',
    ...(typedBy === undefined ? {} : { typedBy }),
    updatedAt: at,
    ...rowAfter(book, before, typed),
    attempts: before?.attempts ?? 0,
  });
}

// Canvas copies the points and leaves the row's time and maximum as they are; a row without a maximum takes the column's.
function rowAfter(
  book: Gradebook,
  before: Grade | undefined,
  { column, score, at, rows }: TypedGrade,
): { row?: ResultRow } {
  const row = before?.row ?? (rows === 'made' ? { id: nextRowId(book), at, maximum: null } : undefined);
  if (rows === 'none' || !row) return {};
  if (score === (before?.score ?? null)) return before?.row ? { row: before.row } : {};
  return { row: { ...row, score, maximum: row.maximum ?? column.scoreMaximum } };
}
