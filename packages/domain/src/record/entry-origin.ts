import type { ApprenticeshipId, PersonId, RecordEntryId, StandardId } from '../brand.js';
import type { CalendarDate, Instant } from '../units.js';

/** What every entry says: where it comes from, when, under which standard and who stands behind it. */
export interface EntryOrigin {
  readonly id: RecordEntryId;
  readonly apprenticeship: ApprenticeshipId;
  /** Unique with the kind: the same fact seen twice is one entry. */
  readonly source: string;
  /** The version of the standard it was decided under. */
  readonly standard: StandardId;
  readonly occurredOn: CalendarDate;
  readonly recordedAt: Instant;
  /** The person who stands behind it. */
  readonly answeredBy: PersonId;
}
