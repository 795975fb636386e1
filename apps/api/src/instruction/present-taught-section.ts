import type { SectionView, TaughtLearner, TaughtSectionSummary, TaughtSectionView } from '@journeybook/contracts';
import type { Tables, TaughtLearnerRow, TaughtSectionRow } from '@journeybook/database';
import { isTraining } from '@journeybook/domain';
import type { Minutes } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';

export type CourseChoices = SectionView['choices'];

/** The course of a section as its program gives it; of one that no program has any more only the code is left. */
export const courseOf = (
  { rapidsCode, course }: Pick<TaughtSectionRow, 'rapidsCode' | 'course'>,
  choices: CourseChoices,
): CourseChoices[number] =>
  choices.find((one) => one.rapidsCode === rapidsCode && one.code === course) ?? {
    rapidsCode,
    occupation: '',
    code: course,
    title: course,
    minutes: 0 as Minutes,
  };

export function presentSummary(row: TaughtSectionRow, choices: CourseChoices): TaughtSectionSummary {
  const { id, title, college, teacher, startsOn, endsOn, learners, credited } = row;
  return { id, title, college, teacher, course: courseOf(row, choices), startsOn, endsOn, learners, credited };
}

/** The section with who attends, what was entered about them, and what waits for a decision. */
export async function presentTaughtSection(
  { taughtSections, standards, creditReviews }: Tables,
  row: TaughtSectionRow,
): Promise<TaughtSectionView> {
  const choices = [...(await standards.listCoursesForCollege(row.college.id))];
  const attendees = await taughtSections.listLearners(row);
  const reviews = await creditReviews.listOpen(row.id);
  return {
    ...presentSummary(row, choices),
    learners: attendees.length,
    credited: attendees.filter(({ credit }) => credit !== null).length,
    passMarkPercent: row.passMarkPercent,
    creditMode: row.creditMode,
    edition: editionOfResults(attendees),
    attendees: attendees.map(presentAttendee),
    reviews: [...reviews],
  };
}

/** Changes with any grade or attendance that is entered, and never by what is credited. */
export const editionOfResults = (attendees: readonly TaughtLearnerRow[]): string =>
  editionOf(
    attendees
      .flatMap(({ identity, result }) => (result ? [[identity, result.percent, result.attendedMinutes] as const] : []))
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );

function presentAttendee(row: TaughtLearnerRow): TaughtLearner {
  const { identity, name, apprenticeship, occupation, employer, result, credit } = row;
  const apprentice = apprenticeship && { apprenticeship, name, occupation: occupation ?? '', employer: employer ?? '' };
  return { identity, name, apprentice, result, credit, blocked: blockedWords(row) } as TaughtLearner;
}

/** The grade that stands beside one who attends, by which a page is known to be of now; null where none does. */
export const shownResult = (row: TaughtLearnerRow): number | null => presentAttendee(row).result?.percent ?? null;

function blockedWords({ apprenticeship, status }: TaughtLearnerRow): string | null {
  if (!apprenticeship) return 'No program of theirs has this course now. Ask the sponsor.';
  return status && isTraining(status) ? null : 'This apprentice is not in training now. Ask the sponsor.';
}
