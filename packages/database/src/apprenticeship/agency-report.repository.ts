import type {
  ApprenticeshipId,
  CalendarDate,
  Instant,
  OrganizationId,
  PersonId,
  RecordEntryId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** That the agency was told of a change of status. */
export interface AgencyReport {
  readonly entry: RecordEntryId;
  readonly reportedOn: CalendarDate;
  readonly reference: string;
}

/** What was reported to registration agencies; the changes themselves are on the record. */
export class AgencyReportRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The reports about these agreements, by entry. */
  async listOf(apprenticeships: readonly ApprenticeshipId[]): Promise<ReadonlyMap<RecordEntryId, AgencyReport>> {
    const rows = await this.manager.query<AgencyReport[]>(
      `select r.entry_id as entry, r.reported_on as "reportedOn", r.reference
       from agency_reports r join record_entries e on e.id = r.entry_id where e.apprenticeship_id = any($1)`,
      [apprenticeships],
    );
    return new Map(rows.map((row) => [row.entry, row]));
  }

  /** Keeps the report; said again, the later word holds. */
  async save(
    sponsor: OrganizationId,
    { entry, reportedOn, reference }: AgencyReport,
    { by, at }: { by: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into agency_reports (entry_id, sponsor_id, reported_on, reference, reported_by, reported_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (entry_id) do update set reported_on = excluded.reported_on, reference = excluded.reference,
         reported_by = excluded.reported_by, reported_at = excluded.reported_at`,
      [entry, sponsor, reportedOn, reference, by, at],
    );
  }
}
