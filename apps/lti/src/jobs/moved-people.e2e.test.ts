import { driveLaunch } from '@journeybook/lms-simulator';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { places, startWorld, type World } from '../testing/start-world.js';
import { readCourse } from '../testing/read-course.js';

const other = '566';

describe('Canvas', () => {
  let world: World;
  let course: OpenedLearners;
  beforeEach(async () => {
    world = await startWorld('canvas');
    course = await openLearners(world, 'canvas', 3);
    await world.lti.parts.jobs.stop();
  });
  afterEach(() => world.close());

  const tools = () => ({ ...world.lti.parts, jobs: { ...world.lti.parts.jobs, send: () => Promise.resolve() } });
  const subjects = () =>
    world.api.reported.reportRoster
      .at(-1)
      ?.members.filter(({ role }) => role === 'learner')
      .map(({ subject }) => subject) ?? [];

  test('merges two accounts: the course goes on with the old id, so that nobody leaves it and nobody is new', async () => {
    await readCourse(tools(), { contextId: course.contextId });
    const before = subjects();
    const { control } = world.simulator;
    control.addPerson({
      id: 'second-account',
      sub: 'second-account',
      givenName: 'Learner',
      familyName: '0001',
      username: 'second',
      email: '',
      sisId: '',
    });
    control.mergePeople({ from: course.learners[0]?.id ?? '', into: 'second-account' });
    await readCourse(tools(), { contextId: course.contextId });
    expect(subjects().toSorted()).toEqual(before.toSorted());
    const launch = await driveLaunch({
      simulator: world.simulator,
      ...places.canvas,
      personId: 'second-account',
    });
    expect((await launch.post()).status).toBe(200);
    expect(world.api.reported.reportLaunch.at(-1)?.person.subject).toBe(course.learners[0]?.subject);
  });

  test('cross-lists a section: nobody is said to have left at once, and the other course has them under the same ids', async () => {
    await readCourse(tools(), { contextId: course.contextId });
    const before = subjects();
    world.simulator.control.crossList({ from: places.canvas.courseId, into: other });
    world.api.reported.reportRoster.length = 0;
    await readCourse(tools(), { contextId: course.contextId });
    // So many at once wait for a person's word.
    expect(world.api.reported.reportRoster).toHaveLength(0);
    expect(world.api.reported.reportSyncFailure.at(-1)).toMatchObject({ kind: 'roster-shrunk' });

    world.simulator.control.enrol(other, 'rosa-silva', 'instructor');
    const launch = await driveLaunch({ simulator: world.simulator, courseId: other, personId: 'rosa-silva' });
    expect((await launch.post()).status).toBe(200);
    const reported = world.api.reported.reportLaunch.at(-1);
    expect(reported?.context.id).not.toBe(course.contextId);
    await readCourse(tools(), { contextId: reported?.context.id ?? '' });
    expect(subjects()).toEqual(expect.arrayContaining(before));
    const columns = [places.canvas.courseId, other].map((id) => world.simulator.control.gradebook(id).length);
    expect(columns[0]).toBe(1);
  });

  test('opens Journeybook from the course menu, without a link of its own: it is the same course', async () => {
    const launch = await driveLaunch({
      simulator: world.simulator,
      courseId: places.canvas.courseId,
      personId: 'rosa-silva',
    });
    const claims = JSON.parse(
      Buffer.from(launch.form['id_token']?.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, { id?: string; title?: string }>;
    const link = claims['https://purl.imsglobal.org/spec/lti/claim/resource_link'];
    expect(link?.id).toBe(claims['https://purl.imsglobal.org/spec/lti/claim/context']?.id);
    const { title: _title, ...untitled } = link ?? {};
    const untitledToken = await world.simulator.control.signIdToken({
      ...claims,
      'https://purl.imsglobal.org/spec/lti/claim/resource_link': untitled,
    });
    expect((await launch.post({ id_token: untitledToken })).status).toBe(200);
    expect(world.api.reported.reportLaunch.at(-1)).toMatchObject({
      context: { id: course.contextId, title: places.canvas.title },
      pick: null,
    });
    await vi.waitFor(() => expect(world.simulator.control.gradebook(places.canvas.courseId)).toHaveLength(1), {
      timeout: 10_000,
    });
  });
});
