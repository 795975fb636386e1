import type { ApprenticeshipId, RecordEntry, TakenBackFacts, Total } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { Any } from 'typeorm';
import { RecordEntryRow } from './record-entry.entity.js';
import type { AgreementEntryKind } from './record.repository.js';
import { RecordRepository } from './record.repository.js';
import { toRecordEntry } from './record-row.js';

/** What several records say, each read in a number of statements that does not grow with them. */
export class RecordsRepository {
  private readonly record = new RecordRepository(this.manager);

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
    const own = await this.record.listOfAgreements(apprenticeships, kinds);
    const idOf = (entry: RecordEntry) => entry.id;
    const reversed = await this.record.reversedAmong([...own.values()].flat().map(idOf));
    return new Map([...own].map(([id, entries]) => [id, entries.filter((entry) => !reversed.has(idOf(entry)))]));
  }

  /** What was taken back of each record, and the changes of standard to read it by. */
  async listTakenBack(
    apprenticeships: readonly ApprenticeshipId[],
  ): Promise<(apprenticeship: ApprenticeshipId) => TakenBackFacts> {
    const changes = await this.record.listOfAgreements(apprenticeships, ['standard-changed']);
    const rows = await this.manager
      .createQueryBuilder(RecordEntryRow, 'e')
      .where('e.apprenticeshipId = any(:apprenticeships)', { apprenticeships })
      .andWhere('exists (select from record_entries x where x.reverses = e.id)')
      .getMany();
    const reversed = Map.groupBy(rows, (row) => row.apprenticeshipId as ApprenticeshipId);
    return (id) => ({ reversed: (reversed.get(id) ?? []).map(toRecordEntry), changes: changes.get(id) ?? [] });
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
