import type { AgencyPolicy } from '../program/agency-policy.js';
import type { Standard } from '../program/standard.js';
import { termsOf } from '../program/program-terms.js';
import { reachedOn } from '../record/reached-on.js';
import type { RecordEntry } from '../record/record-entry.js';
import type { CalendarDate, Minutes } from '../units.js';
import { addDays, addMonths } from '../units.js';

export interface Probation {
  /** Minutes of work and instruction with which it ends. */
  readonly minutes: Minutes;
  /** The day those were reached; null while they are not. */
  readonly reachedOn: CalendarDate | null;
  /** The day by which it ends whatever was worked: the part of the term's months, or the longest the agency allows. */
  readonly latestOn: CalendarDate;
  /** The earliest of them. */
  readonly endsOn: CalendarDate;
  /** Which limit that is. */
  readonly because: 'hours' | 'months' | 'longest';
}

const daysOfMonth = 30;

/**
 * When probation ends: at the earliest of a part of the term's hours worked, the same part of its months, and the longest time the
 * agency allows; federally 25 percent and one year (29 CFR 29.5(b)(8)). Granted standing was not worked and does not shorten it.
 */
export function probation(
  standard: Standard,
  facts: { beganOn: CalendarDate; entries: readonly RecordEntry[] },
  policy: AgencyPolicy['probation'] = termsOf(standard).agency.probation,
): Probation {
  const part = policy.percentOfTerm / 100;
  const minutes = Math.ceil((standard.ojtMinutes + standard.rtiMinutes) * part) as Minutes;
  const byHours = reachedOn(facts.entries, minutes, { counted: 'both', granted: false });
  const months = addPartMonths(facts.beganOn, standard.termMonths * part);
  const longest = addMonths(facts.beganOn, policy.longestMonths);
  const latestOn = months < longest ? months : longest;
  const hoursFirst = byHours !== null && byHours < latestOn;
  return {
    minutes,
    reachedOn: byHours,
    latestOn,
    endsOn: hoursFirst ? byHours : latestOn,
    because: hoursFirst ? 'hours' : months < longest ? 'months' : 'longest',
  };
}

/** Months with a fraction of thirty days each, e.g. 4.5 months are 4 months and 15 days. */
function addPartMonths(from: CalendarDate, months: number): CalendarDate {
  const whole = Math.floor(months);
  return addDays(addMonths(from, whole), Math.round((months - whole) * daysOfMonth));
}
