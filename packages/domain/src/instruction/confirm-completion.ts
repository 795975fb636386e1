import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { isTraining } from '../apprenticeship/apprenticeship.js';
import type { CourseCode, PersonId, RecordEntryId, SectionId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { RtiHoursCredited } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';
import type { CreditMode } from './mapping-policy.js';

/** Where an instructor's knowledge of a completion came from (style.md §6.6; lti.md §5.1). */
export type CompletionSource = 'lms-grade' | 'instructor-attested' | 'imported';

export interface Completion {
  readonly section: SectionId;
  readonly course: CourseCode;
  /** Percent of the maximum, 0 to 100; null when the instructor confirms without a grade. */
  readonly scorePercent: number | null;
  readonly source: CompletionSource;
  readonly confirmedBy: PersonId;
  /** What the instructor says was attended; asked for where the section credits by attendance, null elsewhere. */
  readonly attendedMinutes?: Minutes | null;
  readonly completedOn: CalendarDate;
}

export type ConfirmCompletionRefusal =
  | { readonly kind: 'not-in-training'; readonly status: Apprenticeship['status'] }
  | { readonly kind: 'course-not-in-standard'; readonly course: CourseCode }
  | { readonly kind: 'score-out-of-range' }
  | { readonly kind: 'below-pass-mark'; readonly passMarkPercent: number }
  | { readonly kind: 'attendance-missing' }
  | { readonly kind: 'attendance-above-course'; readonly courseMinutes: Minutes };

export interface CompletionFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  readonly passMarkPercent: number;
  /** `all` where nothing is said. */
  readonly creditMode?: CreditMode;
  /** A credit for this course that stands, from whatever section, job or file; null when there is none. */
  readonly standing: { readonly id: RecordEntryId } | null;
  /** Credits of this course that were reversed; makes the source of a later credit unique. */
  readonly reversedTimes: number;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type ConfirmedCompletion =
  | { readonly kind: 'credited'; readonly credit: RtiHoursCredited }
  | { readonly kind: 'already-credited'; readonly entry: RecordEntryId };

/**
 * Turns an instructor's confirmation into the course's RTI minutes, once per apprentice and course: the same completion seen
 * again (a repeated push, another section, a file) is `already-credited` (PRODUCT, "Related instruction"). Where the section
 * credits by attendance, the minutes that the instructor confirms, up to the course's.
 */
export function confirmCompletion(
  completion: Completion,
  facts: CompletionFacts,
): Result<ConfirmedCompletion, ConfirmCompletionRefusal> {
  const { apprenticeship, standard, standing, passMarkPercent } = facts;
  if (standing) return accept({ kind: 'already-credited' as const, entry: standing.id });
  const course = standard.courses.find((one) => one.code === completion.course);
  if (!course) return refuse({ kind: 'course-not-in-standard', course: completion.course });
  if (!isTraining(apprenticeship.status)) return refuse({ kind: 'not-in-training', status: apprenticeship.status });
  const { scorePercent } = completion;
  if (scorePercent !== null && !(scorePercent >= 0 && scorePercent <= 100))
    return refuse({ kind: 'score-out-of-range' });
  if (scorePercent !== null && scorePercent < passMarkPercent)
    return refuse({ kind: 'below-pass-mark', passMarkPercent });
  const minutes = minutesOf(completion, course.requiredMinutes, facts.creditMode ?? 'all');
  if (!minutes.ok) return minutes;
  return accept({
    kind: 'credited' as const,
    credit: {
      kind: 'rti-hours-credited',
      id: facts.recordEntry,
      apprenticeship: apprenticeship.id,
      source: `course/${apprenticeship.id}/${course.code}/${facts.reversedTimes + 1}`,
      standard: standard.id,
      occurredOn: completion.completedOn,
      recordedAt: facts.now,
      answeredBy: completion.confirmedBy,
      course: course.code,
      minutes: minutes.value,
      section: completion.section,
      scorePercent,
      evidence: completion.source,
    },
  });
}

/** All of the course's minutes, or those attended: at least one, and never more than the course has. */
function minutesOf(
  { attendedMinutes }: Completion,
  courseMinutes: Minutes,
  mode: CreditMode,
): Result<Minutes, ConfirmCompletionRefusal> {
  if (mode === 'all') return accept(courseMinutes);
  if (!attendedMinutes || attendedMinutes <= 0) return refuse({ kind: 'attendance-missing' });
  if (attendedMinutes > courseMinutes) return refuse({ kind: 'attendance-above-course', courseMinutes });
  return accept(attendedMinutes);
}
