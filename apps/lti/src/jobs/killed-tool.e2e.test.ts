import { openJobs } from '@journeybook/database/lti';
import { describe, test, type TestContext, vi } from 'vitest';
import { openLearners } from '../testing/open-learners.js';
import { type BuiltTool, runBuiltTool } from '../testing/run-built-tool.js';
import { type Profile, startWorld } from '../testing/start-world.js';

/** A learner's course; the tool that opened it has ended, and runs as a process of its own now. */
async function start(profile: Profile, onTestFinished: TestContext['onTestFinished']) {
  const world = await startWorld(profile);
  const tools: BuiltTool[] = [];
  onTestFinished(async () => {
    await Promise.all(tools.map((tool) => tool.kill()));
    await world.close();
  });
  const course = await openLearners(world, profile, 3);
  await world.stopTool();
  const run = async () => {
    const tool = await runBuiltTool(world.config);
    tools.push(tool);
    return tool;
  };
  /** Puts a score into the outbox and its delivery into the queue, as the API does. */
  const confirm = async (index: number, percent: number) => {
    const deliveryId = course.write(course.learners[index], percent);
    const jobs = await openJobs({ url: world.databaseUrl });
    await jobs.send('deliver-score', { deliveryId });
    await jobs.stop();
    return deliveryId;
  };
  /** The scores of a learner that came to the platform. */
  const sent = (index: number) =>
    world.simulator.control.requests
      .filter(({ method, path }) => method === 'POST' && path.includes('scores'))
      .map(({ status, body }) => ({ status, ...(JSON.parse(body) as Record<string, unknown>) }))
      .filter((score) => (score as { userId?: unknown }).userId === course.learners[index]?.subject)
      .filter((score) => 'scoreGiven' in score);
  return { world, course, run, confirm, sent };
}

/** Until it is missed the killed worker has half a minute, and its turn to ask the platform a whole one. */
const untilMissed = 150_000;

// Side by side, since each of them mostly waits.
describe.concurrent.each<Profile>(['moodle', 'canvas'])('a tool killed (SIGKILL) at %s', (profile) => {
  test('acceptance 18: after the platform took a score and before that is reported: the score is there once, and nothing is lost', {
    timeout: untilMissed + 60_000,
  }, async ({ expect, onTestFinished }) => {
    const { world, course, run, confirm, sent } = await start(profile, onTestFinished);
    const tool = await run();
    const hold = world.api.holdOutcomes();
    const deliveries = [await confirm(0, 77)];
    await vi.waitUntil(() => hold.came() === 1, { timeout: 20_000, interval: 5 });
    // These wait behind it when the tool is killed.
    deliveries.push(await confirm(1, 81), await confirm(2, 64));
    await tool.kill();
    expect(sent(0)).toHaveLength(1);
    expect(deliveries.map((one) => world.api.stateOf(one))).toEqual(['waiting', 'waiting', 'waiting']);
    hold.letGo();

    await run();
    await vi.waitUntil(() => deliveries.every((one) => world.api.stateOf(one) === 'delivered'), {
      timeout: untilMissed,
      interval: 100,
    });
    expect(course.learners.map(({ id }) => course.shown()[id])).toEqual([77, 81, 64]);
    // What was sent again is the very same score, which platforms take for the one that they have.
    expect(new Set(sent(0).map((score) => JSON.stringify({ ...score, status: 0 }))).size).toBe(1);
    expect([sent(1).length, sent(2).length]).toEqual([1, 1]);
    const delivered = world.api.reported.reportScoreOutcome.filter(({ outcome }) => outcome === 'delivered');
    expect(delivered).toHaveLength(3);
  });
});
