import { watchStatements, type WatchedStatements } from '@journeybook/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccessTokens } from '../services/access-tokens.js';
import { seedResults } from '../results/seed-results.js';
import { fillCourse } from '../testing/fill-course.js';
import { openLearners, type OpenedLearners } from '../testing/open-learners.js';
import { type Profile, startWorld, type World } from '../testing/start-world.js';
import { readCourseResults, readCourseRoster, type ReadCourseTools } from './read-course.js';

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

  /** What one job costs, with the tokens that it asks for. */
  const cost = async (job: typeof readCourseRoster) => {
    const { parts } = world.lti;
    const jobs: ReadCourseTools['jobs'] = { ...parts.jobs, send: () => Promise.resolve() };
    world.simulator.control.clearRequests();
    const from = statements.sent.length;
    const tokens = createAccessTokens(parts.http, parts.toolKeys);
    await job({ ...parts, jobs, tokens }, { contextId: course.contextId });
    return { requests: world.simulator.control.requests.length, statements: statements.sent.length - from };
  };
  const most = profile === 'canvas' ? 25 : 2;

  test('has its roster read in at most 25 requests, and in as many statements as one of ten', {
    timeout: 60_000,
  }, async () => {
    const small = await cost(readCourseRoster);
    fillThousand();
    const large = await cost(readCourseRoster);
    expect(world.api.reported.reportRoster.at(-1)?.members.filter(({ role }) => role === 'learner')).toHaveLength(
      1_000,
    );
    expect(large.requests).toBeLessThanOrEqual(most);
    expect(large.statements).toBe(small.statements);
  });

  test('who all have a grade has its grades read in at most 25 requests, and in as many statements as one of ten', {
    timeout: 120_000,
  }, async () => {
    const small = await cost(readCourseResults);
    const learners = fillThousand();
    await cost(readCourseRoster);
    await cost(readCourseResults);
    while (await seedResults(world.lti.parts, { contextId: course.contextId }));
    for (const learner of learners) course.type(learner, 80);
    const large = await cost(readCourseResults);
    expect(
      world.api.reported.reportResults.at(-1)?.results.filter(({ scorePercent }) => scorePercent === 80),
    ).toHaveLength(learners.length);
    expect(large.requests).toBeLessThanOrEqual(most);
    expect(large.statements).toBeLessThanOrEqual(small.statements);
  });

  /** The demo course has six learners, and ten were added. */
  const fillThousand = () => fillCourse(world, course.courseId, 1_000 - 6 - 10, 10);
});
