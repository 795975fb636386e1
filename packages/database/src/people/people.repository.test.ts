import type { LmsIdentityId, PersonId } from '@journeybook/domain';
import { college, now } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Somebody a learning platform told of, under a name or none. */
async function identity(name: string | null): Promise<LmsIdentityId> {
  const subject = newId<string>();
  const members = [{ subject, name, email: null, sisId: null }];
  const ids = await world.database.read.roster.upsertIdentities(college, newId(), { members, at: now });
  const id = ids.get(subject);
  if (!id) throw new Error('the identity was not made');
  return id;
}
const behind = (id: LmsIdentityId) => world.database.transaction(({ people }) => people.behind(id, now));

const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

describe('the person behind an identity', () => {
  test('is made once, though they act many times at once for the first time', async () => {
    const id = await identity('Irene Novak');
    let others: Promise<readonly string[]> = Promise.resolve([]);
    const first = await world.database.transaction(async ({ people }) => {
      const person = await people.behind(id, now);
      others = Promise.all(Array.from({ length: 4 }, () => behind(id)));
      await vi.waitUntil(async () => (await world.sql(waiting)).length === 4, { timeout: 10_000, interval: 5 });
      return person;
    });
    const persons = [first, ...(await others)];
    expect(new Set(persons).size).toBe(1);
    expect(await world.sql('select name, email, password_hash from people where id = $1', [persons[0]])).toEqual([
      { name: 'Irene Novak', email: null, password_hash: null },
    ]);
  });
  test('is another one for another identity of the same name', async () => {
    const [one, other] = [await behind(await identity('Pat')), await behind(await identity('Pat'))];
    expect(one).not.toBe(other);
  });
  test.each([null, '', '   '])('is named by their number when the platform calls them "%s"', async (name) => {
    const person = await behind(await identity(name));
    const [row] = await world.sql<{ name: string }>('select name from people where id = $1', [person]);
    expect(row?.name).toMatch(/^Instructor [0-9a-f-]{36}$/);
  });
});

describe('an account', () => {
  const account = {
    id: newId<string>(),
    name: 'Lena',
    email: 'Lena@People.example',
    passwordHash: 'hash',
    studentNumber: null,
  };
  test('is found by its address in whatever capitals, and nobody else can have it', async () => {
    const { people } = world.database.read;
    await people.add([account]);
    expect(await people.findAccount('lena@people.EXAMPLE')).toEqual({ id: account.id, passwordHash: 'hash' });
    expect(await people.findAccount('lena')).toBeNull();
    const other = { ...account, id: newId<string>(), email: 'lena@people.example' };
    await expect(people.add([other])).rejects.toMatchObject({ driverError: { code: '23505' } });
  });
  test('is none without a password', async () => {
    const { people } = world.database.read;
    await people.add([{ ...account, id: newId<string>(), email: 'no.password@people.example', passwordHash: null }]);
    expect(await people.findAccount('no.password@people.example')).toBeNull();
  });
});

describe('a college', () => {
  test('is found by its name, whatever its capitals; an employer of that name is none', async () => {
    const [id, employer] = [newId<typeof college>(), newId<typeof college>()];
    await world.database.transaction(({ people }) =>
      people.addOrganizations([
        { id, kind: 'college', name: 'Hill Valley College' },
        { id: employer, kind: 'employer', name: 'Ridge Works' },
      ]),
    );
    const { people } = world.database.read;
    expect(await people.findCollege('hill valley COLLEGE')).toBe(id);
    expect(await people.findCollege('Ridge Works')).toBeNull();
    expect(await people.listSponsors()).not.toContain(id);
  });
});

describe('somebody who is ensured', () => {
  const ensure = (email: string | null, name = 'Mira Solis') =>
    world.database.transaction(({ people }) =>
      people.ensure({ id: newId<PersonId>(), name, email, studentNumber: null }),
    );
  test('is one person under an address, as they were first named, though many ensure it at once', async () => {
    const names = ['Mira', 'MIRA', 'Mira S.', 'M. Solis'];
    const made = await Promise.all(
      names.map((name, index) => ensure(index % 2 ? 'mira@people.example' : 'MIRA@people.example', name)),
    );
    expect(new Set(made).size).toBe(1);
    const [id = newId<PersonId>()] = made;
    const known = await world.database.read.people.findDetails(id);
    expect(names).toContain(known?.name);
    expect(await ensure('Mira@People.example', 'Somebody else')).toBe(id);
    expect(await world.database.read.people.findDetails(id)).toEqual(known);
  });
  test('without an address is somebody new every time', async () => {
    expect(await ensure(null)).not.toBe(await ensure(null));
  });
});
