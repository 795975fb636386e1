import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { CourseCode, OrganizationId, PersonId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

/** Whoever is refused is told no more than that nothing is there. */
export type TeachSectionRefusal = { readonly kind: 'not-found' };

/** A section that a college teaches without a learning platform. */
export interface TaughtSection {
  readonly college: OrganizationId;
  readonly teacher: PersonId;
}

/**
 * Decides who works on a section without a learning platform: who teaches it, while an instructor of the college, and the college's
 * administrators (PRODUCT, "Related instruction": a provider without an LMS confirms in the portal; lti.md §7.5: only instructors
 * and administrators attest). `not-found` for everybody else.
 */
export function teachSection(
  actor: PersonActor,
  { college, teacher }: TaughtSection,
): Result<'teacher' | 'college', TeachSectionRefusal> {
  if (actor.person === teacher && holds(actor, 'instructor', college)) return accept('teacher' as const);
  if (holds(actor, 'college-admin', college)) return accept('college' as const);
  return refuse({ kind: 'not-found' });
}

export type CreateSectionRefusal =
  | TeachSectionRefusal
  | { readonly kind: 'course-not-offered' }
  | { readonly kind: 'section-ends-before-it-begins' };

export interface CreateSection {
  readonly college: OrganizationId;
  readonly rapidsCode: string;
  readonly course: CourseCode;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/**
 * Decides whether somebody begins a section without a learning platform: an instructor or an administrator of the college, of a
 * course of a program whose sponsor works with it (`offered`). `not-found` for everybody else.
 */
export function createSection(
  actor: PersonActor,
  section: CreateSection,
  offered: readonly { readonly rapidsCode: string; readonly code: CourseCode }[],
): Result<CreateSection, CreateSectionRefusal> {
  const { college, rapidsCode, course, startsOn, endsOn } = section;
  if (!holds(actor, 'instructor', college) && !holds(actor, 'college-admin', college))
    return refuse({ kind: 'not-found' });
  if (!offered.some((one) => one.rapidsCode === rapidsCode && one.code === course))
    return refuse({ kind: 'course-not-offered' });
  if (endsOn < startsOn) return refuse({ kind: 'section-ends-before-it-begins' });
  return accept(section);
}
