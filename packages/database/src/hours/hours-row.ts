import type {
  ApprenticeshipId,
  CalendarDate,
  CompetencyCode,
  HoursEntry,
  HoursEntryId,
  Instant,
  Minutes,
  OrganizationId,
  PersonId,
  StandardId,
  WorkProcessCode,
} from '@journeybook/domain';
import type { HoursEntryRow } from './hours-entry.entity.js';

/** A row with the apprentice, who stands in the agreement and not in the entry. */
export type HoursRow = HoursEntryRow & { readonly apprenticeId: string };

/** The entry in the state its row says; the table's checks see to it that the fields of that state are there. */
export function toHoursEntry(row: HoursRow): HoursEntry {
  const worked = {
    id: row.id as HoursEntryId,
    apprenticeship: row.apprenticeshipId as ApprenticeshipId,
    apprentice: row.apprenticeId as PersonId,
    employer: row.employerId as OrganizationId,
    standard: row.standardId as StandardId,
    workProcess: row.workProcessCode as WorkProcessCode,
    workedOn: row.workedOn as CalendarDate,
    minutes: row.minutes as Minutes,
    ...timesOf(row),
    ...(row.practised.length === 0 ? {} : { practised: row.practised as CompetencyCode[] }),
    note: row.note,
    version: row.version,
    loggedAt: row.loggedAt as Instant,
  };
  const submittedAt = row.submittedAt as Instant;
  const decidedBy = row.decidedBy as PersonId;
  const decidedAt = row.decidedAt as Instant;
  switch (row.status) {
    case 'draft':
      return { ...worked, status: 'draft' };
    case 'submitted':
      return { ...worked, status: 'submitted', submittedAt };
    case 'approved':
      return { ...worked, status: 'approved', submittedAt, approvedBy: decidedBy, approvedAt: decidedAt };
    case 'returned':
      return {
        ...worked,
        status: 'returned',
        submittedAt,
        returnedBy: decidedBy,
        returnedAt: decidedAt,
        reason: row.reason ?? '',
      };
  }
}

const timesOf = ({ startMinute, endMinute }: HoursEntryRow): Pick<HoursEntry, 'times'> =>
  startMinute === null || endMinute === null ? {} : { times: { startMinute, endMinute } };

/** The row of an entry; a draft has no decision, a decision has its person, instant and reason. */
export function toHoursRow(sponsorId: string, entry: HoursEntry): HoursEntryRow {
  return {
    id: entry.id,
    sponsorId,
    apprenticeshipId: entry.apprenticeship,
    employerId: entry.employer,
    standardId: entry.standard,
    workProcessCode: entry.workProcess,
    workedOn: entry.workedOn,
    minutes: entry.minutes,
    startMinute: entry.times?.startMinute ?? null,
    endMinute: entry.times?.endMinute ?? null,
    practised: [...(entry.practised ?? [])],
    note: entry.note,
    version: entry.version,
    loggedAt: entry.loggedAt,
    status: entry.status,
    submittedAt: entry.status === 'draft' ? null : entry.submittedAt,
    ...decision(entry),
  };
}

function decision(entry: HoursEntry): Pick<HoursEntryRow, 'decidedBy' | 'decidedAt' | 'reason'> {
  if (entry.status === 'approved') return { decidedBy: entry.approvedBy, decidedAt: entry.approvedAt, reason: null };
  if (entry.status === 'returned')
    return { decidedBy: entry.returnedBy, decidedAt: entry.returnedAt, reason: entry.reason };
  return { decidedBy: null, decidedAt: null, reason: null };
}
