import { addDays } from '@journeybook/domain';
import { ada, at, council, day, foundry, grace, now, stranger } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.addApprenticeship();
});
afterAll(() => world.close());

const today = day('2026-03-04');
const rolesOf = async (person: typeof ada, date = today) =>
  (await world.database.read.roles.find(person, date))?.roles.map(({ role, organization }) => [role, organization.id]);

describe('the roles of a person', () => {
  test('hold from the first to the last day of each membership', async () => {
    await world.database.read.people.addMemberships([
      {
        id: newId(),
        personId: grace,
        organizationId: foundry,
        role: 'mentor',
        fromOn: today,
        untilOn: addDays(today, 1),
      },
      {
        id: newId(),
        personId: grace,
        organizationId: council,
        role: 'sponsor-admin',
        fromOn: '2026-01-01',
        untilOn: null,
      },
    ]);
    const admin = ['sponsor-admin', council];
    expect(await rolesOf(grace, addDays(today, -1))).toEqual([admin]);
    expect(await rolesOf(grace)).toEqual([['mentor', foundry], admin]);
    expect(await rolesOf(grace, addDays(today, 1))).toEqual([['mentor', foundry], admin]);
    expect(await rolesOf(grace, addDays(today, 2))).toEqual([admin]);
  });
  test('have that of an apprentice by the agreement, once however many there are', async () => {
    await world.addApprenticeship({ status: 'completed' });
    expect(await rolesOf(ada)).toEqual([['apprentice', foundry]]);
  });
  test('may be none', async () => {
    expect(await rolesOf(stranger)).toEqual([]);
    expect(await rolesOf(newId())).toBeUndefined();
  });
});

describe('a session', () => {
  const tokenHash = Buffer.alloc(32, 7);
  const find = (moment: typeof now) => world.database.read.roles.findBySession(tokenHash, moment, today);
  test('is its person’s until the instant it expires, and gone when ended', async () => {
    const { sessions } = world.database.read;
    await sessions.add({ tokenHash, person: ada, at: now, expiresAt: at('2026-03-04T16:00:00Z') });
    expect(await find(at('2026-03-04T15:59:59.999Z'))).toMatchObject({ id: ada, name: 'Ada Lopez', email: '' });
    expect(await find(at('2026-03-04T16:00:00Z'))).toBeNull();
    await sessions.endExpired(at('2026-03-04T15:59:59.999Z'));
    expect(await find(now)).not.toBeNull();
    await sessions.endExpired(at('2026-03-04T16:00:00Z'));
    expect(await find(now)).toBeNull();
  });
  test('is nobody’s once it was not used for four hours', async () => {
    const { sessions } = world.database.read;
    await sessions.add({ tokenHash, person: ada, at: now, expiresAt: at('2026-03-05T03:00:00Z') });
    expect(await find(at('2026-03-04T18:59:59.999Z'))).toMatchObject({ lastUsedAt: now });
    expect(await find(at('2026-03-04T19:00:00Z'))).toBeNull();
    await sessions.touch(tokenHash, at('2026-03-04T18:00:00Z'));
    expect(await find(at('2026-03-04T21:59:59.999Z'))).not.toBeNull();
    await sessions.endExpired(at('2026-03-04T22:00:00Z'));
    expect(await find(at('2026-03-04T18:00:00Z'))).toBeNull();
  });
});
