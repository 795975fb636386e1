import type { OrganizationId } from '@journeybook/domain';
import { council, elsewhere, grace } from '@journeybook/domain/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from './acting.js';
import { actAs } from './acting.js';
import { Database } from './database.js';
import { prepared } from './prepared.js';
import { reachOf } from './reach.js';
import { serverAddresses, watchStatements } from './testing/test-database.js';
import type { World } from './world/open-world.js';
import { openWorld } from './world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const runs = (organization: OrganizationId): Caller => ({
  kind: 'person',
  person: grace,
  roles: [{ role: 'sponsor-admin', organization }],
});
const onBehalfOf = <T>(caller: Caller, work: () => T): T =>
  actAs({ caller, requestId: 'r', address: '127.0.0.1', action: 'GET /' }, work);

describe('the reach of whoever calls', () => {
  let served: Database;
  beforeEach(async () => {
    served = await Database.open(serverAddresses(world.url), 3);
    return () => served.close();
  });
  const seen = async () =>
    (await served.read.runSql(`select id from organizations where kind = 'sponsor'`)) as { id: OrganizationId }[];

  test('is theirs, however many take turns on few connections', async () => {
    const asked = Array.from({ length: 120 }, (_, index) =>
      index % 3 === 0 ? null : index % 3 === 1 ? council : elsewhere,
    );
    const answers = await Promise.all(
      asked.map((sponsor) => (sponsor === null ? seen() : onBehalfOf(runs(sponsor), seen))),
    );
    expect(answers.map((rows) => rows.map(({ id }) => id))).toEqual(
      asked.map((sponsor) => (sponsor === null ? [] : [sponsor])),
    );
  });
  test('holds through a transaction, and over its end nobody’s is left', async () => {
    await onBehalfOf(runs(council), () =>
      served.transaction(async ({ people, runSql }) => {
        expect(await people.findOrganization(council)).not.toBeNull();
        expect(await people.findOrganization(elsewhere)).toBeNull();
        expect(await runSql('select current_user as own')).toEqual([{ own: 'journeybook_api' }]);
      }),
    );
    expect(await seen()).toEqual([]);
  });
  test('is said once, and again only when somebody else calls', async () => {
    const one = await Database.open(serverAddresses(world.url), 1);
    const ask = () => one.read.people.find(grace);
    const watched = watchStatements();
    await onBehalfOf(runs(council), async () => [await ask(), await ask(), await ask()]);
    await onBehalfOf(runs(elsewhere), ask);
    watched.stop();
    await one.close();
    expect(watched.sent.filter((statement) => statement.startsWith('select set_config'))).toHaveLength(2);
  });
  test('is theirs in a statement that a connection has planned for somebody else', async () => {
    const one = await Database.open(serverAddresses(world.url), 1);
    const sponsors = prepared('select id from organizations where kind = $1');
    const ask = () => one.read.runSql(sponsors, ['sponsor']);
    // More often than PostgreSQL plans it for each time alone.
    for (let round = 0; round < 20; round += 1) {
      expect(await onBehalfOf(runs(council), ask)).toEqual([{ id: council }]);
      expect(await onBehalfOf(runs(elsewhere), ask)).toEqual([{ id: elsewhere }]);
      expect(await ask()).toEqual([]);
    }
    const [plans] = await one.read.runSql('select generic_plans from pg_prepared_statements where statement = $1', [
      sponsors,
    ]);
    expect(plans).toEqual({ generic_plans: expect.toSatisfy((count: unknown) => Number(count) > 0) });
    await one.close();
  });
  test('of a machine is that of another role, which sees what platforms tell, of every college', async () => {
    const [row] = await onBehalfOf({ kind: 'machine' }, () => served.read.runSql('select current_user as own'));
    expect(row).toEqual({ own: 'journeybook_jobs' });
  });
});

test('a connection on which it cannot be set is not handed out', async () => {
  const served = await Database.open(serverAddresses(world.url), 1);
  const broken: Caller = { kind: 'person', person: `x'`.repeat(10) as typeof grace, roles: [] };
  await onBehalfOf(broken, () => served.read.people.find(grace)).catch(() => undefined);
  expect(await onBehalfOf(runs(council), () => served.read.people.findOrganization(council))).not.toBeNull();
  await served.close();
});

describe('what is told to the database', () => {
  test('is nothing about nobody and about a machine', () => {
    for (const caller of [undefined, { kind: 'nobody' }, { kind: 'machine' }] as const)
      expect(Object.values(reachOf(caller)).join('')).toBe('');
  });
  test('is the college of a launch, and that somebody teaches there', () => {
    const launch = { kind: 'launch', college: council, identity: grace as never, person: null } as const;
    expect(reachOf({ ...launch, role: 'learner' })).toMatchObject({ college: council, taught: '', person: '' });
    expect(reachOf({ ...launch, role: 'assistant' })).toMatchObject({ college: council, taught: council });
  });
  test('is what a person runs, by role', () => {
    const roles = (['sponsor-admin', 'auditor', 'mentor', 'apprentice'] as const).map((role, index) => ({
      role,
      organization: `${index}0000000-0000-7000-8000-000000000000` as OrganizationId,
    }));
    const { sponsors, employers, organizations } = reachOf({ kind: 'person', person: grace, roles });
    expect([sponsors.split(',').length, employers, organizations.split(',').length]).toEqual([2, '', 3]);
  });
});
