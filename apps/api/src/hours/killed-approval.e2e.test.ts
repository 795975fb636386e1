import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import { addDays } from '@journeybook/domain';
import { day } from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { dayOf, line, log } from '../testing/hours.js';
import type { Shown } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import type { KillableApi, KillableWorld } from '../testing/killable-api.js';
import { openKillableWorld } from '../testing/killable-api.js';
import { people } from '../testing/world.js';

/** 8 apprentices: each with one entry on the record already, so that the record has its head, and 50 in the batch. */
const apprentices = 8;
const days = 5;
const linesADay = 10;
const entriesEach = days * linesADay;
const minutesEach = 60;

let world: KillableWorld;
let database: Database;
beforeAll(async () => {
  world = await openKillableWorld();
  ({ database } = world);
});
afterAll(() => world.close());

interface Batch {
  readonly shown: Shown;
  readonly people: readonly AddedApprentice[];
}

/** Fresh apprentices whose hours wait for Grace, each with one entry approved before. */
async function batch(api: KillableApi): Promise<Batch> {
  const shown: Shown[number][] = [];
  const added: AddedApprentice[] = [];
  const grace = await api.as(people.grace);
  for (let index = 0; index < apprentices; index += 1) {
    const person = await addApprentice(database);
    added.push(person);
    const call = await api.as(person);
    const logOn = (date: number, lines: number) => {
      const workedOn = addDays(day('2026-01-05'), date);
      const each = Array.from({ length: lines }, () => line({ minutes: minutesEach }));
      return log(call, person.apprenticeship, dayOf(each, { workedOn }));
    };
    await approve(grace, await logOn(0, 1));
    for (let date = 1; date <= days; date += 1) shown.push(...(await logOn(date, linesADay)));
  }
  return { shown, people: added };
}

const approve = (mentor: Client, entries: Shown) => mentor(endpoints.approveHours, { body: { entries } });

/** Entries on the record of each apprentice of the batch; the totals are held against them on the way. */
const entriesOf = ({ people: added }: Batch): Promise<number[]> =>
  Promise.all(
    added.map(async ({ apprenticeship }) => {
      const entries = await database.read.record.list(apprenticeship);
      expect(await minutesOf(database, apprenticeship, 'WP01')).toBe(entries.length * minutesEach);
      return entries.length;
    }),
  );

const waitingOf = async ({ people: added }: Batch): Promise<number> => {
  const ids = added.map(({ apprenticeship }) => apprenticeship);
  const [row] = await sql<{ waiting: number }>(
    `select count(*) as waiting from hours_entries where status = 'submitted' and apprenticeship_id = any($1)`,
    [ids],
  );
  return row?.waiting ?? -1;
};

// As the owner: only to them does PostgreSQL show what other connections do.
const sql = <Row>(text: string, values: unknown[] = []) => asOwner<Row>(database, text, values);

const stuckOnHead = `
  select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%record_heads%'`;

/** Holds the last record's head, lets the batch run into it, and kills the API there: within its transaction, most of it written. */
async function killInTheMiddle(api: KillableApi, { shown, people: added }: Batch): Promise<void> {
  const last = added
    .map(({ apprenticeship }) => apprenticeship)
    .sort()
    .at(-1);
  const other = await Database.openAsOwner({ url: world.databaseUrl, poolSize: 1 });
  await other.transaction(async ({ runSql }) => {
    await runSql('select from record_heads where apprenticeship_id = $1 for update', [last]);
    const answer = approve(await api.as(people.grace), shown).catch((error: unknown) => error);
    const stuck = await vi.waitUntil(async () => (await sql<{ pid: number }>(stuckOnHead))[0], {
      timeout: 20_000,
      interval: 10,
    });
    await api.kill();
    expect(await answer).toMatchObject({ problem: { kind: 'unreachable' } });
    expect(await sql('select pid from pg_stat_activity where pid = $1', [stuck.pid])).toHaveLength(1);
  });
  await other.close();
  // PostgreSQL learns of the dead process when it answers it; only then is its transaction over.
  await vi.waitUntil(async () => (await sql(stillConnected)).length === 0, { timeout: 20_000, interval: 10 });
}

const stillConnected = `
  select pid from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;

test('an API killed in the middle of a batch approval leaves none of it on the record, and the batch can be approved again', {
  timeout: 60_000,
}, async () => {
  const api = await world.start();
  const work = await batch(api);
  expect(work.shown).toHaveLength(apprentices * entriesEach);

  await killInTheMiddle(api, work);
  expect(await entriesOf(work)).toEqual(work.people.map(() => 1));
  expect(await waitingOf(work)).toBe(apprentices * entriesEach);

  const again = await world.start();
  const grace = await again.as(people.grace);
  const queue = await grace(endpoints.approvalQueue, {});
  const versions = queue.entries.map(({ id, version }) => `${id} ${version}`);
  expect(versions.toSorted()).toEqual(work.shown.map(({ id, version }) => `${id} ${version}`).toSorted());
  expect(await entriesOf(work)).toEqual(work.people.map(() => 1));

  await approve(grace, work.shown);
  expect(await entriesOf(work)).toEqual(work.people.map(() => 1 + entriesEach));
  expect(await waitingOf(work)).toBe(0);
  await again.kill();
});

test('an API killed right after the commit leaves all of the batch on the record', { timeout: 60_000 }, async () => {
  const api = await world.start();
  const work = await batch(api);

  const answer = approve(await api.as(people.grace), work.shown).catch((error: unknown) => error);
  await vi.waitUntil(async () => (await waitingOf(work)) === 0, { timeout: 20_000, interval: 1 });
  await api.kill();
  await answer;

  const again = await world.start();
  expect(await entriesOf(work)).toEqual(work.people.map(() => 1 + entriesEach));
  const one = work.people[0];
  if (!one) throw new Error('nobody was added');
  const call = await again.as(one);
  const record = await call(endpoints.readRecord, { params: { apprenticeship: one.apprenticeship } });
  expect(record.ojt.creditedMinutes).toBe((1 + entriesEach) * minutesEach);
  expect(record.ojt.pendingMinutes).toBe(0);
  await again.kill();
});
