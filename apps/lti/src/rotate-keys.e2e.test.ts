import { setTimeout as pause } from 'node:timers/promises';
import { instant } from '@journeybook/contracts';
import { readEveryLtiRow } from '@journeybook/database/lti';
import { driveLaunch } from '@journeybook/lms-simulator';
import { decodeProtectedHeader } from 'jose';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createParts, type Parts } from './parts.js';
import { deliverScore } from './scores/deliver-score.js';
import { openCourse } from './testing/open-course.js';
import { places, type Profile, startWorld, type World } from './testing/start-world.js';

vi.setConfig({ testTimeout: 120_000 });
const day = 24 * 60 * 60_000;
const learners = ['Priya Nair', 'Adaeze Dike'];

/** Opens the course and pushes scores, over and over, until it is told to stop; tells how much of it there was. */
function makeTraffic(world: World, profile: Profile, contextId: string) {
  const counted = { launches: 0, opened: 0, scores: [] as string[] };
  const stop = new AbortController();
  const launch = async () => {
    const driven = await driveLaunch({ simulator: world.simulator, ...places[profile], personId: 'rosa-silva' });
    counted.launches += 1;
    if ((await driven.post()).status === 200) counted.opened += 1;
  };
  const push = async (turn: number) => {
    const name = learners[turn % learners.length];
    const subject = world.api.reported.reportRoster[0]?.members.find((one) => one.name === name)?.subject ?? '';
    const delivery = world.api.addDelivery({
      contextId,
      subject,
      scorePercent: 60 + (turn % 40),
      graded: true,
      comment: '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'rti' },
      decidedAt: instant.parse(new Date().toISOString()),
    });
    counted.scores.push(delivery);
    // Otherwise one token would do for an hour, and nothing would be signed.
    world.simulator.control.revokeTokens();
    await deliverScore(world.lti.parts, delivery);
  };
  const repeat = async (act: (turn: number) => Promise<void>) => {
    for (let turn = 0; !stop.signal.aborted; turn += 1) await act(turn);
  };
  const running = Promise.all([repeat(launch), repeat(launch), repeat(push)]);
  return {
    counted,
    async settle() {
      const before = { ...counted, pushed: counted.scores.length };
      const more = () => counted.launches > before.launches + 3 && counted.scores.length > before.pushed + 2;
      while (!more()) await Promise.race([pause(20), running]);
    },
    async stop() {
      stop.abort();
      await running;
    },
  };
}

describe.each<Profile>(['moodle', 'canvas'])('the tool’s keys at %s', (profile) => {
  let world: World | undefined;
  let second: Parts | undefined;
  afterEach(async () => {
    await second?.close();
    await world?.close();
  });

  test('acceptance 25: the tool’s keys change during traffic, and no launch and no score is lost', async () => {
    const began = Date.now();
    let days = 0;
    const now = () => new Date(began + days * day);
    const started = (world = await startWorld(profile, { now }));
    const other = (second = await createParts(started.config, now));
    const { toolKeys } = started.lti.parts;
    const contextId = await openCourse(started, profile);
    await vi.waitFor(() => expect(started.api.reported.reportRoster).toHaveLength(1), { timeout: 10_000 });

    const published = async () => {
      const answer = await fetch(`${started.config.publicUrl}/lti/jwks.json`);
      return ((await answer.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
    };
    const signedWith = async () => decodeProtectedHeader(await toolKeys.sign({})).kid;
    const rotate = () => Promise.all([toolKeys.rotate(), other.toolKeys.rotate(), toolKeys.rotate()]);
    const traffic = makeTraffic(started, profile, contextId);

    const [first] = await published();
    days = 88;
    await rotate();
    const [, next, ...more] = await published();
    expect(more).toEqual([]);
    expect(await signedWith()).toBe(first);
    await traffic.settle();

    days = 91;
    expect(await signedWith()).toBe(next);
    expect(await published()).toEqual([first, next]);
    await traffic.settle();

    days = 94;
    await rotate();
    expect(await published()).toEqual([next]);
    expect(other.toolKeys.publicKeys()).toEqual(toolKeys.publicKeys());
    await traffic.settle();
    await traffic.stop();

    const { launches, opened, scores } = traffic.counted;
    expect(opened).toBe(launches);
    expect(scores.map((delivery) => started.api.stateOf(delivery))).toEqual(scores.map(() => 'delivered'));
    const signers = started.simulator.control.requests
      .filter(({ path }) => path.includes('token'))
      .map(({ body }) => decodeProtectedHeader(new URLSearchParams(body).get('client_assertion') ?? '').kid);
    expect([...new Set(signers)]).toEqual([first, next]);
    expect((await readEveryLtiRow(started.databaseUrl))['tool_keys']).toHaveLength(1);
  });
});
