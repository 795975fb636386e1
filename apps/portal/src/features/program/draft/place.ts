/** The parts of the editor, in their order, with the names that their headings have. */
export const sectionNames = {
  program: 'Program',
  processes: 'Work processes',
  'job-book': 'Job Book',
  courses: 'Instruction',
  wages: 'Wages',
  rules: 'Rules of the program',
  credentials: 'Completion credentials',
  levels: 'Levels of the Job Book',
  agency: 'Agency policy',
} as const;
export type SectionId = keyof typeof sectionNames;

/** One field of the editor: the section, the item it belongs to by its key, and its name. */
export interface Place {
  readonly section: SectionId;
  readonly row?: string | undefined;
  readonly field: string;
}

/** The id of the field in the page, by which one gets to it. */
export const placeId = ({ section, row, field }: Place): string => [section, row, field].filter(Boolean).join('-');

/** What is to be said about one field. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly place: Place;
}

const none: readonly Finding[] = [];

/** The findings about one item; the same empty list for all items that have none. */
export function findingsOf(findings: readonly Finding[], row: string): readonly Finding[] {
  const own = findings.filter((one) => one.place.row === row);
  return own.length > 0 ? own : none;
}

/** What is wrong with one field of a section or an item, if anything is. */
export const errorAt = (findings: readonly Finding[], field: string): string | undefined =>
  findings.find((one) => one.place.field === field && one.severity === 'error')?.message;

/** What is to be looked at in one field. */
export const warningAt = (findings: readonly Finding[], field: string): string | undefined =>
  findings.find((one) => one.place.field === field && one.severity === 'warning')?.message;
