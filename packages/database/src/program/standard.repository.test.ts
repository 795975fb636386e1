import { hours } from '@journeybook/domain';
import { at, college, council, elsewhere, now, standard, standardId, workProcess } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../database.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('a published standard', () => {
  const hybrid = standard({
    id: standardId(20),
    version: '2026.9 β',
    approach: 'hybrid',
    jobBookStatus: 'reviewed',
    workProcesses: [
      workProcess({ code: 'Z1' as never, minimumMinutes: hours(900), maximumMinutes: hours(1_200) }),
      workProcess({ code: 'A1' as never, title: 'Ärger & “quotes”', local: true }),
    ],
    competencies: [],
    courses: [],
  });

  test.each([
    ['small', standard({ id: standardId(21), version: '2026.8' })],
    ['hybrid, with limits, in an order of its own and without courses', hybrid],
  ])('comes back exactly as it was published: %s', async (_, published) => {
    await world.database.transaction(({ standards }) => standards.publish(council, published, now));
    expect(await world.database.read.standards.get(published.id)).toEqual(published);
    const other = await Database.open({ url: world.url, role: 'journeybook_api' });
    expect(await other.read.standards.get(published.id)).toEqual(published);
    await other.close();
  });
  test('is published once per sponsor, occupation and version', async () => {
    const again = standard({ id: standardId(22) });
    await expect(
      world.database.transaction(({ standards }) => standards.publish(council, again, now)),
    ).rejects.toMatchObject({ driverError: { code: '23505' } });
    await world.database.transaction(({ standards }) => standards.publish(elsewhere, again, now));
  });
  test('is not remembered when the transaction that published it was undone', async () => {
    const undone = standard({ id: standardId(23), version: '2026.7' });
    const work = world.database.transaction(async ({ standards }) => {
      await standards.publish(council, undone, now);
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    await expect(world.database.read.standards.get(undone.id)).rejects.toThrow('Could not find any entity');
  });
});

test('the courses of a college are those of the sponsors it works with, in the hours of their newest version', async () => {
  const choices = () => world.database.read.standards.listCoursesForCollege(college);
  expect(await choices()).toEqual([]);
  await world.database.read.people.addPartnerships([{ sponsorId: council, organizationId: college }]);
  const newer = standard({ id: standardId(24), version: '2027.1' });
  const courses = newer.courses.map((one) => ({ ...one, requiredMinutes: hours(99) }));
  await world.database.transaction(({ standards }) =>
    standards.publish(council, { ...newer, courses }, at('2027-01-01T00:00:00Z')),
  );
  expect((await choices()).map(({ code, minutes }) => [code, minutes])).toEqual([
    ['RTI03', hours(99)],
    ['RTI11', hours(99)],
  ]);
});
