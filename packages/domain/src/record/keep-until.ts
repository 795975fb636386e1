import type { AgencyPolicy } from '../program/agency-policy.js';
import type { CalendarDate } from '../units.js';
import { addMonths } from '../units.js';
import type { RecordEntry } from './record-entry.js';

const monthsPerYear = 12;

/**
 * The day until which a record is kept: the agency's years after the latest day anything in it happened or was recorded (29 CFR 30.12:
 * five years after the making of the record or the personnel action, whichever is later); null for an empty record.
 */
export function keepUntil(entries: readonly RecordEntry[], agency: AgencyPolicy): CalendarDate | null {
  const days = entries.flatMap((entry) => [entry.occurredOn, entry.recordedAt.slice(0, 10) as CalendarDate]);
  const last = days.reduce<CalendarDate | null>((latest, on) => (latest === null || on > latest ? on : latest), null);
  return keepUntilAfter(last, agency);
}

/** The same from the latest day itself. */
export const keepUntilAfter = (last: CalendarDate | null, agency: AgencyPolicy): CalendarDate | null =>
  last && addMonths(last, agency.retentionYears * monthsPerYear);
