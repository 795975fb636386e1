import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPasswords } from './read-passwords.js';
import type { DatabaseRole } from './roles.js';
import { databaseRoles, letRolesSignIn, loginAddress } from './roles.js';
import type { World } from './world/open-world.js';
import { openWorld } from './world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(databaseRoles)('%s', (role) => {
  test('signs in as itself, whatever it resets', async () => {
    const [row] = await world.sql('select session_user as session, current_user as own', [], role);
    expect(row).toEqual({ session: role, own: role });
    await world.sql('reset role', [], role);
    for (const other of [...databaseRoles.filter((one) => one !== role), 'postgres', 'pg_write_all_data'])
      await expect(world.sql(`set role ${other}`, [], role), other).rejects.toMatchObject({ code: '42501' });
  });
  test('is a member of no role, owns nothing and passes no policy by', async () => {
    const [row] = await world.sql(
      `select (select count(*) from pg_auth_members where member = r.oid)::int as memberships,
         (select count(*) from pg_class where relowner = r.oid)::int as tables,
         r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as beyond
       from pg_roles r where r.rolname = $1`,
      [role],
    );
    expect(row).toEqual({ memberships: 0, tables: 0, beyond: false });
  });
});

test('only whoever finds out who calls reads passwords and sessions', async () => {
  const refused = async (statement: string, role: DatabaseRole) =>
    world.sql(statement, [], role).then(
      () => false,
      (error: pg.DatabaseError) => error.code === '42501',
    );
  for (const statement of ['select password_hash from people', 'select from sessions', 'select from password_resets'])
    for (const role of databaseRoles)
      expect([statement, role, await refused(statement, role)]).toEqual([
        statement,
        role,
        role !== 'journeybook_access',
      ]);
});

test('a password is made without any statement that holds it', async () => {
  const url = world.url;
  const role = 'journeybook_lti';
  const before = await world.sql<{ kept: string }>('select rolpassword as kept from pg_authid where rolname = $1', [
    role,
  ]);
  expect(before[0]?.kept).toMatch(/^SCRAM-SHA-256\$4096:/);
  await letRolesSignIn(url, new Map([[role, 'test-journeybook_lti']]));
  const client = new pg.Client({ connectionString: loginAddress(url, role, 'another') });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  expect(await world.sql('select 1 as one', [], role)).toEqual([{ one: 1 }]);
});

describe('the servers’ own addresses', () => {
  test('say with which passwords the roles sign in', () => {
    const passwords = readPasswords({
      API_DATABASE_URL: 'postgres://journeybook_api:a%2Fb@db.example/journeybook',
      LTI_DATABASE_URL: 'postgres://journeybook_lti:c@db.example/journeybook?sslmode=require',
    });
    expect([...passwords]).toEqual([
      ['journeybook_api', 'a/b'],
      ['journeybook_lti', 'c'],
    ]);
  });
  test.each(['postgres://owner:s3cret@db.example/journeybook', 'postgres://journeybook_api@db.example/x', 's3cret'])(
    'are refused when they name another user or no password, without saying which: %s',
    (address) => {
      const read = () => readPasswords({ API_DATABASE_URL: address });
      expect(read).toThrow(/^API_DATABASE_URL /);
      expect(read).not.toThrow(/s3cret/);
    },
  );
});
