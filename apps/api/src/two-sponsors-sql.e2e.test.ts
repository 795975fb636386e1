import type { Caller } from '@journeybook/database';
import { actAs } from '@journeybook/database';
import type { Within } from '@journeybook/database/testing';
import { openWithin } from '@journeybook/database/testing';
import type { LmsIdentityId, OrganizationId, Role } from '@journeybook/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner } from './testing/as-owner.js';
import type { RunningApi } from './testing/start-api.js';
import { startApi } from './testing/start-api.js';
import { act } from './testing/two-sponsors/act.js';
import { arrange } from './testing/two-sponsors/arrange.js';
import type { Foreign } from './testing/two-sponsors/foreign.js';
import { foreignIn, foreignOf } from './testing/two-sponsors/foreign.js';
import type { Random } from './testing/two-sponsors/random.js';
import { random } from './testing/two-sponsors/random.js';
import { makeShared, makeSide } from './testing/two-sponsors/side.js';
import type { Known } from './testing/world.js';

const shared = makeShared();
const [alder, birch] = [makeSide('Alder', false), makeSide('Birch', true)];

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly ids: readonly string[];
}

let api: RunningApi;
let foreign: Foreign;
let own: Foreign;
/** What the API's own role reads, and what any policy guards. */
let tables: readonly Table[];
let guarded: readonly Table[];
beforeAll(async () => {
  api = await startApi();
  await arrange(api.database, shared, [alder, birch]);
  await act(api, [alder, birch]);
  foreign = await foreignOf(api.database, birch);
  own = await foreignOf(api.database, alder);
  guarded = await tablesWhere('true');
  tables = await tablesWhere(`has_schema_privilege('journeybook_api', table_schema, 'usage')
    and has_column_privilege('journeybook_api', table_schema || '.' || table_name, column_name, 'select')`);
});
afterAll(() => api.stop());

/** The tables that a policy guards, with those of their columns for which the condition holds. */
const tablesWhere = (condition: string): Promise<Table[]> =>
  asOwner<Table>(
    api.database,
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name, array_agg(column_name::text) as columns,
       coalesce(array_agg(column_name::text) filter (where data_type = 'uuid'), '{}') as ids
     from information_schema.columns
     where (table_schema, table_name) in (select schemaname, tablename from pg_policies)
       and table_schema in ('public', 'lti', 'vault') and ${condition}
     group by 1 order by 1`,
  );

/** Guarded tables whose rows are nobody's, so that none can be the other's. */
const nobodys: Readonly<Record<string, string>> = {
  'lti.tool_keys': 'the keys of the installation itself',
  'public.attempts': 'hashes of what was tried: of an address, say, with the place it was tried from',
};

const person = ({ id }: Known, ...roles: readonly (readonly [Role, OrganizationId])[]): Caller => ({
  kind: 'person',
  person: id,
  roles: roles.map(([role, organization]) => ({ role, organization })),
});
const launch = (role: 'instructor' | 'learner', college: OrganizationId, who: Known | null): Caller => ({
  kind: 'launch',
  role,
  college,
  identity: who?.id as unknown as LmsIdentityId,
  person: who?.id ?? null,
});

/** Whoever has a role with Alder alone; whoever works for both sees both, and is no test of the boundary. */
const callers: readonly (readonly [string, Caller])[] = [
  ['an apprentice at its own employer', person(alder.inside, ['apprentice', alder.works])],
  ['an apprentice at the employer that both share', person(alder.outside, ['apprentice', shared.shop])],
  ['a mentor', person(alder.guide, ['mentor', alder.works])],
  ['an employer’s administrator', person(alder.boss, ['employer-admin', alder.works])],
  ['a college’s administrator', person(alder.dean, ['college-admin', alder.school])],
  ['an instructor in the portal', person(alder.teacher, ['instructor', alder.school])],
  ['an auditor', person(alder.auditor, ['auditor', alder.sponsor])],
  ['the sponsor’s administrator', person(alder.admin, ['sponsor-admin', alder.sponsor])],
  ['an instructor in a course of its own college', launch('instructor', alder.school, null)],
  ['a learner of its own college', launch('learner', alder.school, alder.inside)],
];

/** A condition as an erring query might have it: on ids of the other, on its words, on nothing. */
function anyCondition(table: Table, numbers: Random): string {
  const { columns, ids } = table;
  const wanted = numbers.pick([...foreign.ids]);
  const conditions = [
    'true',
    'not exists (select where false)',
    `(${listOf(table)})::text ilike '%${foreign.mark}%'`,
    `t."${numbers.pick(columns)}"::text ilike '%${foreign.mark}%'`,
    ...ids.map((column) => `t.${column} = '${wanted}'`),
    ...ids.map((column) => `t.${column} <> '${wanted}' or true`),
    ...ids.map((column) => `t.${column} = any ('{${[...foreign.ids].join(',')}}')`),
  ];
  return numbers.pick(conditions);
}

const listOf = ({ columns }: Table) => columns.map((column) => `t."${column}"`).join(', ');

async function readAtRandom(within: Within, numbers: Random): Promise<{ leaks: string[]; own: number }> {
  const leaks: string[] = [];
  let seen = 0;
  for (let left = 1_000; left > 0; left -= 1) {
    const [one, other] = [numbers.pick(tables), numbers.pick(tables)];
    const condition = anyCondition(one, numbers);
    const joined = numbers.below(4) === 0 ? `join ${other.name} o on true` : '';
    const statement = `select ${listOf(one)} from ${one.name} t ${joined} where ${condition} limit 200`;
    const text = JSON.stringify(await within.query(statement));
    if (foreignIn(text, foreign).length > 0) leaks.push(`${statement} -> ${text.slice(0, 300)}`);
    if (foreignIn(text, own).length > 0) seen += 1;
  }
  return { leaks, own: seen };
}

test('every table that a policy guards holds a row of the other, or stands in a list with the reason why not', async () => {
  const empty: string[] = [];
  for (const table of guarded) {
    const rows = await asOwner(api.database, `select * from ${table.name}`);
    if (foreignIn(JSON.stringify(rows), foreign).length === 0) empty.push(table.name);
  }
  expect(empty).toEqual(Object.keys(nobodys));
  expect(guarded.length).toBeGreaterThan(70);
  expect(tables.map(({ name }) => name)).not.toContain('public.attempts');
});

describe.each(callers)('with the API’s own role, %s of one', (_, caller) => {
  const index = callers.findIndex(([, one]) => one === caller);

  test('reads no row of the other from any table, in 1,000 statements at random', async () => {
    const within = await openWithin(api.databaseUrl, caller);
    for (const table of tables) {
      const rows = await within.query(`select ${listOf(table)} from ${table.name} t`);
      expect(foreignIn(JSON.stringify(rows), foreign), table.name).toEqual([]);
    }
    const { leaks, own: seen } = await readAtRandom(within, random(index + 1));
    expect(leaks).toEqual([]);
    expect(seen).toBeGreaterThan(20);
    await within.end();
  });

  test('finds no agreement of the other, though a use-case forgets to ask whose it is', async () => {
    const theirs = await api.database.read.apprenticeships.listOfSponsors([birch.sponsor]);
    expect(theirs).toHaveLength(4);
    const acting = { caller, requestId: '', address: '', action: '' };
    const ids = theirs.map(({ id }) => id);
    const found = await actAs(acting, () => api.services.database.read.agreements.findAll(ids));
    expect([...found.keys()]).toEqual([]);
  });

  test('changes, deletes and adds no row of the other', async () => {
    const within = await openWithin(api.databaseUrl, caller);
    for (const { name, ids } of guarded) {
      const theirs = ids.map((column) => `${column} = any ($1)`).join(' or ');
      if (theirs === '') continue;
      const values = [[...foreign.ids]];
      for (const statement of [
        ...ids.map((column) => `update ${name} set ${column} = ${column} where ${theirs} returning 1`),
        `delete from ${name} where ${theirs} returning 1`,
      ])
        expect(await refusedOrNone(within, statement, values), statement).toBe(true);
      for (const { row } of await asOwner<{ row: string }>(
        api.database,
        `select row_to_json(t)::text as row from ${name} t where ${theirs} limit 3`,
        values,
      )) {
        const statement = `insert into ${name} select * from json_populate_record(null::${name}, $1)`;
        expect(await refusedOrNone(within, statement, [row]), `${statement} ${row}`).toBe(true);
      }
    }
    await within.end();
  });
});

/** Whether a statement was refused by rights or policies (or found its row taken), or did nothing. */
async function refusedOrNone(within: Within, statement: string, values: readonly unknown[]): Promise<boolean> {
  try {
    return (await within.query(statement, values)).length === 0 && !statement.startsWith('insert');
  } catch (error) {
    return ['42501', '23505', '428C9'].includes((error as { code?: string }).code ?? '');
  }
}

test('with nobody’s reach, or with a machine’s, the API’s own role reads nothing at all', async () => {
  for (const caller of [{ kind: 'nobody' }, { kind: 'machine' }] as const) {
    const within = await openWithin(api.databaseUrl, caller);
    for (const table of tables)
      expect(await within.query(`select ${listOf(table)} from ${table.name} t`), table.name).toEqual([]);
    await within.end();
  }
});
