import { codeCell, orderCell, requiredHoursCell, titleCell } from './read-cell.js';
import { inOrder } from './read-order.js';
import type { HoursRange } from './read-required-hours.js';
import type { Findings, SheetLayout, TableRow } from './read-sheet.js';

type Column = (typeof columns)[number];

const columns = [
  'Course Sort Order',
  'Course Name',
  'Course Description',
  'Course Code',
  'Related Training Organization',
  'Course Hours',
] as const;

export const relatedInstructionLayout: SheetLayout<Column> = {
  name: 'RelatedInstruction',
  required: columns,
  optional: [],
};

/** As many as the contract takes. */
const mostCourses = 300;

export interface CourseRow {
  readonly title: string;
  /** Null when the sheet has none. */
  readonly code: string | null;
  readonly hours: HoursRange;
}

/** Courses in the order of their sort orders. A course needs a name; who gives it and its description are noted. */
export function readRelatedInstruction(rows: readonly TableRow<Column>[], { notes }: Findings): readonly CourseRow[] {
  rows[mostCourses]?.fault(null, `A program has at most ${mostCourses} courses.`);
  if (rows.length === 0) notes.push('There is no course of related instruction; add the courses before publishing.');
  const filled = (column: Column) => rows.filter((row) => row.isFilled(column)).length;
  if (filled('Course Description') > 0)
    notes.push(
      `Descriptions of ${filled('Course Description')} courses were not carried over; a course has a title only.`,
    );
  if (filled('Related Training Organization') > 0)
    notes.push('Who gives each course was not carried over; a college maps its own courses.');
  const courses = rows.flatMap((row) => {
    const title = row.read('Course Name', titleCell);
    if (title === null && !row.isFilled('Course Name')) row.fault('Course Name', 'Write the name of the course.');
    const order = row.read('Course Sort Order', orderCell);
    const code = row.read('Course Code', codeCell);
    const minutes = row.read('Course Hours', requiredHoursCell);
    return title === null ? [] : [{ title, order, code, hours: { lower: minutes, upper: minutes } }];
  });
  return inOrder(courses);
}
