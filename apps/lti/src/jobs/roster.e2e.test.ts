import { instant } from '@journeybook/contracts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCourse } from '../testing/read-course.js';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';

describe.each<Profile>(['canvas', 'moodle'])('a large roster of %s', (profile) => {
  let world: World;
  let course: OpenedLearners;
  const open = async (learners: number) => {
    world = await startWorld(profile, { pace: { firstPauseMilliseconds: 20 } });
    course = await openLearners(world, profile, learners);
  };
  afterEach(() => world.close());
  const now = () => instant.parse(new Date().toISOString());
  const read = ({ asked = false } = {}) =>
    readCourse(world.lti.parts, { contextId: course.contextId, askedAt: asked ? now() : null });
  const rosters = () => world.api.reported.reportRoster.map(({ members }) => members.length);
  const failures = () =>
    world.api.reported.reportSyncFailure.filter(({ job }) => job === 'roster').map(({ kind }) => kind);
  const pages = () =>
    world.simulator.control.requests
      .filter(({ path }) => /memberships|names_and_roles/.test(path))
      .map(({ path }) => path);

  test('acceptance 15: of 180 is complete; an error on page 3 marks nobody as left', async () => {
    // Seven were there.
    await open(173);
    expect(rosters()).toEqual([180]);
    await read();
    expect(rosters()).toEqual([180, 180]);
    expect(pages()).toHaveLength(profile === 'canvas' ? 4 : 1);
    expect(new Set(world.api.reported.reportRoster.at(-1)?.members.map(({ subject }) => subject)).size).toBe(180);

    const third = profile === 'canvas' ? /names_and_roles.*page=3/ : 'memberships';
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'half-page' },
      { kind: 'html' },
      { kind: 'status', status: 200, body: '{"members":"none"}' },
    ] as const) {
      world.simulator.control.failNext({ ...fault, match: third });
      await read();
    }
    expect(rosters()).toEqual([180, 180]);
    expect(failures()).toEqual(['retry', 'retry', 'configuration', 'configuration']);
  });

  test('that lost more than 30 % waits for a person’s word; nobody has left until then', async () => {
    await open(13);
    expect(rosters()).toEqual([20]);
    const { control } = world.simulator;
    for (const { id } of course.learners.slice(0, 6)) control.remove(course.courseId, id);
    await read();
    expect(rosters()).toEqual([20, 14]);

    for (const { id } of course.learners.slice(6, 11)) control.remove(course.courseId, id);
    await read({ asked: true });
    expect(rosters()).toEqual([20, 14]);
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'roster', kind: 'roster-shrunk' }]);
    expect(world.api.reported.reportSyncFailure[0]?.message).toContain('only 9 people now, after 14 before');
    // Reading it again by itself changes nothing; whoever has seen the sentence and asks again has said so.
    await read();
    expect(rosters()).toEqual([20, 14]);
    await read({ asked: true });
    expect(rosters()).toEqual([20, 14, 9]);
    await read();
    expect(rosters()).toEqual([20, 14, 9, 9]);
  });

  test('nobody is said to have left because somebody else left between two pages', async () => {
    await open(113);
    expect(rosters()).toEqual([120]);
    const inCourse = () => new Set(world.api.reported.reportRoster.at(-1)?.members.map(({ subject }) => subject));
    const before = inCourse();
    const { parts } = world.lti;
    const { control } = world.simulator;
    const [dropped, gone] = course.learners;
    let isFirst = true;
    const http: typeof parts.http = async (request) => {
      const answer = await parts.http(request);
      if (isFirst && /memberships|names_and_roles/.test(request.url)) {
        isFirst = false;
        control.remove(course.courseId, dropped?.id ?? '');
      }
      return answer;
    };
    await readCourse({ ...parts, http }, { contextId: course.contextId });
    expect([...before].filter((subject) => !inCourse().has(subject))).toEqual([]);
    // Three pages twice at Canvas; Moodle sends everybody at once.
    expect(pages()).toHaveLength(profile === 'canvas' ? 6 : 1);

    control.remove(course.courseId, gone?.id ?? '');
    await read();
    expect([...before].filter((subject) => !inCourse().has(subject))).toEqual([dropped?.subject, gone?.subject]);
    await read();
    expect(pages()).toHaveLength(profile === 'canvas' ? 15 : 3);
    expect(failures()).toEqual([]);
  });

  test('that shrank is not taken because its job was tried again', async () => {
    await open(13);
    for (const { id } of course.learners.slice(0, 10)) world.simulator.control.remove(course.courseId, id);
    const { parts } = world.lti;
    const job = { contextId: course.contextId, askedAt: now() };
    const record = () => Promise.reject(new Error('the API is down'));
    await expect(readCourse({ ...parts, record }, job)).rejects.toThrow('the API is down');
    // Then the tool is killed after it has told the API, and before the job is done.
    await readCourse(parts, job);
    await readCourse(parts, job);
    expect(rosters()).toEqual([20]);
    expect(failures()).toEqual(['roster-shrunk', 'roster-shrunk']);
    await read({ asked: true });
    expect(rosters()).toEqual([20, 10]);
  });

  test('that is whole again is taken without a word', async () => {
    await open(13);
    const { control } = world.simulator;
    const gone = course.learners.slice(0, 10);
    for (const { id } of gone) control.remove(course.courseId, id);
    await read();
    for (const { id } of gone) control.enrol(course.courseId, id, 'learner');
    await read();
    expect(rosters()).toEqual([20, 20]);
    for (const { id } of gone) control.remove(course.courseId, id);
    await vi.waitFor(() => read({ asked: true }), { timeout: 10_000 });
    expect(failures()).toEqual(['roster-shrunk', 'roster-shrunk']);
  });
});
