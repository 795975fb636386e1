import type { ApprenticeshipId } from '@journeybook/domain';
import {
  council,
  day,
  elsewhere,
  foundry,
  grace,
  irene,
  mentorship,
  stranger,
  today,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('only an assignment that has not begun is withdrawn', async () => {
  const { id: apprenticeship, sponsor, apprentice } = await world.addApprenticeship();
  const { apprenticeships } = world.database.read;
  const [toCome, ofToday] = [newId<string>(), newId<string>()];
  await apprenticeships.assignMentor(toCome, sponsor, mentorship({ apprenticeship, from: day('2026-03-05') }));
  await apprenticeships.assignMentor(ofToday, sponsor, mentorship({ apprenticeship, from: today, mentor: irene }));
  for (const id of [toCome, ofToday]) await apprenticeships.withdrawMentorship(id, today);
  const left = await apprenticeships.listMentorships(apprenticeship);
  expect(left.map(({ mentor, from }) => [mentor.id, from])).toEqual([
    [grace, '2026-01-05'],
    [irene, today],
  ]);
  expect(await apprenticeships.wasWith(council, apprentice)).toBe(true);
  expect(await apprenticeships.wasWith(elsewhere, apprentice)).toBe(false);
});

test('who mentors on a date at one of several organisations is listed once', async () => {
  const since = (personId: string, organizationId: string, fromOn: string, untilOn: string | null = null) => ({
    id: newId<string>(),
    personId,
    organizationId,
    role: 'mentor',
    fromOn,
    untilOn,
  });
  await world.database.read.people.addMemberships([
    since(grace, foundry, '2026-01-01'),
    since(grace, council, '2026-01-01'),
    since(irene, council, '2026-02-01', '2026-03-03'),
    since(stranger, elsewhere, '2026-01-01'),
  ]);
  const namesAt = async (date: string) =>
    (await world.database.read.apprenticeships.listMentorsAt([foundry, council], day(date))).map((one) => one.name);
  expect(await namesAt('2026-03-03')).toEqual(['Grace Kim', 'Irene Novak']);
  expect(await namesAt('2026-03-04')).toEqual(['Grace Kim']);
});

describe('holding an id', () => {
  test('lets the next who comes with it wait, and nobody else', async () => {
    const [id, other] = [newId<ApprenticeshipId>(), newId<ApprenticeshipId>()];
    const order: string[] = [];
    let next: Promise<void> = Promise.resolve();
    await world.database.transaction(async ({ apprenticeships }) => {
      await apprenticeships.holdId(id);
      next = world.database.transaction(async (tables) => {
        await tables.apprenticeships.holdId(id);
        order.push('next');
      });
      await world.database.transaction((tables) => tables.apprenticeships.holdId(other));
      order.push('first');
    });
    await next;
    expect(order).toEqual(['first', 'next']);
  });
});
