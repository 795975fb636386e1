import { instant } from '@journeybook/contracts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCourse } from '../testing/open-course.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';
import { deliverScore } from './deliver-score.js';

describe.each<Profile>(['moodle', 'canvas'])('a score at %s whose confirmation was taken back', (profile) => {
  let world: World;
  let contextId: string;
  beforeEach(async () => {
    world = await startWorld(profile);
    contextId = await openCourse(world, profile);
    await vi.waitFor(() => expect(world.api.reported.reportRoster).toHaveLength(1), { timeout: 10_000 });
  });
  afterEach(() => world.close());

  const push = async (scorePercent: number | null, decidedAt = Date.now()) => {
    const subject = world.api.reported.reportRoster[0]?.members.find((one) => one.name === 'Priya Nair')?.subject ?? '';
    const delivery = world.api.addDelivery({
      contextId,
      subject,
      scorePercent,
      graded: true,
      comment: scorePercent === null ? 'The confirmation was taken back' : '16 RTI hours credited',
      column: { label: 'RTI completion', resourceId: 'blueprint-reading' },
      decidedAt: instant.parse(new Date(decidedAt).toISOString()),
    });
    await deliverScore(world.lti.parts, delivery);
  };
  const scores = () =>
    world.simulator.control
      .gradebook(places[profile].courseId)
      .flatMap(({ cells }) => cells.map(({ score }) => score))
      .filter((score) => score !== null && score !== undefined);
  const outcomes = () => world.api.reported.reportScoreOutcome.map(({ outcome }) => outcome);

  test('is gone from the gradebook, and can be given again', async () => {
    const before = Date.now() - 60_000;
    await push(88, before);
    expect(scores()).toEqual([88]);
    await push(null, before + 20_000);
    expect(scores()).toEqual([]);
    await push(91, before + 40_000);
    expect(scores()).toEqual([91]);
    expect(outcomes()).toEqual(['delivered', 'delivered', 'delivered']);
  });
});
