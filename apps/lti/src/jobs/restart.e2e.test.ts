import { once } from 'node:events';
import { createServer } from 'node:net';
import { openJobs } from '@journeybook/database/lti';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startServer } from '../start-server.js';
import { openLearners, type OpenedLearners, untilSettled } from '../testing/open-learners.js';
import { startWorld, type World } from '../testing/start-world.js';

// Canvas fetches our keys each time it is asked for a token, and refuses one when they are not there.
let world: World;
let course: OpenedLearners;
beforeEach(async () => {
  world = await startWorld('canvas');
  course = await openLearners(world, 'canvas', 1);
  await untilSettled(world, course.contextId);
  world.simulator.control.revokeTokens();
});
afterEach(() => world.close());

test('a tool that is started asks no platform before its own keys can be read', async () => {
  const { config, simulator, api } = world;
  await world.stopTool();
  const delivery = course.write(course.learners[0], 77);
  const jobs = await openJobs({ url: world.databaseUrl });
  await jobs.send('deliver-score', { deliveryId: delivery });
  await jobs.stop();
  const other = createServer().listen(config.port, config.host);
  await once(other, 'listening');
  await expect(startServer(config)).rejects.toThrow('EADDRINUSE');
  expect([api.stateOf(delivery), simulator.control.requests]).toEqual(['waiting', []]);

  other.close();
  await once(other, 'close');
  const tool = await startServer(config);
  await vi.waitUntil(() => api.stateOf(delivery) !== 'waiting', { timeout: 15_000 });
  await tool.close();
  expect([api.stateOf(delivery), course.shown()[course.learners[0]?.id ?? '']]).toEqual(['delivered', 77]);
});

test('a tool that is stopped lets its keys be read until what it asks of platforms is done', async () => {
  const { control } = world.simulator;
  control.failNext({ kind: 'slow', delayMs: 1_000, match: /token/ });
  const delivery = await course.confirm(course.learners[0], 77);
  await vi.waitUntil(() => control.requests.some(({ path }) => path.includes('token')), { timeout: 15_000 });
  await world.stopTool();
  expect([world.api.stateOf(delivery), course.shown()[course.learners[0]?.id ?? '']]).toEqual(['delivered', 77]);
});
