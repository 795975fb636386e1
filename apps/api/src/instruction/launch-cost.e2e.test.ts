import { randomUUID } from 'node:crypto';
import type { Client, ReportLaunchBody } from '@journeybook/contracts';
import { createClient, endpoints } from '@journeybook/contracts';
import { watchStatements, type WatchedStatements } from '@journeybook/database/testing';
import { courseCode } from '@journeybook/domain/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bearer } from '../testing/callers.js';
import { machineToken } from '../testing/environment.js';
import { launch } from '../testing/launch.js';
import { manufacturing101, reportRoster } from '../testing/section.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld } from '../testing/world.js';

/** What ltijs 5.9.9 itself asks its database for at a login and a launch (lti.md 1.3), and what may come on top of it. */
const mostRoundTrips = 9 + 3;
/** What our tool asks for itself, login and launch together: `apps/lti/src/launch/round-trips.e2e.test.ts`. */
const ofTheTool = 2 + 2;

let api: RunningApi;
/** The LTI tool; nothing of the test's own is asked beside it. */
let tool: Client;
let page: Client;
let statements: WatchedStatements;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  tool = createClient({ baseUrl: api.url, headers: bearer(machineToken) });
  page = createClient({ baseUrl: api.url });
});
afterAll(() => api.stop());
beforeEach(() => {
  statements = watchStatements();
});
afterEach(() => statements.stop());

const course = (): ReportLaunchBody['context'] => ({
  id: randomUUID(),
  label: 'MFG',
  title: 'Manufacturing',
  sisId: null,
});
const learner = { role: 'learner', person: { ...launch().person, subject: 'sam', name: 'Sam' } } as const;

/** What an act asks the database for: each round trip by how its statement begins, and how many jobs it leaves. */
async function asked(act: () => Promise<unknown>) {
  const [from, fromJobs] = [statements.sent.length, statements.ofJobs.length];
  await act();
  const jobs = statements.ofJobs.slice(fromJobs).filter((text) => /insert\s+into\s+pgboss\./i.test(text));
  return { trips: statements.sent.slice(from).map(wordsOf), jobs: jobs.length };
}
const wordsOf = (text: string) =>
  text.startsWith('with launch as')
    ? 'the launch'
    : text
        .replaceAll(/["\s]+/g, ' ')
        .split(' ')
        .slice(0, 2)
        .join(' ');
const report = (overrides: Partial<ReportLaunchBody>) =>
  asked(() => tool(endpoints.reportLaunch, { body: launch(overrides) }));

const inTransaction = (...work: string[]) => [
  'START TRANSACTION',
  'the launch',
  ...work,
  'select reach.put_on_file($1,',
  'COMMIT',
];

describe('a launch, with what the tool asks for itself', () => {
  test('by a learner is five round trips, the first of a course and every other', async () => {
    const context = course();
    const visits = [await report({ context, ...learner }), await report({ context, ...learner })];
    visits.push(await report({ context, ...learner, person: { ...learner.person, subject: 'kim' } }));
    for (const { trips, jobs } of visits) {
      expect([trips, jobs]).toEqual([['the launch'], 0]);
      expect(ofTheTool + trips.length).toBe(5);
    }
  });
  test('by an instructor is nine, and one more for the job when roster or grades are to be read', async () => {
    const context = course();
    const { trips, jobs } = await report({ context });
    expect([trips, jobs]).toEqual([inTransaction('update sections'), 1]);
    expect(ofTheTool + trips.length).toBe(9);
    expect(await report({ context })).toEqual({ trips, jobs });
    await reportRoster({ ...api, machine: tool }, context.id, []);
    // The grades are read by themselves then, at the same cost.
    expect(await report({ context })).toEqual({ trips, jobs });
    const read = { contextId: context.id, readAt: api.clock.now(), results: [] };
    await tool(endpoints.reportResults, { body: read });
    const again = await report({ context });
    expect(again).toEqual({ trips: inTransaction(), jobs: 0 });
    expect(ofTheTool + again.trips.length).toBe(8);
  });
  test('of a link that was picked for a course is twelve at its first, and six for a learner from then on', async () => {
    const context = course();
    const { token } = await picking(context);
    const body = {
      courses: [{ rapidsCode: manufacturing101.rapidsCode, course: courseCode('RTI03') }],
      passMarkPercent: 75,
    };
    const { picks } = await createClient({ baseUrl: api.url, headers: bearer(token) })(endpoints.pickCourses, { body });
    const pick = { id: picks[0] ?? '', copied: false };
    const first = await report({ context, pick, ...learner });
    expect(first.jobs).toBe(0);
    expect(first.trips).toContain('update sections');
    expect(ofTheTool + first.trips.length).toBe(mostRoundTrips);
    const again = await report({ context, pick, ...learner });
    expect(again).toEqual({ trips: ['select from', 'the launch'], jobs: 0 });
    const byInstructor = await report({ context: course(), pick });
    expect(byInstructor.jobs).toBe(1);
    expect(byInstructor.trips.filter((words) => /^update sections$/i.test(words))).toHaveLength(2);
    expect(ofTheTool + byInstructor.trips.length).toBe(mostRoundTrips);
  });
  test('is one session when its page trades the code, in six more', async () => {
    const { code } = await tool(endpoints.reportLaunch, { body: launch(learner) });
    const { trips } = await asked(() => page(endpoints.openLaunch, { body: { code } }));
    expect(trips).toEqual([
      'START TRANSACTION',
      'with opened',
      'select reach.put_on_file($1,',
      'COMMIT',
      "select set_config('journeybook.person',",
      'select s.id,',
    ]);
  });
});

async function picking(context: ReportLaunchBody['context']) {
  const { collegeId, registrationId, platformName, person, services } = launch();
  const { code } = await tool(endpoints.reportPicker, {
    body: { collegeId, registrationId, platformName, context, person, services },
  });
  return page(endpoints.openLaunch, { body: { code } });
}
