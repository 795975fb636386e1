import { lmsEndpoints } from '@journeybook/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliverScore } from '../scores/deliver-score.js';
import { openCourse } from '../testing/open-course.js';
import { openLearners, type OpenedLearners, untilSettled } from '../testing/open-learners.js';
import { readCourse } from '../testing/read-course.js';
import { places, type Profile, startWorld, type World } from '../testing/start-world.js';

describe.each<Profile>(['canvas', 'moodle'])('a column that is deleted in %s with its activity', (profile) => {
  const { courseId, resourceLinkId } = places[profile];
  let world: World;
  let course: OpenedLearners;
  beforeEach(async () => {
    world = await startWorld(profile);
    course = await openLearners(world, profile, 2);
    await untilSettled(world, course.contextId);
    await deliver(0, 91);
    world.simulator.control.removeResourceLink(courseId, resourceLinkId);
  });
  afterEach(() => world.close());

  const deliver = async (learner: number, percent: number) => {
    const delivery = course.write(course.learners[learner], percent);
    await deliverScore(world.lti.parts, delivery);
    expect(world.api.stateOf(delivery)).toBe('delivered');
  };
  const read = () => readCourse(world.lti.parts, { contextId: course.contextId });
  const told = () =>
    world.api.reported.reportSyncFailure.map(({ job, kind, message }) => [
      job,
      kind,
      /Place Journeybook in the course again/.test(message),
    ]);

  test('is told at every reading, and nothing is reported of its grades, until there is another one', async () => {
    const before = world.api.reported.reportResults.length;
    await read();
    expect(told()).toContainEqual(['results', 'gone', true]);
    const once = told().length;
    await read();
    expect(told()).toHaveLength(once + 1);
    expect(world.api.reported.reportResults).toHaveLength(before);

    world.simulator.control.addResourceLink(courseId, {
      id: 'placed-again',
      title: 'RTI once more',
      description: '',
      custom: {},
      lineItem: { id: '9001', scoreMaximum: 100 },
    });
    await openCourse(world, profile, { courseId, resourceLinkId: 'placed-again' });
    await read();
    expect(world.api.reported.reportResults.length).toBeGreaterThan(before);
    expect(await world.lti.parts.store.lineItems.find(course.contextId)).toMatchObject({ source: 'link' });
  });

  test('is told too when the API did not answer at that moment', async () => {
    const { parts } = world.lti;
    const record: typeof parts.record = (endpoint, ...rest) =>
      endpoint === lmsEndpoints.reportSyncFailure
        ? Promise.reject(new Error('the API is being started'))
        : parts.record(endpoint, ...rest);
    const delivery = course.write(course.learners[1], 75);
    await expect(deliverScore({ ...parts, record }, delivery)).rejects.toThrow('the API is being started');
    expect(told()).toEqual([]);
    await deliverScore(parts, delivery);
    expect([world.api.stateOf(delivery), told()]).toEqual(['delivered', [['results', 'gone', true]]]);
  });

  test('is told too when the next score finds it gone and makes another', async () => {
    await deliver(1, 75);
    expect(told()).toEqual([['results', 'gone', true]]);
    expect(world.simulator.control.gradebook(courseId).map(({ label }) => label)).toContain('RTI completion');
    await read();
    expect(told()).toHaveLength(1);
  });
});
