import type { ApprenticeshipId, OrganizationId, Total } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import type { Anchor } from './anchor.js';
import type { Broken, KeptHead } from './check-entries.js';
import { ChainWalk } from './check-entries.js';
import type { ApprovedHours } from './check-totals.js';
import { checkHours, checkTotals } from './check-totals.js';
import type { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry } from './record-row.js';

/** Agreements looked at together, and entries read at once: what is in memory is these and the longest single record. */
const agreementsAtOnce = 50;
const entriesAtOnce = 2_000;

export interface BrokenRecord extends Broken {
  readonly apprenticeship: ApprenticeshipId;
  readonly sponsor: OrganizationId;
  readonly apprentice: string;
  /** Whether only a total is another, which can be counted anew from the entries. */
  readonly onlyTotals: boolean;
}

export interface Verified {
  readonly entries: number;
  readonly records: number;
}

interface AgreementFacts {
  readonly id: ApprenticeshipId;
  readonly sponsor: OrganizationId;
  readonly apprentice: string;
  readonly head: KeptHead | null;
  readonly totals: readonly Total[];
  readonly hours: readonly ApprovedHours[];
}

/**
 * Walks every record of the database, one agreement after the other, and tells of each that is broken what is first wrong with it. Run
 * within one snapshot, it may be run beside working servers. `anchor` is told each head, and compares it with one from before.
 */
export async function* verifyRecords(
  manager: EntityManager,
  anchor: Anchor,
): AsyncGenerator<BrokenRecord, Verified, undefined> {
  const counted = { entries: 0, records: 0 };
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const batch = await readAgreements(manager, after);
    const last = batch.at(-1);
    if (!last) return counted;
    const entries = new EntryReader(manager, after, last.id);
    for (const facts of batch) {
      const rows = await entries.of(facts.id);
      const broken = checkRecord(facts, rows, anchor);
      counted.entries += rows.length;
      counted.records += rows.length > 0 ? 1 : 0;
      if (broken) yield broken;
    }
    after = last.id;
  }
}

function checkRecord(facts: AgreementFacts, rows: readonly RecordEntryRow[], anchor: Anchor): BrokenRecord | null {
  const { id: apprenticeship, sponsor, apprentice, head } = facts;
  const named = (broken: Broken, onlyTotals = false) => ({
    ...broken,
    apprenticeship,
    sponsor,
    apprentice,
    onlyTotals,
  });
  const walk = new ChainWalk(sponsor);
  for (const row of rows) {
    const broken = walk.next(row) ?? anchor.check(apprenticeship, row);
    if (broken) return named(broken);
  }
  const end = walk.end(head) ?? anchor.end(apprenticeship, rows.at(-1) ?? null);
  if (end) return named(end);
  const entries = rows.map(toRecordEntry);
  const hours = checkHours(entries, facts.hours);
  if (hours) return named(hours);
  const totals = checkTotals(entries, facts.totals);
  return totals && named(totals, true);
}

/** Reads the entries of a range of agreements in the order of the walk, a page at a time. */
class EntryReader {
  private page: readonly RecordEntryRow[] = [];
  private at = 0;
  private done = false;

  constructor(
    private readonly manager: EntityManager,
    private readonly after: string,
    private readonly until: string,
  ) {}

  async of(apprenticeship: string): Promise<readonly RecordEntryRow[]> {
    const own: RecordEntryRow[] = [];
    for (let row = await this.peek(); row?.apprenticeshipId === apprenticeship; row = await this.peek()) {
      own.push(row);
      this.at += 1;
    }
    return own;
  }

  private async peek(): Promise<RecordEntryRow | undefined> {
    if (this.at < this.page.length || this.done) return this.page[this.at];
    const last = this.page.at(-1);
    this.page = await this.manager.query<RecordEntryRow[]>(selectEntries, [
      last?.apprenticeshipId ?? this.after,
      last?.sequence ?? 2_147_483_647,
      this.until,
      entriesAtOnce,
    ]);
    this.at = 0;
    this.done = this.page.length < entriesAtOnce;
    return this.page[0];
  }
}

const selectEntries = `
  select id, sponsor_id as "sponsorId", apprenticeship_id as "apprenticeshipId", sequence, kind, source,
    standard_id as "standardId", subject, code, minutes, level, occurred_on as "occurredOn", recorded_at as "recordedAt",
    answered_by as "answeredBy", reverses, details, previous_hash as "previousHash", hash
  from record_entries where (apprenticeship_id, sequence) > ($1, $2) and apprenticeship_id <= $3
  order by apprenticeship_id, sequence limit $4`;

const readAgreements = (manager: EntityManager, after: string): Promise<AgreementFacts[]> =>
  manager.query<AgreementFacts[]>(
    `select a.id, a.sponsor_id as sponsor, p.name as apprentice,
       (select json_build_object('sequence', h.sequence, 'hash', h.hash) from record_heads h where h.apprenticeship_id = a.id)
         as head,
       coalesce((select json_agg(json_build_object('subject', t.subject, 'code', t.code, 'minutes', t.minutes,
         'advancedMinutes', t.advanced_minutes, 'varianceMinutes', t.variance_minutes, 'level', t.level, 'entries', t.entries))
         from record_totals t where t.apprenticeship_id = a.id and t.entries > 0), '[]') as totals,
       coalesce((select json_agg(json_build_object('id', e.id, 'minutes', e.minutes)) from hours_entries e
         where e.apprenticeship_id = a.id and e.status = 'approved'), '[]') as hours
     from apprenticeships a join people p on p.id = a.apprentice_id where a.id > $1 order by a.id limit ${agreementsAtOnce}`,
    [after],
  );
