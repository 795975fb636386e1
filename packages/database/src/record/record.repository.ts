import { createHash } from 'node:crypto';
import type {
  ApprenticeshipId,
  CourseCode,
  HoursEntryId,
  OrganizationId,
  RecordEntry,
  RecordEntryId,
  StandardId,
  StatusChanged,
  Total,
} from '@journeybook/domain';
import { chainStart, chainText, contribution, currentCode, totals } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any, In, IsNull } from 'typeorm';
import { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry, toRecordRow } from './record-row.js';

interface Head {
  readonly sequence: number;
  readonly hash: string;
  /** Whether the apprentice ever went over to another version: then codes are read through the mapping. */
  readonly moved: boolean;
}

/** Kinds without a subject: they are about the agreement itself. */
export type AgreementEntryKind =
  | 'status-changed'
  | 'employer-changed'
  | 'standard-changed'
  | 'wage-step-given'
  | 'credential-earned'
  | 'mastery-attested'
  | 'completion-returned'
  | 'completion-awarded';

/** Where the record stands on one subject. */
export interface Standing {
  /** The entry that counts, the latest; null when none stands. */
  readonly entry: { readonly id: RecordEntryId } | null;
  /** Entries of the subject ever made, reversed ones included. */
  readonly times: number;
}

/**
 * The record. Entries are added and never changed: the role this runs under could not. Each is chained by its hash to the one
 * before it, and the totals are brought along in the same transaction.
 */
export class RecordRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds entries of one apprenticeship in the order given. Throws when one with the same kind and source is there already. */
  async append(
    sponsor: OrganizationId,
    apprenticeship: ApprenticeshipId,
    entries: readonly RecordEntry[],
  ): Promise<void> {
    if (entries.length === 0) return;
    let head = await this.lockHead(apprenticeship);
    const rows = entries.map((entry): RecordEntryRow => {
      const previousHash = head.hash;
      const sequence = head.sequence + 1;
      const hash = hashOf(previousHash, sequence, entry);
      head = { ...head, sequence, hash };
      return { ...toRecordRow(entry), sponsorId: sponsor, sequence, previousHash, hash };
    });
    await this.insert(rows);
    if (head.moved || entries.some((entry) => entry.kind === 'standard-changed'))
      await this.rebuildTotals(sponsor, apprenticeship);
    else {
      await this.addToTotals(sponsor, entries);
      await this.recountReversed(apprenticeship, entries);
    }
    await this.manager.query('update record_heads set sequence = $2, hash = $3 where apprenticeship_id = $1', [
      apprenticeship,
      head.sequence,
      head.hash,
    ]);
  }

  /** The entries with those ids, in the order of the record. */
  async findAll(ids: readonly RecordEntryId[]): Promise<readonly RecordEntry[]> {
    const rows = await this.manager.find(RecordEntryRow, { where: { id: In([...ids]) }, order: { sequence: 'ASC' } });
    return rows.map(toRecordEntry);
  }

  /** The entries that carry these sources, by source. */
  async findBySource(kind: RecordEntry['kind'], sources: readonly string[]): Promise<readonly RecordEntry[]> {
    return (await this.manager.findBy(RecordEntryRow, { kind, source: In([...sources]) })).map(toRecordEntry);
  }

  /** Whether any of these hours was ever credited, be it reversed since and the hours discarded. */
  async everCredited(apprenticeship: ApprenticeshipId, hours: readonly HoursEntryId[]): Promise<boolean> {
    const [row] = await this.manager.query<{ found: boolean }[]>(
      `select exists (select from record_entries where apprenticeship_id = $1 and subject = 'work-process'
         and kind = 'ojt-hours-credited' and details ->> 'hoursEntry' = any($2)) as found`,
      [apprenticeship, hours],
    );
    return row?.found ?? false;
  }

  /** The whole record, first entry first. */
  async list(apprenticeship: ApprenticeshipId): Promise<readonly RecordEntry[]> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: apprenticeship },
      order: { sequence: 'ASC' },
    });
    return rows.map(toRecordEntry);
  }

  /** What was done about skills, with every reversal and every change of standard to read it by; first entry first. */
  async listCompetencies(apprenticeship: ApprenticeshipId): Promise<readonly RecordEntry[]> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: [
        { apprenticeshipId: apprenticeship, subject: 'competency' },
        { apprenticeshipId: apprenticeship, subject: IsNull(), kind: In(['entry-reversed', 'standard-changed']) },
      ],
      order: { sequence: 'ASC' },
    });
    return rows.map(toRecordEntry);
  }

  /** Entries of kinds that are about the agreement itself (status, employer, standard, completion), first entry first. */
  async listAgreement<Kind extends AgreementEntryKind>(
    apprenticeship: ApprenticeshipId,
    kinds: readonly Kind[],
  ): Promise<readonly Extract<RecordEntry, { kind: Kind }>[]> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: apprenticeship, subject: IsNull(), kind: In([...kinds]) },
      order: { sequence: 'ASC' },
    });
    return rows.map((row) => toRecordEntry(row) as Extract<RecordEntry, { kind: Kind }>);
  }

  /** The changes of status of several agreements, by agreement. */
  listStatusChanges(
    apprenticeships: readonly ApprenticeshipId[],
  ): Promise<ReadonlyMap<ApprenticeshipId, readonly StatusChanged[]>> {
    return this.listOfAgreements(apprenticeships, ['status-changed']);
  }

  /** As `listAgreement`, of several agreements in one statement, by agreement; those without any are left out. */
  async listOfAgreements<Kind extends AgreementEntryKind>(
    apprenticeships: readonly ApprenticeshipId[],
    kinds: readonly Kind[],
  ): Promise<ReadonlyMap<ApprenticeshipId, readonly Extract<RecordEntry, { kind: Kind }>[]>> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: Any([...apprenticeships]), subject: IsNull(), kind: In([...kinds]) },
      order: { sequence: 'ASC' },
    });
    const byAgreement = Map.groupBy(rows, (row) => row.apprenticeshipId as ApprenticeshipId);
    const toEntry = (row: RecordEntryRow) => toRecordEntry(row) as Extract<RecordEntry, { kind: Kind }>;
    return new Map([...byAgreement].map(([id, own]) => [id, own.map(toEntry)]));
  }

  /** Which of these entries another one takes back. */
  async reversedAmong(ids: readonly RecordEntryId[]): Promise<ReadonlySet<RecordEntryId>> {
    const rows = await this.manager.findBy(RecordEntryRow, { reverses: In([...ids]) });
    return new Set(rows.flatMap((row) => (row.reverses === null ? [] : [row.reverses as RecordEntryId])));
  }

  /** How often entries of a kind were ever made about a code, reversed ones included. */
  async countOf(apprenticeship: ApprenticeshipId, kind: RecordEntry['kind'], code: string): Promise<number> {
    return this.manager.countBy(RecordEntryRow, { apprenticeshipId: apprenticeship, kind, code });
  }

  async totals(apprenticeship: ApprenticeshipId): Promise<readonly Total[]> {
    return this.manager.query(
      `select subject, code, minutes, advanced_minutes as "advancedMinutes", variance_minutes as "varianceMinutes", level,
         entries from record_totals
       where apprenticeship_id = $1 and entries > 0 order by subject, code`,
      [apprenticeship],
    );
  }

  /** What stands for a course under the code of today, and how often it was entered before. */
  async standingCredit(apprenticeship: ApprenticeshipId, code: CourseCode): Promise<Standing> {
    const changes = await this.listAgreement(apprenticeship, ['standard-changed']);
    const rows = await this.manager.find(RecordEntryRow, {
      where: {
        apprenticeshipId: apprenticeship,
        kind: 'rti-hours-credited',
        ...(changes.length === 0 ? { code } : {}),
      },
      order: { sequence: 'DESC' },
    });
    const reversed = await this.reversedAmong(rows.map((row) => row.id as RecordEntryId));
    const own = rows.filter(
      (row) =>
        currentCode(changes, { standard: row.standardId as StandardId, subject: 'course', code: row.code ?? '' }) ===
        code,
    );
    const entry = own.find((row) => !reversed.has(row.id as RecordEntryId));
    // Under a code that meant something else before, the number still has to be one that no source has.
    const times = rows.filter((row) => row.code === code || own.includes(row)).length;
    return { entry: entry ? { id: entry.id as RecordEntryId } : null, times };
  }

  /** One writer per record at a time: the chain has one end. */
  private async lockHead(apprenticeship: ApprenticeshipId): Promise<Head> {
    const [head] = await this.manager.query<Head[]>(
      `insert into record_heads (apprenticeship_id, sequence, hash) values ($1, 0, $2)
       on conflict (apprenticeship_id) do update set sequence = record_heads.sequence returning sequence, hash,
         exists (select from record_entries e where e.apprenticeship_id = $1 and e.subject is null
           and e.kind = 'standard-changed') as moved`,
      [apprenticeship, chainStart],
    );
    if (!head) throw new Error('the head of the record was not returned');
    return head;
  }

  private async insert(rows: readonly RecordEntryRow[]): Promise<void> {
    await this.manager.query(
      `insert into record_entries (id, sponsor_id, apprenticeship_id, sequence, kind, source, standard_id, subject, code,
         minutes, level, occurred_on, recorded_at, answered_by, reverses, details, previous_hash, hash)
       select id, "sponsorId", "apprenticeshipId", sequence, kind, source, "standardId", subject, code, minutes, level,
         "occurredOn", "recordedAt", "answeredBy", reverses, details, "previousHash", hash
       from jsonb_to_recordset($1::jsonb) as n(id uuid, "sponsorId" uuid, "apprenticeshipId" uuid, sequence int, kind text,
         source text, "standardId" uuid, subject text, code text, minutes int, level int, "occurredOn" date,
         "recordedAt" timestamptz, "answeredBy" uuid, reverses uuid, details jsonb, "previousHash" text, hash text)`,
      [JSON.stringify(rows)],
    );
  }

  /** Counts the whole record anew by the domain's own rule. */
  private async rebuildTotals(sponsor: OrganizationId, apprenticeship: ApprenticeshipId): Promise<void> {
    const counted = totals(await this.list(apprenticeship));
    await this.manager.query('delete from record_totals where apprenticeship_id = $1', [apprenticeship]);
    await this.manager.query(
      `insert into record_totals (apprenticeship_id, subject, code, sponsor_id, minutes, advanced_minutes, variance_minutes,
         level, entries)
       select $1, subject, code, $2, minutes, "advancedMinutes", coalesce("varianceMinutes", 0), level, entries
       from jsonb_to_recordset($3::jsonb) as n(subject text, code text, minutes int, "advancedMinutes" int,
         "varianceMinutes" int, level int, entries int)`,
      [apprenticeship, sponsor, JSON.stringify(counted)],
    );
  }

  private async addToTotals(sponsor: OrganizationId, entries: readonly RecordEntry[]): Promise<void> {
    const parts = entries.flatMap((entry) => {
      const adds = contribution(entry);
      return adds ? [{ ...adds, apprenticeship: entry.apprenticeship, sponsor }] : [];
    });
    if (parts.length === 0) return;
    await this.manager.query(
      `insert into record_totals as t (apprenticeship_id, subject, code, sponsor_id, minutes, advanced_minutes,
         variance_minutes, level, entries)
       select apprenticeship, subject, code, sponsor, sum(minutes), sum("advancedMinutes"),
         coalesce(sum("varianceMinutes"), 0), max(level), count(*)
       from jsonb_to_recordset($1::jsonb) as n(apprenticeship uuid, subject text, code text, sponsor uuid, minutes int,
         "advancedMinutes" int, "varianceMinutes" int, level int)
       group by apprenticeship, subject, code, sponsor
       on conflict (apprenticeship_id, subject, code) do update set
         minutes = t.minutes + excluded.minutes, advanced_minutes = t.advanced_minutes + excluded.advanced_minutes,
         variance_minutes = t.variance_minutes + excluded.variance_minutes, level = greatest(t.level, excluded.level), entries = t.entries + excluded.entries`,
      [JSON.stringify(parts)],
    );
  }

  /** A reversal takes its entry out of the number it was in; the highest level that is left has to be looked up again. */
  private async recountReversed(apprenticeship: ApprenticeshipId, entries: readonly RecordEntry[]): Promise<void> {
    const reversed = entries.flatMap((entry) => (entry.kind === 'entry-reversed' ? [entry.reverses] : []));
    if (reversed.length === 0) return;
    await this.manager.query(
      `update record_totals t set minutes = n.minutes, advanced_minutes = n.advanced, variance_minutes = n.variance,
         level = n.level, entries = n.entries
       from (
         select e.subject, e.code, coalesce(sum(e.minutes) filter (where stands), 0) as minutes,
           coalesce(sum(e.minutes) filter (where stands and e.kind = 'advanced-standing-granted'), 0) as advanced,
           coalesce(sum((e.details ->> 'minutes')::int) filter (where stands and e.kind = 'variance-approved'), 0) as variance,
           max(e.level) filter (where stands) as level, count(*) filter (where stands) as entries
         from record_entries e
         cross join lateral (select not exists (select from record_entries r where r.reverses = e.id) as stands) s
         where e.apprenticeship_id = $1 and e.kind not in ('competency-demonstrated', 'competency-observed')
           and (e.subject, e.code) in (select subject, code from record_entries where id = any($2))
         group by e.subject, e.code
       ) n where t.apprenticeship_id = $1 and t.subject = n.subject and t.code = n.code`,
      [apprenticeship, reversed],
    );
  }
}

const hashOf = (previousHash: string, sequence: number, entry: RecordEntry): string =>
  createHash('sha256')
    .update(chainText(previousHash, sequence, entry))
    .digest('hex');
