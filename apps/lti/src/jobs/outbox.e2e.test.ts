import { watchHeldConnections } from '@journeybook/database/lti';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workJobs } from './work-jobs.js';
import { type RunningServer, startServer } from '../start-server.js';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';
import { deliverScore } from '../scores/deliver-score.js';

const noSeeds = 8;
const patient = { timeout: 10_000 };

describe.each<Profile>(['moodle', 'canvas'])('the outbox of scores for %s', (profile) => {
  let world: World;
  let course: OpenedLearners;
  const started: RunningServer[] = [];

  beforeEach(async () => {
    world = await startWorld(profile);
    course = await openLearners(world, profile, noSeeds);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
    await world.close();
  });

  /** Posts of scores that mean something, in their order. */
  const posts = () =>
    world.simulator.control.requests
      .filter(({ method, path }) => method === 'POST' && path.includes('scores'))
      .map(({ status, body }) => ({ status, ...(JSON.parse(body) as Record<string, unknown>) }))
      .filter((score) => 'scoreGiven' in score) as {
      status: number;
      userId: string;
      scoreGiven: number;
      timestamp: string;
    }[];
  const postsOf = (subject: string | undefined) => posts().filter(({ userId }) => userId === subject);
  const settled = (deliveries: readonly string[]) =>
    vi.waitFor(() => expect(deliveries.map((one) => world.api.stateOf(one))).not.toContain('waiting'), {
      timeout: 40_000,
      interval: 50,
    });

  test('worked by twenty in two servers delivers each score once and in order', { timeout: 60_000 }, async () => {
    const second = await startServer({ ...world.config, port: 0 });
    started.push(second);
    for (const { parts } of [world.lti, second]) await workJobs(parts.jobs, parts, { readings: 1, scores: 6 });

    const decidedAt = new Date();
    const first = await Promise.all(
      course.learners.map((learner, index) => course.confirm(learner, 50 + index, { decidedAt })),
    );
    await settled(first);
    const then = await Promise.all(
      course.learners.map((learner, index) => course.confirm(learner, 70 + index, { decidedAt })),
    );
    await settled(then);

    for (const [index, { id, subject }] of course.learners.entries()) {
      expect(postsOf(subject).map(({ status, scoreGiven }) => [status, scoreGiven])).toEqual([
        [200, 50 + index],
        [200, 70 + index],
      ]);
      const [one, two] = postsOf(subject).map(({ timestamp }) => Date.parse(timestamp));
      expect((two ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(profile === 'moodle' ? 1_000 : 1);
      expect(course.shown()[id]).toBe(70 + index);
    }
    expect(first.concat(then).map((delivery) => world.api.stateOf(delivery))).toEqual(Array(16).fill('delivered'));
    expect(world.simulator.control.mostAtOnce).toBe(1);
  });

  test('delivers only the newest of what waits for a learner', async () => {
    const [learner] = course.learners;
    const deliveries = [61, 72, 83].map((percent) => course.write(learner, percent));
    // Workers may come to them in any order.
    await Promise.all(deliveries.toReversed().map((delivery) => deliverScore(world.lti.parts, delivery)));
    expect(postsOf(learner?.subject).map(({ scoreGiven }) => scoreGiven)).toEqual([83]);
    expect(deliveries.map((delivery) => world.api.stateOf(delivery))).toEqual([
      'superseded',
      'superseded',
      'delivered',
    ]);
  });

  test('holds no connection for whoever waits while a platform takes its time', async () => {
    const { control } = world.simulator;
    control.failNext({ kind: 'slow', delayMs: 1_500, match: 'scores' });
    const connections = await watchHeldConnections(world.databaseUrl);
    const deliveries = [...course.learners, ...course.learners].map((learner) => course.write(learner, 80));
    const working = Promise.all(deliveries.map((delivery) => deliverScore(world.lti.parts, delivery)));
    const held: number[] = [];
    await vi.waitFor(() => expect(control.requests.some(({ path }) => path.includes('scores'))).toBe(true), patient);
    for (let look = 0; look < 20; look += 1) {
      held.push(await connections.count());
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    await connections.close();
    await working;
    // Somebody asks now and then whether it is their turn; fifteen who wait held fifteen before.
    expect(Math.max(...held)).toBeLessThanOrEqual(3);
    expect(held.filter((count) => count === 0).length).toBeGreaterThan(5);
  });

  test('loses and doubles nothing when a worker is killed between the platform and the record', async () => {
    const [learner] = course.learners;
    const delivery = course.write(learner, 77);
    const killed = {
      ...world.lti.parts,
      // The process ends before it can report, and before it can give its turn back.
      record: (async (endpoint, input) => {
        if (endpoint.path.endsWith('/outcome')) return new Promise(() => undefined);
        return world.lti.parts.record(endpoint, input);
      }) as typeof world.lti.parts.record,
      pace: { ...world.lti.parts.pace, turnMilliseconds: 800, requestMilliseconds: 300 },
    };
    void deliverScore(killed, delivery);
    await vi.waitFor(() => expect(postsOf(learner?.subject)).toHaveLength(1), patient);
    expect(world.api.stateOf(delivery)).toBe('waiting');

    expect(await deliverScore(world.lti.parts, delivery)).toBeNull();
    expect(world.api.stateOf(delivery)).toBe('delivered');
    const sent = postsOf(learner?.subject);
    expect(new Set(sent.map(({ timestamp }) => timestamp)).size).toBe(1);
    expect(course.shown()[learner?.id ?? '']).toBe(77);
  });

  test('acceptance 22: after a day without the platform every score arrives, and none goes over a grade typed meanwhile', async () => {
    const [one, two, three, four] = course.learners;
    const dayAgo = new Date(Date.now() - 86_400_000);
    // Delivered before the platform went down, then two of them typed over while ours were on their way.
    for (const learner of [one, two])
      await deliverScore(
        world.lti.parts,
        course.write(learner, 60, { decidedAt: new Date(dayAgo.getTime() - 60_000) }),
      );
    const waiting = [
      course.write(one, 85, { decidedAt: dayAgo }),
      course.write(two, 86, { decidedAt: dayAgo }),
      course.write(three, 87, { decidedAt: dayAgo }),
      course.write(four, 88, { decidedAt: dayAgo }),
    ];
    course.type(two, 95);
    // Nothing of ours was there for Canvas to compare with.
    course.type(four, 96);
    for (const delivery of waiting) await deliverScore(world.lti.parts, delivery);
    expect(course.learners.slice(0, 4).map(({ id }) => course.shown()[id])).toEqual([85, 95, 87, 96]);
    expect(waiting.map((delivery) => world.api.stateOf(delivery))).toEqual([
      'delivered',
      'refused',
      'delivered',
      'refused',
    ]);
    const refusals = world.api.reported.reportScoreOutcome.filter(({ outcome }) => outcome === 'refused');
    expect(refusals.map(({ kind }) => kind)).toEqual(['superseded', 'superseded']);
    expect(refusals[0]?.message).toContain('the gradebook holds a newer grade');
  });

  test('takes a score away again, and only ours', async () => {
    const [one, two] = course.learners;
    const before = new Date(Date.now() - 10_000);
    for (const learner of [one, two])
      await deliverScore(world.lti.parts, course.write(learner, 90, { decidedAt: before }));
    course.type(two, 55);
    const taken = [one, two].map((learner) =>
      course.write(learner, null, { graded: false, decidedAt: new Date(Date.now() + 2_000) }),
    );
    for (const delivery of taken) await deliverScore(world.lti.parts, delivery);
    expect([one, two].map((learner) => course.shown()[learner?.id ?? ''])).toEqual([null, 55]);
    expect(world.api.reported.reportScoreOutcome.slice(-2).map(({ kind }) => kind)).toEqual([
      'delivered',
      'kept-grade',
    ]);
  });

  test('a grade that is brought back never goes over one typed meanwhile', async () => {
    const [alone, typedAfter, typedBefore, removed] = course.learners;
    const confirmed = Date.now() - 55_000;
    const decidedAt = new Date(confirmed);
    for (const learner of [alone, typedAfter, removed])
      await deliverScore(world.lti.parts, course.write(learner, 85, { decidedAt }));
    course.type(typedAfter, 95);
    course.type(removed, null);
    course.type(typedBefore, 95);
    await deliverScore(world.lti.parts, course.write(typedBefore, 85, { decidedAt }));
    const undone = new Date(confirmed + 55_000);
    const reported = world.api.reported.reportScoreOutcome.length;
    for (const learner of [alone, typedAfter, typedBefore, removed])
      await deliverScore(world.lti.parts, course.write(learner, 40, { restores: true, decidedAt: undone }));
    expect([alone, typedAfter, typedBefore].map((learner) => course.shown()[learner?.id ?? ''])).toEqual([40, 95, 95]);
    expect(course.shown()[removed?.id ?? ''] ?? null).toBeNull();
    expect(world.api.reported.reportScoreOutcome.slice(reported).map(({ kind }) => kind)).toEqual([
      'delivered',
      'kept-grade',
      'kept-grade',
      'kept-grade',
    ]);
  });

  test('a grade that is brought back replaces the comment of the same grade, and stays as it is where it never left', async () => {
    const [same, waiting] = course.learners;
    const decidedAt = new Date(Date.now() - 30_000);
    await deliverScore(world.lti.parts, course.write(same, 90, { decidedAt }));
    course.type(waiting, 40);
    for (const [learner, percent] of [
      [same, 90],
      [waiting, 40],
    ] as const)
      await deliverScore(world.lti.parts, course.write(learner, percent, { restores: true }));
    expect(postsOf(same?.subject)).toHaveLength(2);
    expect(postsOf(waiting?.subject)).toEqual([]);
    expect([same, waiting].map((learner) => course.shown()[learner?.id ?? ''])).toEqual([90, 40]);
  });
});

test('a grade typed into the column of a Moodle activity stays, and the instructor is told', async () => {
  const world = await startWorld('moodle');
  const course = await openLearners(world, 'moodle', 1);
  const [learner] = course.learners;
  course.type(learner, 40);
  const delivery = course.write(learner, 90, { decidedAt: new Date(Date.now() + 5_000) });
  await deliverScore(world.lti.parts, delivery);
  expect(course.shown()[learner?.id ?? '']).toBe(40);
  expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ outcome: 'refused', kind: 'overridden' });
  await world.close();
});
