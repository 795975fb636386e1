import type { AgencyPolicy, ReportedEvent } from '../program/agency-policy.js';
import { dueOn } from '../program/agency-policy.js';
import type { RecordEntryId } from '../brand.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { CalendarDate } from '../units.js';
import { daysBetween } from '../units.js';
import { inOrder } from './status-history.js';
import { findTransition } from './status-transitions.js';

/** A change of status that the agency has to be told about, ready to print. */
export interface Notice {
  /** The entry it is about. */
  readonly entry: RecordEntryId;
  readonly event: ReportedEvent;
  readonly occurredOn: CalendarDate;
  readonly reason: string;
  readonly dueOn: CalendarDate;
  /** The day it was reported; null while it was not. */
  readonly reportedOn: CalendarDate | null;
  readonly state: 'due' | 'late' | 'reported' | 'reported-late';
  /** Days past the last day, up to today or to the report; 0 when in time. */
  readonly daysLate: number;
}

/**
 * What has to be reported to the agency, by when, and what is late, oldest first (29 CFR 29.5(b)(19); the days are the agency's,
 * federally 45). Changes that need no report are left out.
 */
export function notices(
  history: readonly StatusChanged[],
  facts: {
    agency: AgencyPolicy;
    /** The day each entry was reported, for those that were. */
    reported: ReadonlyMap<RecordEntryId, CalendarDate>;
    holidays: ReadonlySet<CalendarDate>;
    today: CalendarDate;
  },
): readonly Notice[] {
  const changes = inOrder(history);
  return changes.flatMap((change, index) => {
    const from = change.from ?? changes[index - 1]?.status ?? 'draft';
    const event = findTransition(from, change.status)?.reported;
    if (!event) return [];
    const last = dueOn(change.occurredOn, facts.agency.reporting[event], facts.holidays);
    const reportedOn = facts.reported.get(change.id) ?? null;
    const daysLate = Math.max(0, daysBetween(last, reportedOn ?? facts.today));
    const { id: entry, occurredOn, reason } = change;
    return [
      { entry, event, occurredOn, reason, dueOn: last, reportedOn, state: stateOf(reportedOn, daysLate), daysLate },
    ];
  });
}

function stateOf(reportedOn: CalendarDate | null, daysLate: number): Notice['state'] {
  if (reportedOn === null) return daysLate > 0 ? 'late' : 'due';
  return daysLate > 0 ? 'reported-late' : 'reported';
}
