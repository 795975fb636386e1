import type { ApprenticeshipId, RecordEntry, RecordEntryId, Total } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any, In, IsNull } from 'typeorm';
import { RecordEntryRow } from './record-entry.entity.js';
import type { AgreementEntryKind } from './record.repository.js';
import { toRecordEntry } from './record-row.js';

/** What several records say, each read in a number of statements that does not grow with them. */
export class RecordsRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The whole records, by agreement, first entry first; without one where nothing is on the record. */
  async list(
    apprenticeships: readonly ApprenticeshipId[],
  ): Promise<ReadonlyMap<ApprenticeshipId, readonly RecordEntry[]>> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: Any([...apprenticeships]) },
      order: { apprenticeshipId: 'ASC', sequence: 'ASC' },
    });
    return Map.groupBy(rows.map(toRecordEntry), (entry) => entry.apprenticeship);
  }

  /** Entries of kinds that are about the agreement itself, by agreement, without what was taken back. */
  async listStanding<Kind extends AgreementEntryKind>(
    apprenticeships: readonly ApprenticeshipId[],
    kinds: readonly Kind[],
  ): Promise<ReadonlyMap<ApprenticeshipId, readonly Extract<RecordEntry, { kind: Kind }>[]>> {
    const rows = await this.manager.find(RecordEntryRow, {
      where: { apprenticeshipId: Any([...apprenticeships]), subject: IsNull(), kind: In([...kinds]) },
      order: { apprenticeshipId: 'ASC', sequence: 'ASC' },
    });
    const reversals = await this.manager.findBy(RecordEntryRow, { reverses: Any(rows.map((row) => row.id)) });
    const reversed = new Set(reversals.map((row) => row.reverses as RecordEntryId));
    const standing = rows.filter((row) => !reversed.has(row.id as RecordEntryId));
    const own = Map.groupBy(standing, (row) => row.apprenticeshipId as ApprenticeshipId);
    return new Map(
      [...own].map(([id, of]) => [id, of.map((row) => toRecordEntry(row) as Extract<RecordEntry, { kind: Kind }>)]),
    );
  }

  /** The totals, by agreement; without one where nothing counts. */
  async totals(apprenticeships: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, readonly Total[]>> {
    const rows = await this.manager.query<(Total & { apprenticeship: ApprenticeshipId })[]>(
      `select apprenticeship_id as apprenticeship, subject, code, minutes, advanced_minutes as "advancedMinutes",
         variance_minutes as "varianceMinutes", level, entries
       from record_totals where apprenticeship_id = any($1) and entries > 0 order by apprenticeship_id, subject, code`,
      [apprenticeships],
    );
    const own = Map.groupBy(rows, (row) => row.apprenticeship);
    return new Map([...own].map(([id, of]) => [id, of.map(({ apprenticeship: _, ...total }) => total)]));
  }
}
