import type {
  ApprenticeshipId,
  CourseCode,
  HoursEntryId,
  Minutes,
  OrganizationId,
  RecordEntry,
  RecordEntryId,
  StandardId,
  StatusChanged,
  Total,
} from '@journeybook/domain';
import { chainStart, currentCode } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any, In, IsNull } from 'typeorm';
import { concern } from '../audit/trail.js';
import { hashOf } from './check-entries.js';
import { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry, toRecordRow } from './record-row.js';
import type { Addition } from './record-totals.js';
import { RecordTotals } from './record-totals.js';

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

/** The same of a course, with the minutes that stand. */
export interface CourseStanding extends Standing {
  readonly entry: { readonly id: RecordEntryId; readonly minutes: Minutes } | null;
}

/**
 * The record. Entries are added and never changed: the role this runs under could not. Each is chained by its hash to the one
 * before it, and the totals are brought along in the same transaction.
 */
export class RecordRepository {
  private readonly counts = new RecordTotals(this.manager);

  constructor(private readonly manager: EntityManager) {}

  /** Adds entries of one apprenticeship in the order given. Throws when one with the same kind and source is there already. */
  async append(
    sponsor: OrganizationId,
    apprenticeship: ApprenticeshipId,
    entries: readonly RecordEntry[],
  ): Promise<void> {
    await this.appendAll(entries.map((entry) => ({ sponsor, entry: { ...entry, apprenticeship } })));
  }

  /** The same for several apprenticeships at once, in a number of statements that does not grow with them. */
  async appendAll(additions: readonly Addition[]): Promise<void> {
    if (additions.length === 0) return;
    const apprenticeships = [...new Set(additions.map(({ entry }) => entry.apprenticeship))];
    concern(this.manager, { apprenticeships });
    const heads = await this.lockHeads(apprenticeships);
    const moved = new Map<ApprenticeshipId, OrganizationId>();
    const rows = additions.map(({ sponsor, entry }): RecordEntryRow => {
      const head = heads.get(entry.apprenticeship);
      if (!head) throw new Error('the head of the record was not returned');
      const previousHash = head.hash;
      const sequence = head.sequence + 1;
      const hash = hashOf(previousHash, sequence, entry);
      heads.set(entry.apprenticeship, { ...head, sequence, hash });
      if (head.moved || entry.kind === 'standard-changed') moved.set(entry.apprenticeship, sponsor);
      return { ...toRecordRow(entry), sponsorId: sponsor, sequence, previousHash, hash };
    });
    await this.insert(rows);
    await this.counts.bring(additions, moved);
    await this.manager.query(
      `update record_heads h set sequence = n.sequence, hash = n.hash
       from jsonb_to_recordset($1::jsonb) as n(id uuid, sequence int, hash text) where h.apprenticeship_id = n.id`,
      [JSON.stringify([...heads].map(([id, { sequence, hash }]) => ({ id, sequence, hash })))],
    );
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
    return (await this.standingCredits([apprenticeship], code)).get(apprenticeship) ?? { entry: null, times: 0 };
  }

  /** The same for several agreements, in a number of statements that does not grow with them; without those never credited. */
  async standingCredits(
    apprenticeships: readonly ApprenticeshipId[],
    code: CourseCode,
  ): Promise<Map<ApprenticeshipId, CourseStanding>> {
    const changes = await this.listOfAgreements(apprenticeships, ['standard-changed']);
    const kind = 'rti-hours-credited';
    const rows = await this.manager.find(RecordEntryRow, {
      where: [
        { apprenticeshipId: Any([...apprenticeships]), kind, code },
        { apprenticeshipId: Any([...changes.keys()]), kind },
      ],
      order: { sequence: 'DESC' },
    });
    const reversed = await this.reversedAmong(rows.map((row) => row.id as RecordEntryId));
    const standing = new Map<ApprenticeshipId, CourseStanding>();
    for (const [id, credits] of Map.groupBy(rows, (row) => row.apprenticeshipId as ApprenticeshipId)) {
      const isOwn = ({ standardId, code: former }: RecordEntryRow) =>
        currentCode(changes.get(id) ?? [], {
          standard: standardId as StandardId,
          subject: 'course',
          code: former ?? '',
        }) === code;
      const entry = credits.find((row) => isOwn(row) && !reversed.has(row.id as RecordEntryId));
      standing.set(id, {
        entry: entry ? { id: entry.id as RecordEntryId, minutes: entry.minutes as Minutes } : null,
        // Under a code that meant something else before, the number still has to be one that no source has.
        times: credits.filter((row) => row.code === code || isOwn(row)).length,
      });
    }
    return standing;
  }

  /** One writer per record at a time: the chain has one end. Always in one order, so that two batches never wait for each other. */
  private async lockHeads(apprenticeships: readonly ApprenticeshipId[]): Promise<Map<ApprenticeshipId, Head>> {
    const heads = await this.manager.query<(Head & { id: ApprenticeshipId })[]>(
      `insert into record_heads as h (apprenticeship_id, sequence, hash)
       select id, 0, $2 from unnest($1::uuid[]) as n(id) order by id
       on conflict (apprenticeship_id) do update set sequence = h.sequence
       returning apprenticeship_id as id, sequence, hash,
         exists (select from record_entries e where e.apprenticeship_id = h.apprenticeship_id and e.subject is null
           and e.kind = 'standard-changed') as moved`,
      [apprenticeships, chainStart],
    );
    return new Map(heads.map((head) => [head.id, head]));
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
}
