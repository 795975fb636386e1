import { Database } from '@journeybook/database/testing';
import { instant, type OrganizationId, type PersonId } from '@journeybook/domain';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Profile, startWorld, type World } from '../testing/start-world.js';

const patient = { timeout: 8_000, interval: 100 };

describe.each<Profile>(['moodle', 'canvas'])('checking a connection with %s', (profile) => {
  let world: World;
  let database: Database;
  beforeAll(async () => {
    world = await startWorld(profile);
    database = await Database.openAsOwner({ url: world.databaseUrl });
  });
  afterAll(async () => {
    await database.close();
    await world.close();
  });

  async function check() {
    const { platforms } = database.read;
    const college = world.collegeId as OrganizationId;
    const [connection] = await platforms.list(college);
    const id = await platforms.addCheck(connection?.id ?? '', randomUUID() as PersonId, instant(new Date()));
    await world.lti.parts.jobs.send('check-platform', { checkId: id });
    return vi.waitFor(async () => {
      const found = (await platforms.list(college))[0]?.facts.check;
      expect(found?.doneAt).not.toBeNull();
      return [found?.keysProblem, found?.tokenProblem];
    }, patient);
  }

  test('finds that all is well, and says what is not', { timeout: 30_000 }, async () => {
    expect(await check()).toEqual([null, null]);
    world.simulator.control.failNext({ kind: 'status', status: 502, match: profile === 'moodle' ? 'certs' : 'jwks' });
    expect(await check()).toEqual(['unreachable', null]);
    world.simulator.control.setScopes([]);
    expect(await check()).toEqual([null, 'refused']);
  });

  test('waits for its turn, and counts among what the platform does not answer', { timeout: 30_000 }, async () => {
    const { store } = world.lti.parts;
    const [connection] = await database.read.platforms.list(world.collegeId as OrganizationId);
    const registrationId = connection?.registrationId ?? '';
    const before = world.simulator.control.requests.length;
    expect(await store.health.takeTurn(registrationId, randomUUID(), 1_500)).toMatchObject({ kind: 'taken' });
    world.simulator.control.failNext({ kind: 'status', status: 502, times: 2 });
    const checked = check();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(world.simulator.control.requests).toHaveLength(before);
    expect(await checked).toEqual(['unreachable', 'unreachable']);
    expect(world.simulator.control.mostAtOnce).toBe(1);
    const health = await vi.waitFor(async () => {
      const found = await store.health.find(registrationId);
      expect(found?.state).toBe('failing');
      return found;
    }, patient);
    const [shown] = await database.read.platforms.list(world.collegeId as OrganizationId);
    expect(shown?.facts.answers).toEqual({
      failingSince: health?.failingSince,
      leftAloneUntil: null,
      lastOkAt: health?.lastOkAt,
    });
  });
});
