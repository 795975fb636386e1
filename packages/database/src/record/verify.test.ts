import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Apprenticeship, RecordEntry, RecordEntryId } from '@journeybook/domain';
import {
  competencyAttested,
  council,
  elsewhere,
  entryReversed,
  foundry,
  grace,
  hoursEntryId,
  ojtHoursCredited,
  rtiHoursCredited,
  standardId,
  statusChanged,
  stranger,
} from '@journeybook/domain/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';
import { hashOf } from './check-entries.js';
import { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry } from './record-row.js';
import { readVerifyArguments, verify } from './verify.js';

let world: World;
let agreement: Apprenticeship;
let entries: readonly RecordEntry[];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journeybook-verify-'));
  world = await openWorld();
  await world.addApprenticeship();
  agreement = await world.addApprenticeship();
  entries = await fill(agreement);
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Five entries: a status, approved hours, a course, a skill, and the reversal of the course. */
async function fill({ id: apprenticeship, standard }: Apprenticeship): Promise<readonly RecordEntry[]> {
  const on = () => {
    const id = newId<RecordEntryId>();
    return { id, source: `test/${id}`, apprenticeship };
  };
  const hoursEntry = newId<ReturnType<typeof hoursEntryId>>();
  const hours = ojtHoursCredited({ ...on(), hoursEntry });
  const course = rtiHoursCredited(on());
  const reversal = entryReversed({ ...on(), reverses: course.id });
  const all = [statusChanged(on()), hours, course, competencyAttested(on()), reversal];
  await world.database.transaction(({ record }) => record.append(council, apprenticeship, all));
  await world.sql(
    `insert into hours_entries (id, sponsor_id, apprenticeship_id, employer_id, standard_id, work_process_code, worked_on, minutes,
       note, status, version, logged_at, submitted_at, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, '2026-03-02', $7, '', 'approved', 3, now(), now(), $8, now())`,
    [hoursEntry, council, apprenticeship, foundry, standard, hours.workProcess, hours.minutes, grace],
  );
  return all;
}

/** As somebody with all rights on the database would. */
const tamper = (sql: string, values: unknown[] = []) =>
  world.sql(`set session_replication_role = replica; ${interpolate(sql, values)}`);
const interpolate = (sql: string, values: unknown[]) =>
  sql.replaceAll(/\$(\d)/g, (_, place: string) => `'${String(values[Number(place) - 1]).replaceAll("'", "''")}'`);

const run = (...given: string[]) => verify(world.url, readVerifyArguments(given));
const named = () => `Ada Lopez (agreement ${agreement.id})`;

test('a database as it was written is whole', async () => {
  expect(await run()).toEqual({ whole: true, lines: ['5 entries of 1 apprentices, whole'] });
});

describe('a record that somebody changed is found:', () => {
  /** Another value for each column, of the second entry: the hours. */
  const others: Record<keyof RecordEntryRow, string> = {
    id: newId(),
    sponsorId: elsewhere,
    apprenticeshipId: '',
    sequence: '99',
    kind: 'variance-approved',
    source: 'hours/another',
    standardId: standardId(1),
    subject: 'course',
    code: 'OJT99',
    minutes: '481',
    level: '3',
    occurredOn: '2026-03-01',
    recordedAt: '2026-03-02T00:00:00.001Z',
    answeredBy: stranger,
    reverses: '',
    details: '{}',
    previousHash: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  };
  const columns = Object.keys(others) as (keyof RecordEntryRow)[];

  test('the columns are those of the table', async () => {
    const rows = await world.sql<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'record_entries'`,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(columns.map(snake).toSorted());
  });
  test.each(columns)('%s', async (column) => {
    const [{ id: other }] = (await world.sql<{ id: string }>('select id from apprenticeships where id <> $1', [
      agreement.id,
    ])) as [{ id: string }];
    const first = entries[0]?.id ?? '';
    const value =
      { apprenticeshipId: other, reverses: first, standardId: newId<string>() }[column as 'reverses'] ?? others[column];
    const kind = column === 'reverses' ? `, kind = 'entry-reversed'` : '';
    await tamper(
      `update record_entries set ${snake(column)} = $1${kind} where apprenticeship_id = $2 and sequence = 2`,
      [value, agreement.id],
    );
    const { whole, lines } = await run();
    expect(whole).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^Broken: Ada Lopez \(agreement [\da-f-]{36}\), entry [123] /)]);
  });
  test('a row in the middle is gone', async () => {
    await tamper('delete from record_entries where apprenticeship_id = $1 and sequence = 3', [agreement.id]);
    expect(await run()).toEqual({
      whole: false,
      lines: [`Broken: ${named()}, entry 4 follows on entry 2: entry 3 is missing`],
    });
  });
  test('the last row is gone: the head shows it', async () => {
    await tamper('delete from record_entries where apprenticeship_id = $1 and sequence = 5', [agreement.id]);
    const says = 'is missing: the head of the record says that there are 5 entries, and the last one found is 4';
    expect((await run()).lines).toEqual([`Broken: ${named()}, entry 5 ${says}`]);
  });
  test('all rows are gone', async () => {
    await tamper('delete from record_entries where apprenticeship_id = $1', [agreement.id]);
    expect((await run()).lines[0]).toContain('entry 1 is missing');
  });
  test('two rows changed places', async () => {
    const swap = [3, 4, -3];
    await tamper(
      `alter table record_entries drop constraint record_entries_sequence_check;
       ${[
         [swap[0], swap[2]],
         [swap[1], swap[0]],
         [swap[2], swap[1]],
       ]
         .map(
           ([from, to]) =>
             `update record_entries set sequence = ${to} where apprenticeship_id = $1 and sequence = ${from}`,
         )
         .join('; ')}`,
      [agreement.id],
    );
    expect((await run()).lines).toEqual([
      `Broken: ${named()}, entry 3 is not chained to entry 2: its previous hash is another`,
    ]);
  });
  test('a row was added without its head', async () => {
    await tamper(
      `insert into record_entries select $2, sponsor_id, apprenticeship_id, 6, kind, 'forged', standard_id, subject, code, minutes,
         level, occurred_on, recorded_at, answered_by, null, details, hash, hash
       from record_entries where apprenticeship_id = $1 and sequence = 4`,
      [agreement.id, newId()],
    );
    expect((await run()).whole).toBe(false);
  });
  test('hours are approved that nobody credited, and hours have other minutes than their credit', async () => {
    await tamper(`update hours_entries set minutes = minutes + 1 where apprenticeship_id = $1`, [agreement.id]);
    expect((await run()).lines[0]).toMatch(
      /, credit [\da-f-]{36} is of 450 minutes, and hours [\da-f-]{36} are of 451$/,
    );
    await tamper(`update hours_entries set minutes = 450, id = $2 where apprenticeship_id = $1`, [
      agreement.id,
      newId(),
    ]);
    expect((await run()).lines[0]).toMatch(/stands for hours [\da-f-]{36}, which are not approved$/);
  });
});

describe('totals that are not the sums of the entries', () => {
  test('are told, and counted anew when asked', async () => {
    await tamper('update record_totals set minutes = minutes + 60 where apprenticeship_id = $1', [agreement.id]);
    expect((await run()).lines[0]).toMatch(
      /its total of \S+ \S+ is kept as \d+ minutes .* and its entries come to \d+ minutes/,
    );
    const { whole, lines } = await run('--rebuild-totals');
    expect([whole, lines.length, lines[0]]).toEqual([
      true,
      2,
      expect.stringContaining('Counted the totals anew: Ada Lopez'),
    ]);
    expect((await run()).whole).toBe(true);
  });
  test('are not counted anew out of entries that were changed', async () => {
    await tamper(`update record_entries set minutes = 1 where apprenticeship_id = $1 and sequence = 2`, [agreement.id]);
    expect((await run('--rebuild-totals')).whole).toBe(false);
  });
});

describe('a record that was rewritten to its head', () => {
  /** Writes the record anew from the second entry on, hashes and head and all, as if less had been worked. */
  async function forge(): Promise<void> {
    const rows = await world.sql<RecordEntryRow>(
      `select id, apprenticeship_id as "apprenticeshipId", kind, source, standard_id as "standardId", occurred_on::text as "occurredOn",
         to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
         answered_by as "answeredBy", details, sequence, previous_hash as "previousHash", hash
       from record_entries where apprenticeship_id = $1 order by sequence`,
      [agreement.id],
    );
    let previous = rows[0]?.hash.trim() ?? '';
    for (const row of rows.slice(1)) {
      const details = row.sequence === 4 ? { ...row.details, comment: 'forged' } : row.details;
      const hash = hashOf(previous, row.sequence, toRecordEntry(Object.assign(new RecordEntryRow(), row, { details })));
      await tamper(
        'update record_entries set details = $3, previous_hash = $4, hash = $5 where apprenticeship_id = $1 and sequence = $2',
        [agreement.id, row.sequence, JSON.stringify(details), previous, hash],
      );
      previous = hash;
    }
    await tamper('update record_heads set hash = $2 where apprenticeship_id = $1', [agreement.id, previous]);
  }

  test('cannot be told from a whole one without an anchor, and is found with one', async () => {
    const file = path.join(folder, 'anchor');
    expect((await run('--anchor', file)).whole).toBe(true);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(2);
    await forge();
    expect((await run()).whole).toBe(true);
    expect((await run('--anchor', file)).lines).toEqual([
      `Broken: ${named()}, entry 5 is another than at the check that the anchor is from`,
    ]);
  });
  test('an anchor goes along with what is added, and misses what is cut off with its head', async () => {
    const file = path.join(folder, 'anchor');
    await run('--anchor', file);
    const id = newId<RecordEntryId>();
    const more = competencyAttested({ id, source: `test/${id}`, apprenticeship: agreement.id, level: 4 });
    await world.database.transaction(({ record }) => record.append(council, agreement.id, [more]));
    expect((await run('--anchor', file)).whole).toBe(true);
    await tamper(
      `delete from record_entries where apprenticeship_id = $1 and sequence = 6; delete from record_totals where apprenticeship_id = $1;
       update record_heads h set sequence = 5, hash = e.hash from record_entries e
       where h.apprenticeship_id = $1 and e.apprenticeship_id = $1 and e.sequence = 5`,
      [agreement.id],
    );
    expect((await run('--rebuild-totals')).whole).toBe(true);
    expect((await run('--anchor', file)).lines[0]).toContain(
      'entry 6 was there at the check that the anchor is from, and is gone',
    );
  });
  test('a file that is no anchor is refused', async () => {
    await expect(run('--anchor', new URL(import.meta.url).pathname)).rejects.toThrow('is no anchor');
    expect(() => readVerifyArguments(['--repair'])).toThrow('it takes --anchor file and --rebuild-totals');
  });
});

describe('the second line behind the rights', () => {
  test.each(['record_entries', 'audit_events', 'audit_reach'])(
    'refuses the owner’s own mistake on %s',
    async (table) => {
      const [{ column_name: column }] = (await world.sql<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = $1 limit 1`,
        [table],
      )) as [{ column_name: string }];
      for (const sql of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(world.sql(sql), sql).rejects.toThrow('only grows');
    },
  );
  test.each(['journeybook_api', 'journeybook_lti'] as const)(
    'is not reached by %s, which has no such right',
    async (role) => {
      for (const sql of [
        'update audit_events set address = address',
        'delete from audit_events',
        'truncate audit_reach',
      ])
        await expect(world.sql(sql, [], role), sql).rejects.toMatchObject({ code: '42501' });
    },
  );
});

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
