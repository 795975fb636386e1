import { createTestDatabase, Database } from '@journeybook/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOwner } from './testing/as-owner.js';
import type { BuiltApi } from './testing/run-built-api.js';
import { runBuiltApi } from './testing/run-built-api.js';
import { buildWorld, password, people } from './testing/world.js';

let database: Database;
let api: BuiltApi;
let drop: () => Promise<void>;
beforeAll(async () => {
  const testDatabase = await createTestDatabase();
  drop = testDatabase.drop;
  database = await Database.openAsOwner({ url: testDatabase.url });
  await buildWorld(database);
  api = await runBuiltApi(testDatabase.url);
});
afterAll(async () => {
  await api.kill();
  await database.close();
  await drop();
});

test('the server signs in as its own roles and as nobody else, and none of them can take another on', async () => {
  const body = JSON.stringify({ email: people.councilAdmin.email, password });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${api.url}/api/session`, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  const connected = await asOwner<{ login: string; memberships: number }>(
    database,
    `select distinct a.usename as login,
       (select count(*)::int from pg_auth_members m where m.member = a.usesysid) as memberships
     from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
       and a.usename <> current_user order by 1`,
  );
  // A connection that nothing has used for ten seconds is given back, so those of the jobs and of the vault may be there or not.
  const logins = ['access', 'api', 'jobs', 'vault'].map((role) => `journeybook_${role}`);
  expect(connected.map(({ login }) => login)).toEqual(
    expect.arrayContaining(['journeybook_access', 'journeybook_api']),
  );
  for (const { login, memberships } of connected) {
    expect(logins).toContain(login);
    expect(memberships).toBe(0);
  }
});
