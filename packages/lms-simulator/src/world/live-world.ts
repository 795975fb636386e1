import { createHash } from 'node:crypto';
import type {
  EnrolmentState,
  LmsCourse,
  LmsEnrolment,
  LmsPerson,
  LmsResourceLink,
  LmsRole,
  LmsWorld,
} from './world.js';

/** A course that the pages and the control may change while the platform runs. */
export interface LiveCourse extends Omit<LmsCourse, 'enrolments' | 'resourceLinks' | 'concluded'> {
  concluded: boolean;
  enrolments: LmsEnrolment[];
  resourceLinks: LmsResourceLink[];
  /** Canvas: by person, the `sub` of an account that was merged into theirs and had been used here (lti.md 4.1). */
  keptSubs: Readonly<Record<string, string>>;
}

export interface LiveWorld extends Omit<LmsWorld, 'people' | 'courses' | 'toolCustom'> {
  toolCustom: Readonly<Record<string, string>>;
  people: LmsPerson[];
  courses: LiveCourse[];
}

/** A changeable copy, so that two platforms started from one world do not share grades or people. */
export function copyWorld(world: LmsWorld): LiveWorld {
  const copy = structuredClone(world);
  return {
    ...copy,
    people: [...copy.people],
    courses: copy.courses.map((course) => ({
      ...course,
      concluded: course.concluded ?? false,
      enrolments: [...course.enrolments],
      resourceLinks: [...course.resourceLinks],
      keptSubs: {},
    })),
  };
}

export function findCourse(world: LiveWorld, courseId: string): LiveCourse | undefined {
  return world.courses.find((course) => course.id === courseId);
}

/** The course of that number; throws for an unknown one, since only a caller's mistake asks for it. */
export function getCourse(world: LiveWorld, courseId: string): LiveCourse {
  const course = findCourse(world, courseId);
  if (!course) throw new Error(`The simulated platform has no course ${courseId}`);
  return course;
}

/** Finds a person by our key or by an id the tool knows them by. */
export function findPerson(world: LiveWorld, idOrSub: string): LmsPerson | undefined {
  const kept = world.courses
    .flatMap(({ keptSubs }) => Object.entries(keptSubs))
    .find(([, sub]) => sub === idOrSub)?.[0];
  return (
    world.people.find((person) => person.id === idOrSub) ??
    world.people.find((person) => person.sub === idOrSub) ??
    world.people.find((person) => person.id === kept)
  );
}

/** The `sub` by which a course's messages and services name somebody. */
export const subIn = (course: Pick<LiveCourse, 'keptSubs'>, person: LmsPerson): string =>
  course.keptSubs[person.id] ?? person.sub;

export function getPerson(world: LiveWorld, idOrSub: string): LmsPerson {
  const person = findPerson(world, idOrSub);
  if (!person) throw new Error(`The simulated platform has no person ${idOrSub}`);
  return person;
}

export function findEnrolment(course: LiveCourse, personId: string): LmsEnrolment | undefined {
  return course.enrolments.find((enrolment) => enrolment.personId === personId);
}

export function findLink(course: LiveCourse, linkId: string): LmsResourceLink | undefined {
  return course.resourceLinks.find((link) => link.id === linkId);
}

/** Puts somebody in a course, or changes the role they have there. */
export function enrol(course: LiveCourse, personId: string, role: LmsRole): void {
  const others = course.enrolments.filter((enrolment) => enrolment.personId !== personId);
  course.enrolments = [...others, { personId, role, state: 'active' }];
}

export function setEnrolmentState(course: LiveCourse, personId: string, state: EnrolmentState): void {
  course.enrolments = course.enrolments.map((enrolment) =>
    enrolment.personId === personId ? { ...enrolment, state } : enrolment,
  );
}

export function removeEnrolment(course: LiveCourse, personId: string): void {
  course.enrolments = course.enrolments.filter((enrolment) => enrolment.personId !== personId);
}

export function fullName(person: LmsPerson): string {
  return `${person.givenName} ${person.familyName}`;
}

/** Canvas shows opaque 40-hex ids; the same input gives the same id after a restart. */
export function opaqueId(kind: string, id: string): string {
  return createHash('sha1').update(`${kind}:${id}`).digest('hex');
}

export function canvasContextId(course: Pick<LmsCourse, 'id' | 'contextId'>): string {
  return course.contextId ?? opaqueId('course', course.id);
}

export function legacyUserId(person: LmsPerson): string {
  return person.legacyId ?? opaqueId('user', person.id);
}
