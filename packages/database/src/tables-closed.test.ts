import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseRoles } from './roles.js';
import type { World } from './world/open-world.js';
import { openWorld } from './world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Tables that no policy guards, and why none has to. */
const exempt: Readonly<Record<string, string>> = {
  'public.migrations': 'which migrations ran; no role of the servers may read it',
};

test('every table has row-level security, or stands in a list with the reason why not', async () => {
  const open = await world.sql<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'lti') and c.relkind in ('r', 'p') and not c.relrowsecurity order by 1`,
  );
  expect(open.map(({ name }) => name)).toEqual(Object.keys(exempt));
  for (const name of Object.keys(exempt))
    for (const role of databaseRoles)
      await expect(world.sql(`select from ${name}`, [], role)).rejects.toMatchObject({ code: '42501' });
});

test('no view reads the tables past their policies', async () => {
  const views = await world.sql(`select from pg_views where schemaname in ('public', 'lti', 'reach')`);
  expect(views).toEqual([]);
});

test('whatever runs with the owner’s rights looks in no schema that others write to, and is not for everybody', async () => {
  const functions = await world.sql<{ name: string; path: string; open: boolean }>(
    `select p.proname as name, array_to_string(p.proconfig, ' ') as path,
       p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0) as open
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  expect(functions.length).toBeGreaterThan(10);
  for (const { name, path, open } of functions)
    expect([name, path, open]).toEqual([name, expect.stringMatching(/^search_path=(public|lti), pg_temp$/), false]);
});
