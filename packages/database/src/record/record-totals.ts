import type { ApprenticeshipId, OrganizationId, RecordEntry } from '@journeybook/domain';
import { contribution, totals } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any } from 'typeorm';
import { RecordEntryRow } from './record-entry.entity.js';
import { toRecordEntry } from './record-row.js';

/** An entry for a record, and the sponsor whose it is. */
export interface Addition {
  readonly sponsor: OrganizationId;
  readonly entry: RecordEntry;
}

/** The totals of records, brought along with every entry in a number of statements that does not grow with the records. */
export class RecordTotals {
  constructor(private readonly manager: EntityManager) {}

  /** Counts entries that were just added; the records of `moved`, whose codes changed their meaning, are counted anew. */
  async bring(additions: readonly Addition[], moved: ReadonlyMap<ApprenticeshipId, OrganizationId>): Promise<void> {
    await this.rebuild(moved);
    const others = additions.filter(({ entry }) => !moved.has(entry.apprenticeship));
    await this.add(others);
    await this.recount(others);
  }

  /** Counts whole records anew by the domain's own rule. */
  private async rebuild(moved: ReadonlyMap<ApprenticeshipId, OrganizationId>): Promise<void> {
    if (moved.size === 0) return;
    const ids = [...moved.keys()];
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: Any(ids) },
      order: { sequence: 'ASC' },
    });
    const records = Map.groupBy(rows.map(toRecordEntry), (entry) => entry.apprenticeship);
    const counted = [...records].flatMap(([apprenticeship, entries]) =>
      totals(entries).map((total) => ({ ...total, apprenticeship, sponsor: moved.get(apprenticeship) })),
    );
    await this.manager.query('delete from record_totals where apprenticeship_id = any($1)', [ids]);
    await this.manager.query(
      `insert into record_totals (apprenticeship_id, subject, code, sponsor_id, minutes, advanced_minutes, variance_minutes,
         level, entries)
       select apprenticeship, subject, code, sponsor, minutes, "advancedMinutes", coalesce("varianceMinutes", 0), level, entries
       from jsonb_to_recordset($1::jsonb) as n(apprenticeship uuid, sponsor uuid, subject text, code text, minutes int,
         "advancedMinutes" int, "varianceMinutes" int, level int, entries int)`,
      [JSON.stringify(counted)],
    );
  }

  private async add(additions: readonly Addition[]): Promise<void> {
    const parts = additions.flatMap(({ sponsor, entry }) => {
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
  private async recount(additions: readonly Addition[]): Promise<void> {
    const reversals = additions.flatMap(({ entry }) => (entry.kind === 'entry-reversed' ? [entry] : []));
    const reversed = reversals.map(({ reverses }) => reverses);
    if (reversed.length === 0) return;
    await this.manager.query(
      `update record_totals t set minutes = n.minutes, advanced_minutes = n.advanced, variance_minutes = n.variance,
         level = n.level, entries = n.entries
       from (
         select e.apprenticeship_id as apprenticeship, e.subject, e.code, coalesce(sum(e.minutes) filter (where stands), 0) as minutes,
           coalesce(sum(e.minutes) filter (where stands and e.kind = 'advanced-standing-granted'), 0) as advanced,
           coalesce(sum((e.details ->> 'minutes')::int) filter (where stands and e.kind = 'variance-approved'), 0) as variance,
           max(e.level) filter (where stands) as level, count(*) filter (where stands) as entries
         from record_entries e
         cross join lateral (select not exists (select from record_entries r where r.reverses = e.id) as stands) s
         where e.apprenticeship_id = any($1) and e.kind not in ('competency-demonstrated', 'competency-observed')
           and (e.apprenticeship_id, e.subject, e.code) in
             (select apprenticeship_id, subject, code from record_entries where id = any($2))
         group by e.apprenticeship_id, e.subject, e.code
       ) n where t.apprenticeship_id = n.apprenticeship and t.subject = n.subject and t.code = n.code`,
      [[...new Set(reversals.map(({ apprenticeship }) => apprenticeship))], reversed],
    );
  }
}
