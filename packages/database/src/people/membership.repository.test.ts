import type { MembershipId } from '@journeybook/domain';
import { addDays } from '@journeybook/domain';
import { ada, council, day, foundry, grace, now, stranger } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const today = day('2026-03-04');
const tables = () => world.database.read;

async function add(person: typeof ada, role: string, organization = foundry, untilOn: string | null = null) {
  const id = newId<MembershipId>();
  const row = { id, personId: person, organizationId: organization, role, fromOn: '2026-01-01', untilOn };
  await tables().people.addMemberships([row]);
  return id;
}
const end = (id: MembershipId) => tables().memberships.end(id, { person: ada, at: now, today });
const rolesOf = async (person: typeof ada) => (await tables().roles.find(person, today))?.roles.map(({ role }) => role);

describe('a role that is ended', () => {
  test('gives nothing from that instant on, and stays with who ended it', async () => {
    const id = await add(stranger, 'employer-admin');
    expect(await rolesOf(stranger)).toEqual(['employer-admin']);
    await end(id);
    expect(await rolesOf(stranger)).toEqual([]);
    expect(await tables().memberships.list([foundry], today)).toEqual([]);
    expect((await tables().memberships.find(id, today))?.isOver).toBe(true);
    const rows = await world.sql('select ended_by, until_on::text from memberships where id = $1', [id]);
    expect(rows).toEqual([{ ended_by: ada, until_on: today }]);
  });
  test('of a mentor ends the assignments there, and withdraws those to come', async () => {
    const id = await add(grace, 'mentor');
    const { id: apprenticeship } = await world.addApprenticeship();
    const assign = (from: string) =>
      tables().apprenticeships.assignMentor(newId(), council, {
        mentor: grace,
        apprenticeship,
        from: day(from),
        until: null,
      });
    await assign('2026-03-04');
    await assign('2026-03-05');
    await end(id);
    await tables().memberships.endMentorships(grace, foundry, today);
    const rows = await world.sql(
      'select from_on::text, until_on::text from mentorships where apprenticeship_id = $1 order by 1',
      [apprenticeship],
    );
    expect(rows).toEqual([
      { from_on: '2026-01-05', until_on: '2026-03-03' },
      { from_on: '2026-03-04', until_on: '2026-03-04' },
    ]);
    expect(await tables().apprenticeships.listMentorsAt([foundry], today)).toEqual([]);
  });
  test('of a mentor leaves the assignments that another role of theirs carries', async () => {
    const id = await add(grace, 'mentor');
    await add(grace, 'mentor', council);
    const { id: apprenticeship } = await world.addApprenticeship();
    await end(id);
    await tables().memberships.endMentorships(grace, foundry, today);
    const rows = await world.sql('select until_on from mentorships where apprenticeship_id = $1', [apprenticeship]);
    expect(rows).toEqual([{ until_on: null }]);
  });
});

test('an organisation is shown with who runs it today, each once', async () => {
  await add(ada, 'sponsor-admin', council);
  await add(ada, 'sponsor-admin', council);
  await add(stranger, 'sponsor-admin', council, addDays(today, -1));
  await end(await add(stranger, 'sponsor-admin', council));
  expect(await tables().memberships.listOrganizations([council], today)).toEqual([
    { id: council, kind: 'sponsor', name: 'Northern Council', sponsors: [], administrators: 1 },
  ]);
});

test('a role is held by whoever has the address, whatever its capitals', async () => {
  await world.sql('update people set email = $2 where id = $1', [ada, 'Ada@people.example']);
  const asked = { email: 'ADA@PEOPLE.EXAMPLE', role: 'sponsor-admin', on: today } as const;
  expect(await tables().memberships.holdsRole(council, asked)).toBe(true);
  expect(await tables().memberships.holdsRole(foundry, asked)).toBe(false);
});
