import { Database } from '@journeybook/database';
import type { TestDatabase } from '@journeybook/database/testing';
import { createTestDatabase, serverAddresses } from '@journeybook/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SettableClock } from '../testing/settable-clock.js';
import { Attempts } from './attempts.js';

let there: TestDatabase;
/** Two processes on one database. */
let databases: readonly [Database, Database];
beforeAll(async () => {
  there = await createTestDatabase();
  const open = () => Database.open(serverAddresses(there.url));
  databases = [await open(), await open()];
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await there.drop();
});

const limits = [{ most: 2, minutes: 60 }];
const taking =
  (attempts: Attempts) =>
  async (...what: readonly string[]) =>
    (await attempts.take(what.map((one) => ({ what: one, limits })))).ok;

test('so many attempts may be made in so many minutes, of each thing', async () => {
  const clock = SettableClock.at();
  const take = taking(new Attempts(databases[0], clock));
  expect([await take('a'), await take('a'), await take('a'), await take('b')]).toEqual([true, true, false, true]);
  clock.pass(59.99);
  expect(await take('a')).toBe(false);
  clock.pass(0.01);
  expect([await take('a'), await take('a'), await take('a')]).toEqual([true, true, false]);
});

test('a refusal says when to come again', async () => {
  const clock = SettableClock.at();
  const attempts = new Attempts(databases[0], clock);
  const limited = [
    {
      what: 'said',
      limits: [
        { most: 1, minutes: 1 },
        { most: 2, minutes: 60 },
      ],
    },
  ];
  await attempts.take(limited);
  clock.pass(0.5);
  expect(await attempts.take(limited)).toEqual({ ok: false, refusal: { kind: 'too-many-attempts', seconds: 30 } });
  expect(await attempts.take(limited)).toMatchObject({ ok: false, refusal: { seconds: 59.5 * 60 } });
});

test('one that was right does not count', async () => {
  const attempts = new Attempts(databases[0], SettableClock.at());
  for (let time = 0; time < 5; time += 1) {
    const taken = await attempts.take([{ what: 'right', limits }]);
    expect(taken.ok).toBe(true);
    if (taken.ok) await taken.value.giveBack();
  }
});

test('many at once in two processes are counted one by one, whatever they have in common', async () => {
  const takers = databases.map((database) => taking(new Attempts(database, SettableClock.at())));
  const asked = Array.from({ length: 40 }, async (_, index) =>
    takers[index % 2]?.(...(index % 3 ? ['shared', `own ${index}`] : [`own ${index}`, 'shared'])),
  );
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(2);
});

test('what is attempted stands nowhere', async () => {
  await taking(new Attempts(databases[0], SettableClock.at()))('sign-in at ada@people.example');
  const rows = await databases[0].access.read.runSql("select encode(key, 'escape') as key, count, until from attempts");
  expect(JSON.stringify(rows)).not.toContain('ada@');
});
