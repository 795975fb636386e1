import type { Apprenticeship, HeldRole, Mentorship, OrganizationId, PersonId } from '@journeybook/domain';
import { addDays, openRecord } from '@journeybook/domain';
import {
  actor,
  apprenticeship,
  council,
  day,
  mentorship,
  ojtHoursCredited,
  organizationId,
  personId,
  standard,
  standardId,
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

/** A generator with a seed: the same world on every machine. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const today = day('2026-03-04');

describe('the list of records somebody may open', () => {
  test('is what the rule opens, over random people, roles, agreements and assignments', async () => {
    const below = numbers(7);
    const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
    const persons = Array.from({ length: 12 }, (_, index) => personId(100 + index));
    const sponsors = [100, 101].map(organizationId);
    const employers = [110, 111, 112].map(organizationId);
    await addWorld(persons, sponsors, employers);
    const agreements = Array.from({ length: 25 }, (_, index): Apprenticeship => {
      const sponsor = below(2);
      return apprenticeship({
        id: newId(),
        sponsor: sponsors[sponsor] as OrganizationId,
        employer: pick(employers),
        apprentice: pick(persons),
        standard: standardId(100 + sponsor),
        status: pick(['draft', 'active', 'suspended', 'completed', 'cancelled'] as const),
        beganOn: addDays(today, -index * 7),
      });
    });
    const mentorships = Array.from({ length: 60 }, (): Mentorship => {
      const from = addDays(today, below(9) - 6);
      const until = below(3) === 0 ? null : addDays(from, below(8));
      return mentorship({ mentor: pick(persons), apprenticeship: pick(agreements).id, from, until });
    });
    await world.database.transaction(async ({ apprenticeships }) => {
      for (const one of agreements) await apprenticeships.add(one);
      for (const one of mentorships) await apprenticeships.assignMentor(newId(), council, one);
    });

    let opened = 0;
    for (const person of persons)
      for (let variant = 0; variant < 6; variant += 1) {
        const roles = Array.from(
          { length: below(4) },
          (): HeldRole => ({
            role: pick(['employer-admin', 'sponsor-admin', 'mentor', 'auditor', 'college-admin'] as const),
            organization: pick([...sponsors, ...employers]),
          }),
        );
        const reader = actor(person, ...roles);
        const allowed = agreements.filter((one) => openRecord(reader, { apprenticeship: one, mentorships, today }).ok);
        const listed = await world.database.read.recordViews.listReadable(reader, today);
        expect(new Set(listed.map((one) => one.id))).toEqual(new Set(allowed.map((one) => one.id)));
        expect(listed).toHaveLength(allowed.length);
        opened += allowed.length;
      }
    expect(opened).toBeGreaterThan(200);
  });
});

async function addWorld(
  persons: readonly PersonId[],
  sponsors: readonly OrganizationId[],
  employers: readonly OrganizationId[],
): Promise<void> {
  const named = (id: string) => ({
    id,
    name: `No. ${id.slice(-3)}`,
    email: null,
    passwordHash: null,
    studentNumber: null,
  });
  await world.database.transaction(async ({ people, standards }) => {
    await people.add(persons.map(named));
    await people.addOrganizations([
      ...sponsors.map((id) => ({ id, kind: 'sponsor' as const, name: id })),
      ...employers.map((id) => ({ id, kind: 'employer' as const, name: id })),
    ]);
    for (const [index, sponsor] of sponsors.entries())
      await standards.publish(sponsor, standard({ id: standardId(100 + index) }), '2026-01-01T00:00:00.000Z' as never);
  });
}

describe('a page of entries', () => {
  test('holds a hundred, newest first, and counts all that match', async () => {
    const { id } = await world.addApprenticeship();
    const entries = Array.from({ length: 230 }, () => {
      const entry = newId<ReturnType<typeof ojtHoursCredited>['id']>();
      return ojtHoursCredited({ id: entry, source: `test/${entry}`, apprenticeship: id });
    });
    await world.database.transaction(({ record }) => record.append(council, id, entries));
    const { recordViews } = world.database.read;
    const [first, last] = [await recordViews.page(id, {}), await recordViews.page(id, { before: 31 })];
    expect([first.total, first.entries.length, first.entries[0]?.sequence, first.entries.at(-1)?.sequence]).toEqual([
      230, 100, 230, 131,
    ]);
    expect([last.total, last.entries.length, last.entries.at(-1)?.sequence]).toEqual([230, 30, 1]);
    expect((await recordViews.page(id, { subject: 'work-process', code: 'WP06' })).total).toBe(0);
    expect((await recordViews.page(newId(), {})).total).toBe(0);
  });
});
