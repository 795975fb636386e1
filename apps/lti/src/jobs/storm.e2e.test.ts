import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCourse } from '../testing/read-course.js';
import { workJobs } from './work-jobs.js';
import { deliverScore } from '../scores/deliver-score.js';
import { type RunningServer, startServer } from '../start-server.js';
import { openLearners, type OpenedLearners, untilSettled } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';
import { ordinaryPace, type Pace } from '../turns/pace.js';

const swift: Partial<Pace> = {
  firstPauseMilliseconds: 100,
  longestPauseMilliseconds: 800,
  unitMilliseconds: 4,
  requestMilliseconds: 1_500,
  turnMilliseconds: 6_000,
};

describe.each<Profile>(['canvas', 'moodle'])('a platform of %s that is asked too much', (profile) => {
  let world: World;
  let course: OpenedLearners;
  const started: RunningServer[] = [];
  const open = async (pace: Partial<Pace>, learners = 6) => {
    world = await startWorld(profile, { pace });
    course = await openLearners(world, profile, learners);
    await untilSettled(world, course.contextId);
  };
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.close()));
    await world.close();
  });

  const registration = async () => {
    const context = await world.lti.parts.store.contexts.find(course.contextId);
    return context?.registration.id ?? '';
  };
  const health = async () => world.lti.parts.store.health.find(await registration());
  const gaps = (times: readonly Date[]) =>
    times.slice(1).map((at, index) => at.getTime() - (times[index]?.getTime() ?? 0));

  test('acceptance 23: at most one request in flight, back-off obeyed and all scores delivered in a storm of 403 and 429', {
    timeout: 60_000,
  }, async () => {
    await open(swift);
    const { control } = world.simulator;
    const second = await startServer({ ...world.config, port: 0 });
    started.push(second);
    await workJobs(second.parts.jobs, second.parts, { readings: 1, scores: 6 });
    control.throttleNext(2, 403);
    control.throttleNext(2, 429);
    control.failNext({ kind: 'status', status: 503, times: 2, headers: { 'retry-after': '1' } });
    const deliveries = await Promise.all(course.learners.map((learner, index) => course.confirm(learner, 80 + index)));
    await vi.waitFor(
      () => expect(deliveries.map((one) => world.api.stateOf(one))).toEqual(deliveries.map(() => 'delivered')),
      { timeout: 45_000, interval: 100 },
    );
    expect(control.mostAtOnce).toBe(1);
    expect(course.learners.map(({ id }) => course.shown()[id])).toEqual(course.learners.map((_, index) => 80 + index));
    // Each refusal was followed by a pause, whoever would have asked next; a second where the platform said so.
    const { requests } = control;
    const refused = requests.flatMap(({ status }, index) => ([403, 429, 503].includes(status) ? [index] : []));
    expect(refused).toHaveLength(6);
    const pauses = refused.map(
      (index) => gaps([requests[index], requests[index + 1]].map((one) => one?.at ?? new Date(0)))[0] ?? 0,
    );
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(50);
    for (const pause of pauses.slice(4)) expect(pause).toBeGreaterThanOrEqual(990);
    expect(await health()).toMatchObject({ state: 'ok', failures: 0, lastProblem: { kind: 'retry' } });
  });

  test('acceptance 23: a hung socket is aborted after 15 s', async () => {
    expect(ordinaryPace.requestMilliseconds).toBe(15_000);
    await open({ ...swift, requestMilliseconds: 700 });
    world.simulator.control.failNext({ kind: 'hang', match: 'scores' });
    const delivery = course.write(course.learners[0], 80);
    const from = performance.now();
    expect(await deliverScore(world.lti.parts, delivery)).toMatchObject({ data: { attempt: 1 } });
    expect(performance.now() - from).toBeGreaterThan(690);
    expect(world.api.reported.reportScoreOutcome.at(-1)).toMatchObject({ outcome: 'will-retry', kind: 'retry' });
    expect(await health()).toMatchObject({ state: 'failing', failures: 1 });
    expect(await deliverScore(world.lti.parts, delivery, { attempt: 1, refusals: 0 })).toBeNull();
    expect(course.shown()[course.learners[0]?.id ?? '']).toBe(80);
  });

  test('is left alone after three failures, without a request, until one trial decides', async () => {
    await open({ ...swift, firstPauseMilliseconds: 300, failuresToOpen: 3 });
    const { control } = world.simulator;
    control.failNext({ kind: 'status', status: 502, times: 4 });
    const deliveries = course.learners.map((learner) => course.write(learner, 80));
    for (const delivery of deliveries.slice(0, 3)) await deliverScore(world.lti.parts, delivery);
    expect(await health()).toMatchObject({ state: 'open', failures: 3, failingSince: expect.any(String) });

    control.clearRequests();
    const later = await Promise.all(deliveries.map((delivery) => deliverScore(world.lti.parts, delivery)));
    const reading = await readCourse(world.lti.parts, { contextId: course.contextId });
    expect(control.requests).toHaveLength(0);
    for (const one of [...later, reading]) expect(one?.inMilliseconds).toBeGreaterThan(0);
    // Put off without having asked, a job does not come nearer to its longest pause.
    expect(later[0]?.data).toMatchObject({ attempt: 0 });
    expect(world.api.reported.reportSyncFailure.at(-1)).toMatchObject({ job: 'roster', kind: 'retry' });

    const isOver = () =>
      vi.waitFor(async () => expect(Date.parse((await health())?.openUntil ?? '')).toBeLessThan(Date.now()), {
        timeout: 5_000,
      });
    await isOver();
    await Promise.all(deliveries.map((delivery) => deliverScore(world.lti.parts, delivery)));
    expect(control.requests).toHaveLength(1);
    expect(await health()).toMatchObject({ state: 'open', failures: 4 });

    await isOver();
    await Promise.all(deliveries.map((delivery) => deliverScore(world.lti.parts, delivery)));
    expect(await health()).toMatchObject({ state: 'ok', failures: 0, openUntil: null, lastOkAt: expect.any(String) });
    expect(deliveries.map((one) => world.api.stateOf(one))).toEqual(deliveries.map(() => 'delivered'));
  });

  test('is asked slowly when it says that little is left of our share', async () => {
    await open({ ...swift, unitMilliseconds: 10 }, 2);
    const { control } = world.simulator;
    const [one, two] = course.learners.map((learner) => course.write(learner, 80));
    const headers = { 'x-rate-limit-remaining': '10.0' };
    control.failNext({ kind: 'status', status: 200, match: 'scores', headers, body: '{}' });
    await deliverScore(world.lti.parts, one ?? '');
    await deliverScore(world.lti.parts, two ?? '');
    const scores = control.requests.filter(({ path }) => path.includes('scores')).map(({ at }) => at);
    expect(gaps(scores)[0]).toBeGreaterThanOrEqual(390);
  });
});
