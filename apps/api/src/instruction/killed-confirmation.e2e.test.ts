import type { Client } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import { hours } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addApprentice } from '../testing/add-apprentice.js';
import type { AddedApprentice } from '../testing/add-apprentice.js';
import { asOwner } from '../testing/as-owner.js';
import { chainOf, minutesOf } from '../testing/record.js';
import type { KillableApi, KillableWorld } from '../testing/killable-api.js';
import { openKillableWorld } from '../testing/killable-api.js';
import type { OpenedSection } from '../testing/section.js';
import { confirmShown, jobsIn, matchedSection, scoresOf } from '../testing/section.js';

const size = 6;

let world: KillableWorld;
let database: Database;
beforeAll(async () => {
  world = await openKillableWorld();
  ({ database } = world);
});
afterAll(() => world.close());

interface Taught extends OpenedSection {
  readonly people: readonly AddedApprentice[];
  readonly subjects: readonly string[];
}

/** A section of six apprentices, none of them confirmed yet. */
async function taught(api: KillableApi): Promise<Taught> {
  const people: AddedApprentice[] = [];
  for (let index = 0; index < size; index += 1) people.push(await addApprentice(database));
  const subjects = people.map(({ id }) => id);
  const matches = Object.fromEntries(people.map(({ id, apprenticeship }) => [id, apprenticeship]));
  return { ...(await matchedSection(api, matches)), people, subjects };
}

const confirm = (instructor: Client, { identityOf, subjects }: Taught) =>
  confirmShown(
    instructor,
    subjects.map((subject) => ({ identity: identityOf(subject), scorePercent: 88 })),
  );

/** Irene's page after the restart: the bearer that she had before the API was killed. */
const pageAgain = async (api: KillableApi, { contextId }: Taught): Promise<Client> => {
  const context = { id: contextId, label: 'MFG-101', title: 'Manufacturing 101, spring', sisId: null };
  return (await api.launched({ context })).call;
};

/** What stands on the records, waits in the outbox and is in the queue, of the whole section. */
async function kept({ people, section }: Taught) {
  const minutes = await Promise.all(people.map(({ apprenticeship }) => minutesOf(database, apprenticeship, 'RTI03')));
  const entries = await Promise.all(people.map(({ apprenticeship }) => chainOf(database, apprenticeship)));
  const scores = await scoresOf({ database }, section.id);
  const ids = new Set(scores.map(({ id }) => id));
  const jobs = (await jobsIn({ database }, 'deliver-score')).filter(({ data }) => ids.has(data['deliveryId'] ?? ''));
  return { minutes, entries: entries.map(({ length }) => length), scores: scores.length, jobs: jobs.length };
}
const nothing = { minutes: Array(size).fill(0), entries: Array(size).fill(0), scores: 0, jobs: 0 };
const onceEach = { minutes: Array(size).fill(hours(24)), entries: Array(size).fill(1), scores: size, jobs: size };

// As the owner: only to them does PostgreSQL show what other connections do.
const sql = <Row>(text: string, values: unknown[] = []) => asOwner<Row>(database, text, values);
const stuck = `
  select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`;
const stillConnected = `
  select pid from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`;

/** Where a confirmation is made to wait: what is held against it, and the statement of it that waits. */
const places = {
  'the last record that it needs': {
    hold: (people: readonly AddedApprentice[]) => {
      const last = people
        .map(({ apprenticeship }) => apprenticeship)
        .toSorted()
        .at(-1);
      return ['select from apprenticeships where id = $1 for update', [last]] as const;
    },
    waits: '%apprenticeships%for%update%',
  },
  'the outbox, with every credit written': {
    hold: () => ['lock table score_deliveries in share mode', []] as const,
    waits: '%insert into score_deliveries%',
  },
};

/** Holds what the confirmation needs, lets it run into that, and kills the API there, within its transaction. */
async function killWhile(api: KillableApi, work: Taught, { hold, waits }: (typeof places)[keyof typeof places]) {
  const other = await Database.openAsOwner({ url: world.databaseUrl, poolSize: 1 });
  await other.transaction(async ({ runSql }) => {
    const [text, values] = hold(work.people);
    await runSql(text, [...values]);
    const answer = confirm(work.call, work).catch((error: unknown) => error);
    await vi.waitUntil(async () => (await sql(stuck, [waits])).length > 0, { timeout: 20_000, interval: 10 });
    await api.kill();
    expect(await answer).toMatchObject({ problem: { kind: 'unreachable' } });
  });
  await other.close();
  // PostgreSQL learns of the dead process when it answers it; only then is its transaction over.
  await vi.waitUntil(async () => (await sql(stillConnected)).length === 0, { timeout: 20_000, interval: 10 });
}

describe.each(Object.entries(places))('an API killed while the confirmation of a section waits for %s', (_, place) => {
  test('acceptance 18: leaves no credit and no score; after a restart there is exactly one of each', {
    timeout: 60_000,
  }, async () => {
    const api = await world.start();
    const work = await taught(api);
    await killWhile(api, work, place);
    expect(await kept(work)).toEqual(nothing);

    const again = await world.start();
    const irene = await pageAgain(again, work);
    const first = await confirm(irene, work);
    expect(first.learners.map(({ outcome }) => outcome)).toEqual(Array(size).fill('credited'));
    expect(await kept(work)).toEqual(onceEach);
    await again.kill();
  });
});

test('acceptance 18: an API killed between the commit and its answer leaves one credit each, and confirming again adds nothing', {
  timeout: 60_000,
}, async () => {
  const api = await world.start();
  const work = await taught(api);
  const answer = confirm(work.call, work).catch((error: unknown) => error);
  await vi.waitUntil(async () => (await scoresOf({ database }, work.section.id)).length > 0, {
    timeout: 20_000,
    interval: 1,
  });
  await api.kill();
  await answer;
  expect(await kept(work)).toEqual(onceEach);

  const again = await world.start();
  const { learners } = await confirm(await pageAgain(again, work), work);
  expect(learners.map(({ outcome }) => outcome)).toEqual(Array(size).fill('already-credited'));
  expect(await kept(work)).toEqual(onceEach);
  await again.kill();
});
