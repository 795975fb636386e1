import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { demoWorld } from '../demo/world.js';
import { driveLaunch } from '../testing/drive-launch.js';
import { startPair } from '../testing/start-pair.js';
import { canvasContextId } from '../world/live-world.js';
import type { LmsCourse, LmsProfile } from '../world/world.js';
import { claim } from './claim-names.js';

const scenes = {
  moodle: { courseId: '2', resourceLinkId: '1', personId: 'rosa-silva' },
  canvas: { courseId: '565', resourceLinkId: '7b3f1c52-3f5a-4d0f-9c6b-2e4d8a1b7c90', personId: 'rosa-silva' },
} as const;

/** What the tool is told in `custom` when the course is like that. */
async function told(profile: LmsProfile, toolCustom: Record<string, string>, like: Partial<LmsCourse>) {
  const world = demoWorld[profile];
  const scene = scenes[profile];
  const courses = world.courses.map((course) => (course.id === scene.courseId ? { ...course, ...like } : course));
  const pair = await startPair(profile, { world: { ...world, toolCustom, courses } });
  const { form } = await driveLaunch({ simulator: pair.simulator, ...scene });
  await pair.close();
  return decodeJwt(form['id_token'] ?? '')[claim.custom];
}

const history = { context_history: '$Context.id.history' };

test.each<[LmsProfile, string]>([
  ['moodle', '3,77'],
  ['canvas', `${canvasContextId({ id: '3' })},${canvasContextId({ id: '77' })}`],
])('a copied course of %s tells the ids of those it was copied from, the nearest first', async (profile, ids) => {
  expect(await told(profile, history, { copiedFrom: ['3', '77'] })).toMatchObject({ context_history: ids });
  expect(await told(profile, history, {})).toMatchObject({ context_history: '' });
});

test('a course of Canvas tells its own dates in Canvas’s way, and only the name of the variable when it has none', async () => {
  const dates = { course_start: '$Canvas.course.startAt', course_end: '$Canvas.course.endAt' };
  const like = { startsAt: '2026-08-24T00:00:00-07:00', endsAt: '2026-12-11T23:59:59-08:00' };
  expect(await told('canvas', dates, like)).toMatchObject({
    course_start: '2026-08-24 00:00:00 -0700',
    course_end: '2026-12-11 23:59:59 -0800',
  });
  expect(await told('canvas', dates, {})).toMatchObject(dates);
});
