import { watchStatements, type WatchedStatements } from '@journeybook/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seedResults } from '../results/seed-results.js';
import { fillCourse } from '../testing/fill-course.js';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';
import { readCourse } from './read-course.js';

describe.each<Profile>(['canvas', 'moodle'])('a course of 1,000 learners in %s', (profile) => {
  let world: World;
  let course: OpenedLearners;
  let statements: WatchedStatements;
  beforeEach(async () => {
    world = await startWorld(profile);
    course = await openLearners(world, profile, 10);
    // From here on only what the test does itself.
    await world.lti.parts.jobs.stop();
    statements = watchStatements();
  });
  afterEach(async () => {
    statements.stop();
    await world.close();
  });

  /** What one reading of the course costs. */
  const cost = async () => {
    world.simulator.control.clearRequests();
    const from = statements.sent.length;
    await readCourse(
      { ...world.lti.parts, jobs: { ...world.lti.parts.jobs, send: () => Promise.resolve() } },
      { contextId: course.contextId },
    );
    return { requests: world.simulator.control.requests.length, statements: statements.sent.length - from };
  };

  test('is synced in at most 25 requests, and in as many statements as one of ten', { timeout: 60_000 }, async () => {
    const small = await cost();
    fillThousand();
    const large = await cost();
    expect(world.api.reported.reportRoster.at(-1)?.members.filter(({ role }) => role === 'learner')).toHaveLength(
      1_000,
    );
    expect(large.requests).toBeLessThanOrEqual(profile === 'canvas' ? 25 : 3);
    expect(large.statements).toBe(small.statements);
    expect(large.statements).toBeLessThanOrEqual(profile === 'canvas' ? 8 : 6);
  });

  test('whose learners all have a grade takes a page of results per hundred more, and no statement', {
    timeout: 120_000,
  }, async () => {
    const small = await cost();
    const learners = fillThousand();
    await cost();
    while (await seedResults(world.lti.parts, { contextId: course.contextId }));
    for (const learner of learners) course.type(learner, 80);
    const large = await cost();
    expect(
      world.api.reported.reportResults.at(-1)?.results.filter(({ scorePercent }) => scorePercent === 80),
    ).toHaveLength(learners.length);
    expect(large.requests).toBeLessThanOrEqual(profile === 'canvas' ? 33 : 3);
    expect(large.statements).toBeLessThanOrEqual(small.statements);
  });

  /** The demo course has six learners, and ten were added. */
  const fillThousand = () => fillCourse(world, course.courseId, 1_000 - 6 - 10, 10);
});
