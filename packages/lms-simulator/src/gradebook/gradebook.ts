import type { LiveCourse } from '../world/live-world.js';

/** One column of a course's gradebook that belongs to the tool. */
export interface Column {
  readonly id: string;
  readonly courseId: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId: string;
  readonly tag: string;
  readonly resourceLinkId?: string;
  /** True for the column of an activity, which lives and dies with that activity. */
  readonly coupled: boolean;
  /** Canvas refuses scores for an unpublished assignment. */
  readonly published: boolean;
  /** Moodle fails on a score for a locked column. */
  readonly locked: boolean;
  /** Moodle: grades are the steps of a scale, from 1 to the maximum. */
  readonly isScale?: boolean;
  /** Canvas only; unlimited when left out. */
  readonly allowedAttempts?: number;
}

/** Canvas: what its results service shows of a grade, which is not always what the gradebook shows. */
export interface ResultRow {
  readonly id: string;
  /** When the tool's last score said it was given; what an instructor types moves it only as it makes the row. */
  readonly at: Date;
  readonly score: number | null;
  readonly maximum: number | null;
}

export interface Grade {
  readonly columnId: string;
  readonly personId: string;
  readonly score: number | null;
  readonly comment: string | null;
  readonly setBy: 'tool' | 'instructor';
  /** Who typed it, when that is known. */
  readonly typedBy?: string;
  readonly updatedAt: Date;
  readonly row?: ResultRow;
  /** Canvas: how many submissions the tool's scores have made. */
  readonly attempts: number;
}

export interface Gradebook {
  columns: Column[];
  grades: Grade[];
}

/** The columns that come with the activities of the courses. */
export function createGradebook(courses: readonly LiveCourse[]): Gradebook {
  return { columns: courses.flatMap(columnsOfLinks), grades: [] };
}

function columnsOfLinks(course: LiveCourse): Column[] {
  return course.resourceLinks.flatMap((link) =>
    link.lineItem
      ? [
          {
            id: link.lineItem.id,
            courseId: course.id,
            label: link.title,
            scoreMaximum: link.lineItem.scoreMaximum,
            resourceId: link.lineItem.resourceId ?? '',
            tag: link.lineItem.tag ?? '',
            resourceLinkId: link.id,
            coupled: true,
            published: true,
            locked: false,
          },
        ]
      : [],
  );
}

export function columnsOf(book: Gradebook, courseId: string): Column[] {
  return book.columns.filter((column) => column.courseId === courseId);
}

export function findColumn(book: Gradebook, courseId: string, columnId: string): Column | undefined {
  return book.columns.find((column) => column.courseId === courseId && column.id === columnId);
}

/** Finds a column by its number, its address or the label people see. */
export function getColumn(book: Gradebook, courseId: string, wanted: string): Column {
  const columns = columnsOf(book, courseId);
  const numberInUrl = /\/(?:lineitems|line_items)\/(\d+)/.exec(wanted)?.[1];
  const found =
    columns.find((column) => column.id === wanted || column.id === numberInUrl) ??
    columns.find((column) => column.label === wanted);
  if (!found) throw new Error(`Course ${courseId} has no gradebook column ${wanted}`);
  return found;
}

export function nextColumnId(book: Gradebook): string {
  return String(Math.max(1, ...book.columns.map((column) => Number(column.id))) + 1);
}

export function putColumn(book: Gradebook, column: Column): void {
  const index = book.columns.findIndex((other) => other.id === column.id);
  if (index === -1) book.columns.push(column);
  else book.columns[index] = column;
}

export function removeColumn(book: Gradebook, columnId: string): void {
  book.columns = book.columns.filter((column) => column.id !== columnId);
  book.grades = book.grades.filter((grade) => grade.columnId !== columnId);
}

export function findGrade(book: Gradebook, columnId: string, personId: string): Grade | undefined {
  return book.grades.find((grade) => grade.columnId === columnId && grade.personId === personId);
}

/** What stands for somebody in the columns of a course. */
export function gradesOf(book: Gradebook, courseId: string, personId: string): Grade[] {
  const ids = new Set(columnsOf(book, courseId).map((column) => column.id));
  return book.grades.filter((grade) => ids.has(grade.columnId) && grade.personId === personId);
}

/** A number for the next row of Canvas's results. */
export const nextRowId = (book: Gradebook): string => String(90_001 + book.grades.length);

export function putGrade(book: Gradebook, grade: Grade): void {
  const index = book.grades.findIndex(
    (other) => other.columnId === grade.columnId && other.personId === grade.personId,
  );
  if (index === -1) book.grades.push(grade);
  else book.grades[index] = grade;
}

/** What Moodle does to the grades of somebody who is unenrolled. */
export function removeGradesOf(book: Gradebook, courseId: string, personId: string): void {
  const ids = new Set(columnsOf(book, courseId).map((column) => column.id));
  book.grades = book.grades.filter((grade) => !(ids.has(grade.columnId) && grade.personId === personId));
}
