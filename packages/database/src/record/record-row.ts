import type { RecordEntry } from '@journeybook/domain';
import { contribution, subjectOf } from '@journeybook/domain';
import type { RecordEntryRow } from './record-entry.entity.js';

type EntryColumns = Omit<RecordEntryRow, 'sponsorId' | 'sequence' | 'previousHash' | 'hash'>;

/** The columns of an entry. What only its kind has goes into `details`; the columns are what is searched and summed. */
export function toRecordRow(entry: RecordEntry): EntryColumns {
  const { id, apprenticeship, kind, source, standard, occurredOn, recordedAt, answeredBy, ...details } = entry;
  const adds = contribution(entry);
  const about = subjectOf(entry);
  return {
    id,
    apprenticeshipId: apprenticeship,
    kind,
    source,
    standardId: standard,
    subject: about?.subject ?? null,
    code: about?.code ?? null,
    minutes: adds && adds.minutes > 0 ? adds.minutes : null,
    level: adds?.level ?? null,
    occurredOn,
    recordedAt,
    answeredBy,
    reverses: entry.kind === 'entry-reversed' ? entry.reverses : null,
    details,
  };
}

/** The entry again, field for field as it was hashed. */
export const toRecordEntry = (row: EntryColumns): RecordEntry =>
  ({
    ...row.details,
    kind: row.kind,
    id: row.id,
    apprenticeship: row.apprenticeshipId,
    source: row.source,
    standard: row.standardId,
    occurredOn: row.occurredOn,
    recordedAt: row.recordedAt,
    answeredBy: row.answeredBy,
  }) as RecordEntry;
