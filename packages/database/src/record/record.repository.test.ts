import { createHash } from 'node:crypto';
import type { Apprenticeship, RecordEntry, RecordEntryId, Total } from '@journeybook/domain';
import { chainStart, chainText, minutes, reverseEntry, totals } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competencyAttested,
  competencyCode,
  competencyDemonstrated,
  competencyObserved,
  completionAwarded,
  completionReturned,
  council,
  courseCode,
  credentialEarned,
  day,
  employerChanged,
  entryReversed,
  grace,
  hoursEntryId,
  masteryAttested,
  now,
  ojtHoursCredited,
  processCode,
  rtiHoursCredited,
  standardChanged,
  standardId,
  statusChanged,
  varianceApproved,
  wageStepGiven,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../new-id.js';
import { databaseRoles } from '../roles.js';
import type { World } from '../world/open-world.js';
import { openWorld } from '../world/open-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** An id and a source of its own, on the record of this agreement. */
const on = ({ id: apprenticeship }: Apprenticeship) => {
  const id = newId<RecordEntryId>();
  return { id, source: `test/${id}`, apprenticeship };
};
const append = (agreement: Apprenticeship, entries: readonly RecordEntry[]) =>
  world.database.transaction(({ record }) => record.append(council, agreement.id, entries));
const list = (agreement: Apprenticeship) => world.database.read.record.list(agreement.id);

interface ChainRow {
  readonly sequence: number;
  readonly hash: string;
  readonly previous_hash: string;
}

/** Computes every hash anew from the entries as they are read, and holds the rows against them. */
async function expectChainHolds(agreement: Apprenticeship): Promise<void> {
  const rows = await world.sql<ChainRow>(
    'select sequence, hash, previous_hash from record_entries where apprenticeship_id = $1 order by sequence',
    [agreement.id],
  );
  let previous = chainStart;
  const computed = (await list(agreement)).map((entry, index): ChainRow => {
    const hash = createHash('sha256')
      .update(chainText(previous, index + 1, entry))
      .digest('hex');
    const row = { sequence: index + 1, hash, previous_hash: previous };
    previous = hash;
    return row;
  });
  expect(rows).toEqual(computed);
  const [head] = await world.sql<{ sequence: number; hash: string }>(
    'select sequence, hash from record_heads where apprenticeship_id = $1',
    [agreement.id],
  );
  expect(head).toEqual({ sequence: rows.length, hash: previous });
}

describe('an entry of the record', () => {
  test('of every kind comes back field for field, and the chain holds', async () => {
    const agreement = await world.addApprenticeship();
    const credit = ojtHoursCredited({ ...on(agreement), note: 'Ärger mit “Linie 3” \u{1F6E0}\n\t\\ "quoted"' });
    const entries: RecordEntry[] = [
      statusChanged(on(agreement)),
      credit,
      rtiHoursCredited({ ...on(agreement), scorePercent: 91.333_333_333_333_33 }),
      rtiHoursCredited({ ...on(agreement), course: courseCode('RTI11'), scorePercent: null }),
      competencyAttested(on(agreement)),
      advancedStandingGranted(on(agreement)),
      entryReversed({ ...on(agreement), reverses: credit.id }),
      competencyDemonstrated(on(agreement)),
      competencyObserved(on(agreement)),
      varianceApproved(on(agreement)),
      employerChanged(on(agreement)),
      wageStepGiven(on(agreement)),
      credentialEarned(on(agreement)),
      standardChanged(on(agreement)),
      masteryAttested(on(agreement)),
      completionReturned(on(agreement)),
      completionAwarded(on(agreement)),
    ];
    await append(agreement, entries.slice(0, 3));
    await append(agreement, entries.slice(3));
    expect(await list(agreement)).toEqual(entries);
    await expectChainHolds(agreement);
  });
  test('takes its turn when many are added at once', async () => {
    const agreement = await world.addApprenticeship();
    await Promise.all(Array.from({ length: 30 }, () => append(agreement, [ojtHoursCredited(on(agreement))])));
    await expectChainHolds(agreement);
    expect(await world.database.read.record.totals(agreement.id)).toMatchObject([{ minutes: 30 * 450, entries: 30 }]);
  });
  test('is none when the list is empty', async () => {
    const agreement = await world.addApprenticeship();
    await append(agreement, []);
    expect(await list(agreement)).toEqual([]);
  });
});

describe('the same fact a second time', () => {
  test('is refused, and everything of its transaction is undone', async () => {
    const agreement = await world.addApprenticeship();
    const credit = ojtHoursCredited(on(agreement));
    await append(agreement, [credit]);
    const again = [ojtHoursCredited(on(agreement)), ojtHoursCredited({ ...credit, id: newId() })];
    await expect(append(agreement, again)).rejects.toMatchObject({ driverError: { code: '23505' } });
    expect(await list(agreement)).toEqual([credit]);
    expect(await world.database.read.record.totals(agreement.id)).toMatchObject([{ minutes: 450, entries: 1 }]);
    await expectChainHolds(agreement);
  });
  test('is one entry of many that are added at once', async () => {
    const agreement = await world.addApprenticeship();
    const { source } = on(agreement);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => append(agreement, [ojtHoursCredited({ ...on(agreement), source })])),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await list(agreement)).toHaveLength(1);
  });
  test('is another fact under another kind', async () => {
    const agreement = await world.addApprenticeship();
    const { source } = on(agreement);
    await append(agreement, [
      ojtHoursCredited({ ...on(agreement), source }),
      statusChanged({ ...on(agreement), source }),
    ]);
    expect(await list(agreement)).toHaveLength(2);
  });
  test('is a reversal of what is reversed already, even under another source', async () => {
    const agreement = await world.addApprenticeship();
    const credit = ojtHoursCredited(on(agreement));
    const reversal = () => entryReversed({ ...on(agreement), reverses: credit.id });
    await append(agreement, [credit, reversal()]);
    await expect(append(agreement, [reversal()])).rejects.toMatchObject({ driverError: { code: '23505' } });
  });
});

describe('the rights on the record', () => {
  const denied = { code: '42501' };
  test.each(databaseRoles)('let %s change nothing that is on it', async (role) => {
    const agreement = await world.addApprenticeship();
    await append(agreement, [ojtHoursCredited(on(agreement))]);
    for (const statement of [
      'update record_entries set minutes = 1',
      `update record_entries set details = '{}' where false`,
      'delete from record_entries where false',
      'truncate record_entries cascade',
      'alter table record_entries drop column hash',
      'drop table record_entries cascade',
      'create table public.of_my_own (id int)',
      'alter table record_entries disable row level security',
      'alter table record_entries disable trigger all',
      'drop policy reach on record_entries',
      'alter role current_user bypassrls',
      'set session_replication_role = replica',
    ])
      await expect(world.sql(statement, [], role), statement).rejects.toMatchObject(denied);
    expect(await list(agreement)).toHaveLength(1);
  });
  test('let the LTI tool read no table of the record, its people or its courses', async () => {
    const tables = await world.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables)
      await expect(world.sql(`select from "${name}"`, [], 'journeybook_lti'), name).rejects.toMatchObject(denied);
  });
  test('let the API read no launch of the LTI tool', async () => {
    await expect(world.sql('select from lti.oidc_states', [], 'journeybook_api')).rejects.toMatchObject(denied);
  });
  test.each([
    ['standards', 'version'],
    ['work_processes', 'title'],
    ['competencies', 'title'],
    ['rti_courses', 'title'],
  ])('let the API change no published standard (%s)', async (table, column) => {
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`])
      await expect(world.sql(statement, [], 'journeybook_api'), statement).rejects.toMatchObject(denied);
  });
});

describe('the totals that are kept', () => {
  /** A small generator with a seed: the same numbers on every machine. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  function anyEntry(
    agreement: Apprenticeship,
    below: (limit: number) => number,
    reversible: RecordEntry[],
  ): RecordEntry {
    const key = on(agreement);
    const length = minutes(1 + below(600));
    const workProcess = processCode(['WP01', 'WP06'][below(2)] ?? 'WP01');
    const kinds: (() => RecordEntry)[] = [
      () => ojtHoursCredited({ ...key, workProcess, minutes: length }),
      () => rtiHoursCredited({ ...key, course: courseCode(['RTI03', 'RTI11'][below(2)] ?? 'RTI03'), minutes: length }),
      () => varianceApproved({ ...key, workProcess, minutes: length }),
      () => competencyObserved({ ...key, competency: competencyCode('WP01.01') }),
      () => credentialEarned(key),
      () =>
        advancedStandingGranted({
          ...key,
          subject: { kind: 'competency', competency: competencyCode('WP01.06'), level: 3 },
        }),
      () =>
        competencyAttested({
          ...key,
          competency: competencyCode(['WP01.01', 'WP01.06'][below(2)] ?? ''),
          level: 1 + below(4),
        }),
      () => advancedStandingGranted({ ...key, subject: { kind: 'work-process', workProcess, minutes: length } }),
      () => statusChanged(key),
    ];
    const [entry] = below(3) === 0 ? reversible.splice(below(reversible.length), 1) : [];
    if (entry && entry.kind !== 'entry-reversed')
      return reverseEntry(entry, { id: key.id, by: grace, at: now, on: day('2026-03-04'), reason: 'Mistaken' });
    const made = kinds[below(kinds.length)]?.() ?? statusChanged(key);
    reversible.push(made);
    return made;
  }

  // PostgreSQL sorts by its own collation; which total comes first says nothing.
  const byName = (list: readonly Total[]) =>
    new Map(list.map((total) => [`${total.subject} ${total.code}`, { varianceMinutes: 0, ...total }]));

  test.each([1, 2, 3, 4, 5])(
    'are what the entries say, after every one of many additions and reversals (%i)',
    async (seed) => {
      const agreement = await world.addApprenticeship();
      const below = numbers(seed);
      const reversible: RecordEntry[] = [];
      for (let step = 0; step < 12; step += 1) {
        const added = Array.from({ length: 1 + below(6) }, () => anyEntry(agreement, below, reversible));
        await append(agreement, added);
        expect(byName(await world.database.read.record.totals(agreement.id))).toEqual(
          byName(totals(await list(agreement))),
        );
      }
      expect((await list(agreement)).some((entry) => entry.kind === 'entry-reversed')).toBe(true);
      await expectChainHolds(agreement);
    },
  );
});

test('what was done about skills is read with the reversals and the moves, and without the hours', async () => {
  const agreement = await world.addApprenticeship();
  const attested = competencyAttested(on(agreement));
  const entries = [
    ojtHoursCredited(on(agreement)),
    competencyDemonstrated(on(agreement)),
    competencyObserved(on(agreement)),
    attested,
    statusChanged(on(agreement)),
    entryReversed({ ...on(agreement), reverses: attested.id }),
    standardChanged({ ...on(agreement), to: standardId(9) }),
  ];
  await append(agreement, entries);
  const kept = entries.filter((entry) => entry.kind !== 'ojt-hours-credited' && entry.kind !== 'status-changed');
  expect(await world.database.read.record.listCompetencies(agreement.id)).toEqual(kept);
});

describe('what stands', () => {
  test('of a course is its latest credit, and how often it was entered', async () => {
    const agreement = await world.addApprenticeship();
    const [first, second] = [rtiHoursCredited(on(agreement)), rtiHoursCredited(on(agreement))];
    const standing = () => world.database.read.record.standingCredit(agreement.id, first.course);
    expect(await standing()).toMatchObject({ entry: null, times: 0 });
    await append(agreement, [first, second]);
    expect(await standing()).toMatchObject({ entry: { id: second.id }, times: 2 });
    await append(agreement, [entryReversed({ ...on(agreement), reverses: second.id })]);
    expect(await standing()).toMatchObject({ entry: { id: first.id }, times: 2 });
    await append(agreement, [entryReversed({ ...on(agreement), reverses: first.id })]);
    expect(await standing()).toMatchObject({ entry: null, times: 2 });
  });
  test('of a course is found under its code of today', async () => {
    const agreement = await world.addApprenticeship();
    const credit = rtiHoursCredited(on(agreement));
    const mapping = [{ subject: 'course' as const, from: credit.course, to: 'CRS-NEW' }];
    const moved = standardChanged({ ...on(agreement), standard: credit.standard, to: standardId(9), mapping });
    await append(agreement, [credit, moved]);
    const { record } = world.database.read;
    expect(await record.standingCredit(agreement.id, courseCode('CRS-NEW'))).toMatchObject({
      entry: { id: credit.id },
    });
    expect(await record.standingCredit(agreement.id, credit.course)).toMatchObject({ entry: null });
    expect(await record.totals(agreement.id)).toMatchObject([{ subject: 'course', code: 'CRS-NEW', entries: 1 }]);
  });
  test('knows hours that were ever credited, though reversed since', async () => {
    const agreement = await world.addApprenticeship();
    const credit = ojtHoursCredited({ ...on(agreement), hoursEntry: newId() });
    const ever = () => world.database.read.record.everCredited(agreement.id, [hoursEntryId(77), credit.hoursEntry]);
    expect(await ever()).toBe(false);
    await append(agreement, [credit, entryReversed({ ...on(agreement), reverses: credit.id })]);
    expect(await ever()).toBe(true);
  });
});
