import type { CourseCode } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** An RTI course by the program it belongs to and its code there. */
export interface CourseKey {
  readonly rapidsCode: string;
  readonly course: CourseCode;
}

export interface PickedCourse extends CourseKey {
  /** Whether its link opens a section of its own, because the platform's course counts as another RTI course already. */
  readonly ownPart: boolean;
}

export interface PickFacts {
  /** What the college may teach. */
  readonly offered: readonly CourseKey[];
  /** The RTI course that the platform's course counts as, or for which a link was picked first; null while it is open. */
  readonly sectionCourse: CourseKey | null;
}

export type PickCoursesRefusal = { readonly kind: 'course-not-offered' };

/**
 * Decides what an instructor's choice for new links in a platform's course comes to: the first course takes the section when it is
 * open, each other one gets a part of its own, so that no two RTI courses share a roster or a column. Chosen twice is chosen once.
 */
export function pickCourses(
  chosen: readonly CourseKey[],
  { offered, sectionCourse }: PickFacts,
): Result<readonly PickedCourse[], PickCoursesRefusal> {
  const once = chosen.filter((one, index) => chosen.findIndex((other) => isSame(one, other)) === index);
  if (!once.every((one) => offered.some((other) => isSame(one, other)))) return refuse({ kind: 'course-not-offered' });
  const takes = sectionCourse ?? once[0] ?? null;
  return accept(once.map((one) => ({ ...one, ownPart: takes !== null && !isSame(one, takes) })));
}

export interface PickedLink {
  /** The course that an instructor picked for the link. */
  readonly course: CourseKey;
  /** Whether the link was opened in another course of the platform than the one it was picked in. */
  readonly copied: boolean;
}

/**
 * Whether the launch of a picked link says which RTI course its section is: the pick was a person's confirmation, for the course it
 * was made in and as long as nobody said otherwise. In a copied course a person confirms again (PRODUCT, "Related instruction").
 */
export const mapsSection = (
  { course, copied }: PickedLink,
  { mapped, offered }: { readonly mapped: boolean; readonly offered: readonly CourseKey[] },
): boolean => !mapped && !copied && offered.some((one) => isSame(one, course));

const isSame = (left: CourseKey, right: CourseKey): boolean =>
  left.rapidsCode === right.rapidsCode && left.course === right.course;
