import { instant } from '@journeybook/contracts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { deliverScore } from '../scores/deliver-score.js';
import { openCourse } from '../testing/open-course.js';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';
import { readCourse } from '../testing/read-course.js';
import { readDueCourses } from './read-due-courses.js';

let world: World;
let course: OpenedLearners;
const open = async (profile: Profile, custom: Record<string, string> = {}) => {
  world = await startWorld(profile, { pace: { firstPauseMilliseconds: 20 }, custom });
  course = await openLearners(world, profile, 2);
};
afterEach(() => world.close());

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

describe('a course that ends', () => {
  test('acceptance 24: a concluded Canvas course is closed and left alone until somebody launches it; it was read shortly before', async () => {
    const end = days(20);
    await open('canvas', { course_end: end.toISOString() });
    const { parts } = world.lti;
    const readings = async (now: Date) => {
      const { reportResults } = world.api.reported;
      const before = reportResults.length;
      if ((await readDueCourses(parts, now)) > 0)
        await vi.waitFor(() => expect(reportResults.length).toBeGreaterThan(before), {
          timeout: 10_000,
        });
    };
    // Night after night, and a last time the day before.
    for (const day of [1.1, 12.9, 13.1, 17.1, 19.05]) await readings(days(day));
    expect(world.api.reported.reportRoster.length).toBeGreaterThanOrEqual(5);

    world.simulator.control.concludeCourse(course.courseId);
    world.simulator.control.clearRequests();
    await readCourse(parts, { contextId: course.contextId });
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'roster', kind: 'closed' }]);
    expect(world.api.reported.reportSyncFailure[0]?.message).toContain('once a course has ended');
    const asked = world.simulator.control.requests.length;

    expect(await readDueCourses(parts, days(40))).toBe(0);
    await readCourse(parts, { contextId: course.contextId });
    const delivery = course.write(course.learners[0], 80);
    await deliverScore(parts, delivery);
    expect(world.simulator.control.requests).toHaveLength(asked);
    expect(world.api.stateOf(delivery)).toBe('refused');
    expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ kind: 'closed' });

    await openCourse(world, 'canvas');
    expect(await parts.store.contexts.find(course.contextId)).toMatchObject({ closed: false });
  });

  test.each([404, 422] as const)('is closed when Canvas refuses its grades with %i', async (status) => {
    await open('canvas');
    const { parts } = world.lti;
    await deliverScore(parts, course.write(course.learners[0], 80));
    world.simulator.control.concludeCourse(course.courseId, status);
    await deliverScore(parts, course.write(course.learners[0], 90));
    expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ outcome: 'refused', kind: 'closed' });
    expect(await parts.store.contexts.find(course.contextId)).toMatchObject({ closed: true });
  });

  test('marks nobody as gone because Canvas lists nobody any more, however often it is asked', async () => {
    await open('canvas');
    const { parts } = world.lti;
    const before = world.api.reported.reportRoster.length;
    world.simulator.control.concludeCourse(course.courseId);
    for (let time = 0; time < 3; time += 1) {
      // An instructor can open a concluded course, and ask again.
      await openCourse(world, 'canvas');
      await readCourse(parts, { contextId: course.contextId, askedAt: instant.parse(new Date().toISOString()) });
    }
    expect(world.api.reported.reportRoster).toHaveLength(before);
    expect(new Set(world.api.reported.reportSyncFailure.map(({ kind }) => kind))).toEqual(new Set(['closed']));
  });

  test('keeps its column when Canvas denies even that', async () => {
    await open('canvas');
    const { parts } = world.lti;
    const before = course.write(course.learners[0], 80);
    await deliverScore(parts, before);
    const column = await parts.store.lineItems.find(course.contextId);
    world.simulator.control.concludeCourse(course.courseId);
    await deliverScore(parts, course.write(course.learners[0], 90));
    expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ outcome: 'refused', kind: 'closed' });
    expect(await parts.store.lineItems.find(course.contextId)).toEqual(column);
    expect(await parts.store.contexts.find(course.contextId)).toMatchObject({ closed: true });
  });
});

describe('a locked grade in Moodle', () => {
  test('acceptance 24: ends after three tries, with a sentence that says what to do', async () => {
    await open('moodle');
    const { control } = world.simulator;
    control.setColumn(course.courseId, control.gradebook(course.courseId)[0]?.id ?? '', { locked: true });
    const delivery = await course.confirm(course.learners[0], 80);
    await vi.waitFor(() => expect(world.api.stateOf(delivery)).toBe('refused'), { timeout: 20_000 });
    const posts = control.requests.filter(({ method, path }) => method === 'POST' && path.includes('scores'));
    expect(posts.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ kind: 'locked' });
    expect(world.api.reported.reportScoreOutcome.at(-1)?.message).toContain('Unlock it in the gradebook');
    expect(world.api.reported.reportScoreOutcome.slice(0, -1).map(({ outcome }) => outcome)).toEqual([
      'will-retry',
      'will-retry',
    ]);
  });

  test('is not believed while reading fails as well', async () => {
    await open('moodle');
    const { control } = world.simulator;
    control.failNext({ kind: 'status', status: 500, match: '/scores' });
    control.failNext({ kind: 'status', status: 500, match: '/results' });
    const delivery = course.write(course.learners[0], 80);
    expect(await deliverScore(world.lti.parts, delivery, { attempt: 2, refusals: 2 })).toMatchObject({
      data: { attempt: 3, refusals: 2 },
    });
    expect(world.api.stateOf(delivery)).toBe('waiting');
    expect(await deliverScore(world.lti.parts, delivery)).toBeNull();
    expect(world.api.stateOf(delivery)).toBe('delivered');
  });
});

test('an accident inside Canvas is no locked grade', async () => {
  await open('canvas');
  world.simulator.control.failNext({ kind: 'status', status: 500, match: '/scores' });
  const delivery = course.write(course.learners[0], 80);
  expect(await deliverScore(world.lti.parts, delivery, { attempt: 7, refusals: 7 })).toMatchObject({
    data: { attempt: 8, refusals: 7 },
  });
  expect(await deliverScore(world.lti.parts, delivery)).toBeNull();
  expect(world.api.stateOf(delivery)).toBe('delivered');
});
