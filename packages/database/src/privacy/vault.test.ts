import { randomBytes } from 'node:crypto';
import { ada, at, council, grace, irene } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { newId } from '../new-id.js';
import { addressAs } from '../testing/test-passwords.js';
import type { DatabaseRole } from '../roles.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';
import { Vault } from './vault.js';

let world: World;
let vault: Vault;
beforeAll(async () => {
  world = await openWorld();
  vault = await Vault.open(addressAs(world.url, 'journeybook_vault'));
});
afterAll(async () => {
  await vault.close();
  await world.close();
});

const now = at('2026-03-04T10:00:00Z');
const answer = (overrides: object = {}) => ({
  person: ada,
  field: 'sex' as const,
  keyId: '0123456789abcdef',
  sealed: randomBytes(284),
  sealedAt: now,
  ...overrides,
});
const failing = (sql: string, role?: DatabaseRole) =>
  world.sql(sql, [], role).then(
    () => 'nothing',
    (error: { code?: string }) => error.code,
  );

describe('the vault', () => {
  test('keeps one answer a field, the last one given', async () => {
    await vault.read.save(answer());
    const newer = answer({ keyId: 'fedcba9876543210' });
    await vault.read.save(newer);
    const [kept, ...others] = await vault.read.list([ada]);
    expect(kept).toEqual(newer);
    expect(others).toEqual([]);
    expect(await vault.read.keyIds()).toEqual(['fedcba9876543210']);
  });
  test('forgets an answer that is taken away, and leaves nothing of it', async () => {
    await vault.read.save(answer({ person: grace, field: 'race' }));
    await vault.read.save(answer({ person: grace, field: 'ssn' }));
    await vault.read.remove(grace, 'race');
    expect((await vault.read.list([grace])).map(({ field }) => field)).toEqual(['ssn']);
    await vault.read.removeAll(grace);
    expect(await world.sql('select from vault.answers where person_id = $1', [grace])).toEqual([]);
  });
  test('holds an answer for whoever locked it, also one that is not there yet', async () => {
    const veteran = answer({ person: irene, field: 'veteran' });
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await vault.transaction(async (tables) => {
      expect(await tables.lock(irene, 'veteran')).toBeNull();
      second = vault.transaction(async (others) => {
        order.push(`second sees ${(await others.lock(irene, 'veteran'))?.keyId}`);
      });
      const waiting = "select from pg_locks where locktype = 'advisory' and not granted";
      await vi.waitUntil(async () => (await world.sql(waiting)).length > 0, { timeout: 10_000, interval: 5 });
      order.push('first saves');
      await tables.save(veteran);
    });
    await second;
    expect(order).toEqual(['first saves', `second sees ${veteran.keyId}`]);
  });
  test('takes nothing of another length, of another field or under no key', async () => {
    const insert = (field: string, key: string, bytes: number) =>
      failing(`insert into vault.answers values ('${irene}', '${field}', '${key}', '\\x${'00'.repeat(bytes)}', now())`);
    expect(await insert('sex', '0123456789abcdef', 283)).toBe('23514');
    expect(await insert('income', '0123456789abcdef', 284)).toBe('23514');
    expect(await insert('sex', '', 284)).toBe('23514');
  });
  test('keeps who looked, for the person and for all of a sponsor', async () => {
    const { id: apprenticeship } = await world.addApprenticeship();
    const access = { organization: council, by: grace, reason: 'Registration', requestId: 'r-1', at: now } as const;
    const about = { person: ada, apprenticeship };
    await vault.read.addAccess({ ...access, id: newId(), kind: 'agency-export', about });
    await vault.read.addAccess({ ...access, id: newId(), kind: 'counts', about: null });
    expect((await vault.read.listAccesses(ada, [council])).map(({ kind }) => kind).toSorted()).toEqual([
      'agency-export',
      'counts',
    ]);
    expect((await vault.read.listAccesses(ada, [])).map(({ about: who }) => who)).toEqual([about]);
    expect(await vault.read.listAccesses(irene, [])).toEqual([]);
  });
});

describe('the role of the vault', () => {
  test('may change no access and take none away', async () => {
    expect(await failing(`update vault.accesses set reason = 'x'`, 'journeybook_vault')).toBe('42501');
    expect(await failing('delete from vault.accesses', 'journeybook_vault')).toBe('42501');
  });
  test.each(['people', 'apprenticeships', 'record_entries', 'sessions', 'agreement_signatures', 'hours_entries'])(
    'sees nothing of %s',
    async (table) => {
      expect(await failing(`select from public.${table}`, 'journeybook_vault')).toBe('42501');
    },
  );
  test('sees nothing of the LTI tool', async () => {
    expect(await failing('select from lti.registrations', 'journeybook_vault')).toBe('42501');
  });
});

describe.each(['journeybook_access', 'journeybook_api', 'journeybook_jobs', 'journeybook_lti'] as const)(
  'the role %s',
  (role) => {
    test.each([
      'select from vault.answers',
      'select from vault.accesses',
      'delete from vault.answers',
      `update vault.answers set key_id = ''`,
      `insert into vault.answers default values`,
      `insert into vault.accesses default values`,
      'create table vault.mine (id int)',
    ])('may not: %s', async (sql) => {
      expect(await failing(sql, role)).toBe('42501');
    });
    test('has no right on the schema nor on anything in it', async () => {
      const [rights] = await world.sql<{ schema: boolean; tables: boolean }>(
        `select has_schema_privilege($1, 'vault', 'usage, create') as schema,
         bool_or(has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')) as tables
       from pg_class c where c.relnamespace = 'vault'::regnamespace and c.relkind = 'r'`,
        [role],
      );
      expect(rights).toEqual({ schema: false, tables: false });
    });
    test('is no member of the role of the vault', async () => {
      expect(await world.sql(`select pg_has_role($1, 'journeybook_vault', 'member') as yes`, [role])).toEqual([
        { yes: false },
      ]);
    });
  },
);
