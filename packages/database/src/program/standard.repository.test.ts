import type { Minutes, Standard } from '@journeybook/domain';
import { hours, sumMinutes, validateStandard } from '@journeybook/domain';
import {
  at,
  college,
  competency,
  council,
  course,
  courseCode,
  elsewhere,
  now,
  processCode,
  standard,
  standardId,
  workProcess,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../database.js';
import { newId } from '../new-id.js';
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
    const other = await Database.openAsOwner({ url: world.url });
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
  test('is not remembered either when that transaction had read it, so that another may take its id', async () => {
    const undone = standard({ id: standardId(25), version: '2026.6' });
    const work = world.database.transaction(async ({ standards }) => {
      await standards.publish(council, undone, now);
      expect(await standards.get(undone.id)).toEqual(undone);
      expect((await standards.find(undone.id))?.standard).toEqual(undone);
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await world.database.read.standards.find(undone.id)).toBeNull();
    const other = { ...undone, termMonths: 24 };
    await world.database.transaction(({ standards }) => standards.publish(council, other, now));
    expect(await world.database.read.standards.get(undone.id)).toEqual(other);
  });
});

describe('versions of a sponsor', () => {
  test('are published one after the other by whoever asks for their names first', async () => {
    const draft = standard({
      id: standardId(26),
      version: '2028.1',
      occupation: { ...standard().occupation, rapidsCode: 'R1' },
    });
    const publish = (id: number) =>
      world.database.transaction(async ({ standards }) => {
        if ((await standards.lockVersions(council, 'R1')).includes('2028.1')) return 'taken';
        await standards.publish(council, { ...draft, id: standardId(id) }, now);
        return 'published';
      });
    const outcomes = await Promise.all([publish(26), publish(27), publish(28)]);
    expect(outcomes.toSorted()).toEqual(['published', 'taken', 'taken']);
  });
  test('follow each other within an occupation', async () => {
    const occupation = { ...standard().occupation, rapidsCode: 'R2' };
    const { standards } = world.database.read;
    await standards.publish(council, standard({ id: standardId(31), version: '1', occupation }), now);
    await standards.publish(council, standard({ id: standardId(32), version: '2' }), at('2026-04-01T00:00:00Z'));
    await standards.publish(
      council,
      standard({ id: standardId(33), version: '2', occupation }),
      at('2026-05-01T00:00:00Z'),
    );
    await standards.publish(
      elsewhere,
      standard({ id: standardId(34), version: '3', occupation }),
      at('2026-04-15T00:00:00Z'),
    );
    expect(await standards.findBefore(standardId(33))).toBe(standardId(31));
    expect(await standards.findBefore(standardId(31))).toBeNull();
  });
});

describe('the tables take what validating lets pass', () => {
  const huge = (2 ** 31) as Minutes;
  const odd = [-1, 0, 1, 60, huge, 2 ** 53] as Minutes[];
  const [first = workProcess(), second = workProcess()] = standard().workProcesses;
  const processes = (overrides: object) => ({ workProcesses: [{ ...first, ...overrides }, second] });
  const skill = (overrides: object) => ({ competencies: [competency(overrides)] });
  const lesson = (overrides: object) => ({ courses: [course(overrides), ...standard().courses.slice(1)] });
  /** The totals follow the parts, so that nothing but the value itself is at fault. */
  const added = (overrides: Partial<Standard>): Standard => {
    const id = newId<Standard['id']>();
    const given = standard({ occupation: { ...standard().occupation, rapidsCode: id }, ...overrides, id });
    const sum = (parts: readonly { requiredMinutes: Minutes }[]) => sumMinutes(parts.map((one) => one.requiredMinutes));
    return { ...given, ojtMinutes: sum(given.workProcesses), rtiMinutes: sum(given.courses), ...overrides };
  };
  const tried: Partial<Standard>[] = [
    ...odd.flatMap((value) => [
      processes({ requiredMinutes: value }),
      ...odd.flatMap((limit) => [
        processes({ requiredMinutes: value, minimumMinutes: limit }),
        processes({ requiredMinutes: value, maximumMinutes: limit }),
        processes({ requiredMinutes: 60, minimumMinutes: limit, maximumMinutes: value }),
      ]),
      lesson({ requiredMinutes: value }),
      { ojtMinutes: value },
      { rtiMinutes: value },
      { termMonths: value },
      { ...skill({ requiredLevel: value }), levels: [{ level: value, name: 'Only' }] },
    ]),
    ...['', 'WP01', 'WP06', 'x'.repeat(41), ' WP01'].flatMap((code) => [
      { workProcesses: [first, { ...second, code: processCode(code) }] },
      skill({ workProcess: processCode(code) }),
      lesson({ code: courseCode(code) }),
    ]),
    lesson({ code: courseCode('RTI11') }),
    { competencies: [competency(), competency()] },
    { workProcesses: [], competencies: [] },
    { courses: [] },
    { version: '' },
  ];
  test('whatever the value', async () => {
    let passed = 0;
    for (const overrides of tried) {
      const given = added(overrides);
      if (validateStandard(given).length > 0) continue;
      passed += 1;
      await world.database.transaction(({ standards }) => standards.publish(elsewhere, given, now));
      expect(await world.database.read.standards.get(given.id)).toEqual(given);
    }
    expect(passed).toBeGreaterThan(10);
    expect(passed).toBeLessThan(tried.length / 2);
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
