import { instant } from '@journeybook/contracts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCourse } from '../testing/read-course.js';
import { deliverScore } from '../scores/deliver-score.js';
import { openCourse } from '../testing/open-course.js';
import { openLearners, type OpenedLearners, untilSettled } from '../testing/open-learners.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';
import { seedResults } from '../results/seed-results.js';

let world: World;
let course: OpenedLearners;
const open = async (profile: Profile, learners: number) => {
  world = await startWorld(profile);
  course = await openLearners(world, profile, learners);
};
afterEach(() => world.close());

const read = () => readCourse(world.lti.parts, { contextId: course.contextId });
const evidence = (subject: string | undefined) =>
  world.api.reported.reportResults.at(-1)?.results.find((one) => one.subject === subject);
const seeds = () =>
  world.simulator.control.requests
    .filter(({ body }) => body.includes('"preserve_score":true'))
    .map(({ status }) => status);

describe('a grade that an instructor typed', () => {
  test('acceptance 16: is read from Moodle at once; no grade and zero are unknown, and no limit is ever sent', async () => {
    await open('moodle', 3);
    const [one, two, three] = course.learners;
    course.type(one, 91);
    course.type(two, 0);
    course.type(three, null);
    await read();
    expect(evidence(one?.subject)).toMatchObject({ scorePercent: 91 });
    expect(evidence(two?.subject)).toMatchObject({ scorePercent: null });
    expect(evidence(three?.subject)).toMatchObject({ scorePercent: null });
    expect(world.simulator.control.requests.filter(({ path }) => path.includes('limit'))).toEqual([]);
    expect(seeds()).toEqual([]);
  });

  test('acceptance 16: is read from Canvas at once, and making rows for the others changes no visible grade and makes no submission', {
    timeout: 60_000,
  }, async () => {
    await open('canvas', 40);
    const [one, two] = course.learners;
    course.type(one, 91);
    // Canvas has made one row of the 46 itself, for what was typed, and it stays as it is.
    const all = 45;
    // The rows are made in turns of twenty, by the tool itself, after the first reading.
    await vi.waitFor(() => expect(seeds()).toHaveLength(all), { timeout: 30_000 });
    expect(seeds()).toEqual(Array<number>(all).fill(200));
    const cells = () => world.simulator.control.gradebook(course.courseId).flatMap((column) => column.cells);
    expect(cells().filter(({ submissions }) => submissions > 0)).toEqual([]);
    expect(
      cells()
        .filter(({ score }) => score !== null)
        .map(({ personId, score }) => [personId, score]),
    ).toEqual([[one?.id, 91]]);

    await read();
    expect(evidence(one?.subject)).toMatchObject({ scorePercent: 91 });
    expect(evidence(two?.subject)).toMatchObject({ scorePercent: null });
    course.type(two, 73);
    await read();
    expect(evidence(two?.subject)).toMatchObject({ scorePercent: 73 });
    // Each row once, and a score that was decided before is not too late for it.
    await seedResults(world.lti.parts, { contextId: course.contextId });
    expect(seeds()).toHaveLength(all);
    const delivery = course.write(course.learners[2], 64, { decidedAt: new Date(Date.now() - 60_000) });
    await deliverScore(world.lti.parts, delivery);
    expect(course.shown()[course.learners[2]?.id ?? '']).toBe(64);
  });
});

test('a grade typed in an older Canvas is read where a row was made before, and is unknown where one was made after', async () => {
  await open('canvas', 2);
  const [one, two] = course.learners;
  await untilSettled(world, course.contextId);
  world.simulator.control.hideTypedGrades();
  course.type(one, 91);
  await read();
  expect(evidence(one?.subject)).toMatchObject({ scorePercent: 91 });

  const late = { id: 'late', sub: 'sub-late', givenName: 'Late', familyName: 'Comer' };
  world.simulator.control.addPerson({ ...late, username: 'late', email: '', sisId: '' });
  world.simulator.control.enrol(course.courseId, 'late', 'learner');
  course.type({ id: 'late', subject: 'sub-late' }, 73);
  await read();
  await untilSettled(world, course.contextId);
  await read();
  expect(evidence('sub-late')).toMatchObject({ scorePercent: null });
  expect(evidence(two?.subject)).toMatchObject({ scorePercent: null });
  expect(course.shown()['late']).toBe(73);
});

test('a row of Canvas whose answer was lost is not made again over a grade that was typed since', async () => {
  await open('canvas', 1);
  await untilSettled(world, course.contextId);
  const late = { id: 'late', sub: 'sub-late', givenName: 'Late', familyName: 'Comer' };
  world.simulator.control.addPerson({ ...late, username: 'late', email: '', sisId: '' });
  world.simulator.control.enrol(course.courseId, 'late', 'learner');
  world.simulator.control.failNext({ kind: 'half-page', match: 'scores' });
  await read();
  await vi.waitFor(() => expect(seeds()).toHaveLength(1), { timeout: 10_000 });
  course.type({ id: 'late', subject: 'sub-late' }, 73);
  await untilSettled(world, course.contextId);
  await read();
  expect(evidence('sub-late')).toMatchObject({ scorePercent: 73 });
});

describe.each<Profile>(['canvas', 'moodle'])('a copied course of %s', (profile) => {
  test('acceptance 14: has no second column of ours after three syncs', async () => {
    await open(profile, 1);
    // The activity came over with the copy and has a column; the column we made in the original did not.
    const copy =
      profile === 'canvas'
        ? { courseId: '566', resourceLinkId: '2f0d9c3e-6a41-4b58-8d7a-91c5e0b7a264' }
        : { courseId: '3', resourceLinkId: '2' };
    const before = world.simulator.control.gradebook(copy.courseId).length;
    const contextId = await openCourse(world, profile, copy);
    for (let sync = 0; sync < 3; sync += 1) {
      await readCourse(world.lti.parts, { contextId });
      const learner = world.api.reported.reportRoster
        .findLast((one) => one.contextId === contextId)
        ?.members.find(({ role }) => role === 'learner');
      const delivery = world.api.addDelivery({
        contextId,
        subject: learner?.subject ?? '',
        scorePercent: 70 + sync,
        graded: true,
        comment: '',
        column: { label: 'RTI completion', resourceId: 'rti' },
        decidedAt: instant.parse(new Date(Date.now() + sync * 5_000).toISOString()),
      });
      await deliverScore(world.lti.parts, delivery);
      expect(world.api.stateOf(delivery)).toBe('delivered');
      const known = await world.lti.parts.store.lineItems.find(contextId);
      // As after a loss of the tool's own memory.
      if (sync === 1 && known) await world.lti.parts.store.lineItems.forget(known);
      if (sync === 1) await openCourse(world, profile, copy);
    }
    expect(world.simulator.control.gradebook(copy.courseId)).toHaveLength(before);
  });
});

test('a scale of Moodle, which keeps whole steps, holds the pushed grade and no other', async () => {
  await open('moodle', 3);
  const { courseId } = places.moodle;
  const column = world.simulator.control.gradebook(courseId)[0]?.id ?? '';
  world.simulator.control.setColumn(courseId, column, { scoreMaximum: 2, isScale: true });
  const [one, two, three] = course.learners;
  const push = async (learner: (typeof course.learners)[number] | undefined, percent: number) => {
    const delivery = course.write(learner, percent);
    await deliverScore(world.lti.parts, delivery);
    return world.api.stateOf(delivery);
  };
  expect([await push(one, 95), await push(two, 72)]).toEqual(['delivered', 'delivered']);
  expect(course.shown()).toMatchObject({ [one?.id ?? '']: 2, [two?.id ?? '']: 1 });
  course.type(three, 1);
  await read();
  const percents = () => [one, two, three].map((learner) => evidence(learner?.subject)?.scorePercent);
  expect(percents()).toEqual([95, 72, 50]);
  // Another step is another grade.
  course.type(one, 1);
  await read();
  expect(percents()).toEqual([50, 72, 50]);
});
