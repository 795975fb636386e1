import { instant } from '@journeybook/contracts';
import { agsScope } from '@journeybook/lms-simulator';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCourse } from '../testing/open-course.js';
import { untilSettled } from '../testing/open-learners.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';
import { readCourse } from '../testing/read-course.js';
import { readCourseResults, readCourseRoster } from './read-course.js';

describe.each<Profile>(['moodle', 'canvas'])('reading a course of %s', (profile) => {
  const { courseId } = places[profile];
  let world: World;

  beforeEach(async () => {
    world = await startWorld(profile);
  });
  afterEach(() => world.close());

  const rosterIsReported = (times: number) =>
    vi.waitFor(() => expect(world.api.reported.reportRoster).toHaveLength(times), { timeout: 10_000 });

  test('is done when the API queues it', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);

    const [roster] = world.api.reported.reportRoster;
    expect(roster?.contextId).toBe(contextId);
    expect(roster?.members.map(({ name, role }) => [name, role])).toContainEqual(['Rosa Silva', 'instructor']);
    expect(roster?.members).toContainEqual(
      expect.objectContaining({
        name: 'Adaeze Dike',
        email: 'adaeze.dike@northfield.example',
        sisId: 'S1001',
        role: 'learner',
      }),
    );
    expect(roster?.members).toHaveLength(7);
    expect(world.api.reported.reportSyncFailure).toEqual([]);
  });

  test('leaves out who was suspended', async () => {
    world.simulator.control.suspend(courseId, 'priya-nair');
    await openCourse(world, profile);
    await rosterIsReported(1);
    expect(world.api.reported.reportRoster[0]?.members.map(({ name }) => name)).not.toContain('Priya Nair');
  });

  test('reports nothing of a roster that broke off, says why, and is tried again', async () => {
    const path = profile === 'moodle' ? 'memberships' : 'names_and_roles';
    world.simulator.control.failNext({ kind: 'half-page', match: path });
    const contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportSyncFailure).toHaveLength(1), { timeout: 10_000 });

    expect(world.api.reported.reportRoster).toEqual([]);
    expect(world.api.reported.reportSyncFailure).toEqual([
      {
        contextId,
        job: 'roster',
        at: expect.any(String),
        kind: 'retry',
        message:
          'The list of learners could not be read: the learning platform does not answer or is busy. Journeybook tries again by itself.',
      },
    ]);
    await readCourse(world.lti.parts, { contextId });
    expect(world.api.reported.reportRoster).toHaveLength(1);
  });

  test('tells the instructor who can help when the platform sends a web page', async () => {
    world.simulator.control.failNext({ kind: 'html', match: profile === 'moodle' ? 'memberships' : 'names_and_roles' });
    await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportSyncFailure).toHaveLength(1), { timeout: 10_000 });
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'roster', kind: 'configuration' }]);
    expect(world.api.reported.reportSyncFailure[0]?.message).toContain('Ask your learning platform administrator');
  });

  test('fetches a new token when the platform has revoked the one it gave', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);
    world.simulator.control.revokeTokens();
    await readCourse(world.lti.parts, { contextId });
    expect(world.api.reported.reportRoster).toHaveLength(2);
    expect(world.api.reported.reportSyncFailure).toEqual([]);
  });

  test('asks for one token per service, however often it reads', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);
    await readCourse(world.lti.parts, { contextId });
    const tokens = world.simulator.control.requests.filter(({ path }) => path.includes('token'));
    expect(tokens).toHaveLength(2);
    expect(tokens.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('reads the grades in our column: what was pushed, what was typed over it, and a removed one as unknown', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);
    const tools = world.lti.parts;
    const subjectOf = (name: string) =>
      world.api.reported.reportRoster.at(-1)?.members.find((member) => member.name === name)?.subject ?? '';
    const deliveryId = world.api.addDelivery({
      contextId,
      subject: subjectOf('Adaeze Dike'),
      scorePercent: 88,
      graded: true,
      comment: '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'rti' },
      decidedAt: instant.parse(new Date().toISOString()),
    });
    await tools.jobs.send('deliver-score', { deliveryId });
    await vi.waitFor(() => expect(world.api.stateOf(deliveryId)).toBe('delivered'), { timeout: 10_000 });
    const read = async () => {
      await readCourse(tools, { contextId });
      const reading = world.api.reported.reportResults.at(-1);
      expect(reading?.contextId).toBe(contextId);
      return reading?.results.find((one) => one.subject === subjectOf('Adaeze Dike'))?.scorePercent;
    };
    const [column] = world.simulator.control.gradebook(courseId);
    const type = (score: number | null) =>
      world.simulator.control.typeGrade({ courseId, column: column?.id ?? '', personId: 'adaeze-dike', score });

    expect(await read()).toBe(88);
    type(91);
    expect(await read()).toBe(91);
    type(null);
    expect(await read()).toBeNull();
  });

  test('says what to allow when the platform takes grades and lets none be read', async () => {
    world.simulator.control.setScopes([agsScope.score]);
    await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportSyncFailure).not.toEqual([]), { timeout: 10_000 });
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'results', kind: 'configuration' }]);
    expect(world.api.reported.reportSyncFailure[0]?.message).toMatch(/^The grades could not be read/);
    expect(world.api.reported.reportRoster).toEqual([]);
  });

  test('says what to allow when the platform grants no access to the roster', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);
    world.simulator.control.setScopes(Object.values(agsScope));
    world.simulator.control.revokeTokens();
    await readCourse(world.lti.parts, { contextId });
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'roster', kind: 'configuration' }]);
    expect(world.api.reported.reportRoster).toHaveLength(1);
  });

  test('reads the grades of a platform that gives no roster', async () => {
    const { control } = world.simulator;
    control.setScopes(Object.values(agsScope));
    await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    expect(world.api.reported.reportRoster).toEqual([]);
    expect(world.api.reported.reportSyncFailure).toEqual([]);
    expect(control.requests.filter(({ path }) => /memberships|names_and_roles/.test(path))).toEqual([]);
  });

  test('asks for nothing where the platform gives neither roster nor grades', async () => {
    world.simulator.control.setScopes([]);
    const contextId = await openCourse(world, profile);
    await readCourse(world.lti.parts, { contextId });
    expect(world.simulator.control.requests.filter(({ path }) => /token|memberships|names|line/.test(path))).toEqual(
      [],
    );
    expect(world.api.reported.reportResults).toEqual([]);
    expect(world.api.reported.reportSyncFailure).toEqual([]);
  });

  test('reads the grades although the roster cannot be read', async () => {
    world.simulator.control.failNext({
      kind: 'status',
      status: 503,
      match: profile === 'moodle' ? 'memberships' : 'names_and_roles',
      times: 100,
    });
    await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 15_000 });
    expect(world.api.reported.reportRoster).toEqual([]);
    expect(world.api.reported.reportSyncFailure[0]).toMatchObject({ job: 'roster', kind: 'retry' });
  });

  test.each([
    ['launched', { launched: true }],
    ['asked', { askedAt: instant.parse(new Date().toISOString()) }],
  ])(
    'reads it at once when somebody %s, although what they had read before is put off for an hour',
    async (how, more) => {
      const contextId = await openCourse(world, profile);
      await rosterIsReported(1);
      await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
      const job = { contextId, ...more };
      const { parts } = world.lti;
      const inMilliseconds = 3_600_000;
      for (const [queue, read, match] of [
        ['read-roster', readCourseRoster, /memberships|names_and_roles/],
        ['read-results', readCourseResults, 'results'],
      ] as const) {
        world.simulator.control.failNext({ kind: 'status', status: 503, match });
        const later = await read(parts, job);
        await parts.jobs.send(queue, later?.data ?? {}, { ...later, inMilliseconds });
      }
      await parts.jobs.send('read-roster', job, { key: `${how} ${contextId}` });
      await rosterIsReported(2);
      await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(2), { timeout: 10_000 });
    },
  );

  test('does not read the roster again because the grades could not be read', async () => {
    const contextId = await openCourse(world, profile);
    await rosterIsReported(1);
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(1), { timeout: 10_000 });
    await untilSettled(world, contextId);
    world.simulator.control.failNext({ kind: 'status', status: 503, match: 'results' });
    await world.lti.parts.jobs.send('read-roster', { contextId }, { key: contextId });
    await vi.waitFor(() => expect(world.api.reported.reportResults).toHaveLength(2), { timeout: 30_000 });
    expect(world.api.reported.reportSyncFailure).toMatchObject([{ job: 'results', kind: 'retry' }]);
    expect(world.api.reported.reportRoster).toHaveLength(2);
  });
});
