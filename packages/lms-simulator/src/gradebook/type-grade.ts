import { type Column, findGrade, type Gradebook, putGrade } from './gradebook.js';

export interface TypedGrade {
  readonly column: Column;
  readonly personId: string;
  /** Null takes the grade away and leaves the row. */
  readonly score: number | null;
  readonly comment: string | null;
  readonly at: Date;
  readonly typedBy?: string;
}

/** What happens when an instructor types into a cell of the gradebook. Any number the column allows. */
export function typeGrade(book: Gradebook, { column, personId, score, comment, at, typedBy }: TypedGrade): void {
  const before = findGrade(book, column.id, personId);
  putGrade(book, {
    columnId: column.id,
    personId,
    score,
    comment,
    setBy: 'instructor',
    ...(typedBy === undefined ? {} : { typedBy }),
    updatedAt: at,
    ...(before?.resultId === undefined ? {} : { resultId: before.resultId }),
    attempts: before?.attempts ?? 0,
  });
}
