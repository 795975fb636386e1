import type { JWK } from 'jose';
import { z } from 'zod';
import type { Platform } from '../platform/platform.js';
import { findCourse, findPerson } from '../world/live-world.js';

const column = z.object({
  id: z.string(),
  courseId: z.string(),
  label: z.string(),
  scoreMaximum: z.number(),
  resourceId: z.string(),
  tag: z.string(),
  resourceLinkId: z.string().exactOptional(),
  coupled: z.boolean(),
  published: z.boolean(),
  locked: z.boolean(),
  allowedAttempts: z.number().exactOptional(),
});

const grade = z.object({
  columnId: z.string(),
  personId: z.string(),
  score: z.number().nullable(),
  comment: z.string().nullable(),
  setBy: z.enum(['tool', 'instructor']),
  typedBy: z.string().exactOptional(),
  updatedAt: z.coerce.date(),
  row: z
    .object({ id: z.string(), at: z.coerce.date(), score: z.number().nullable(), maximum: z.number().nullable() })
    .exactOptional(),
  attempts: z.number(),
});

const enrolment = z.object({
  personId: z.string(),
  role: z.enum(['instructor', 'ta', 'designer', 'administrator', 'learner', 'observer', 'test-student']),
  state: z.enum(['active', 'suspended']),
  observes: z.array(z.string()).exactOptional(),
});

const link = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  custom: z.record(z.string(), z.string()),
  lineItem: z
    .object({
      id: z.string(),
      scoreMaximum: z.number(),
      resourceId: z.string().exactOptional(),
      tag: z.string().exactOptional(),
    })
    .exactOptional(),
  container: z.enum(['iframe', 'window']).exactOptional(),
  cmid: z.number().exactOptional(),
  legacyId: z.string().exactOptional(),
});

const course = z.object({
  id: z.string(),
  concluded: z.boolean(),
  enrolments: z.array(enrolment),
  resourceLinks: z.array(link),
});

/** What a platform remembers over a restart: its keys, its gradebook, who is in which course, its activities. */
export const savedPlatformSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })),
  columns: z.array(column),
  grades: z.array(grade),
  courses: z.array(course),
});

export type SavedPlatform = z.infer<typeof savedPlatformSchema>;

export function savePlatform({ keys, gradebook, world }: Platform): SavedPlatform {
  return {
    keys: keys.saved() as SavedPlatform['keys'],
    columns: gradebook.columns,
    grades: gradebook.grades,
    courses: world.courses.map(({ id, concluded, enrolments, resourceLinks }) => ({
      id,
      concluded,
      enrolments: enrolments as SavedPlatform['courses'][number]['enrolments'],
      resourceLinks: resourceLinks as SavedPlatform['courses'][number]['resourceLinks'],
    })),
  };
}

export function savedKeys(saved: SavedPlatform | undefined): readonly JWK[] {
  return saved?.keys ?? [];
}

/** Puts what was saved into a fresh platform. Courses and people the world no longer has are left out. */
export function restorePlatform(platform: Platform, saved: SavedPlatform): void {
  const { gradebook, world } = platform;
  const known = (personId: string) => findPerson(world, personId) !== undefined;
  for (const { id, concluded, enrolments, resourceLinks } of saved.courses) {
    const live = findCourse(world, id);
    if (!live) continue;
    live.concluded = concluded;
    live.enrolments = enrolments.filter(({ personId }) => known(personId));
    live.resourceLinks = resourceLinks;
  }
  gradebook.columns = saved.columns.filter(({ courseId }) => findCourse(world, courseId));
  const kept = new Set(gradebook.columns.map(({ id }) => id));
  gradebook.grades = saved.grades.filter(({ columnId, personId }) => kept.has(columnId) && known(personId));
}
