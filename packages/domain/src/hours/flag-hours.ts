import type { PayrollFlag, PayrollPeriod } from './flag-payroll.js';
import { flagPayroll } from './flag-payroll.js';
import type { HoursEntry } from './hours-entry.js';
import type { Policies } from '../program/standard.js';
import type { CalendarDate, Minutes } from '../units.js';
import { daysBetween } from '../units.js';

/** Something the approver looks at before approving; never a refusal (PRODUCT, "Hours": Flagged). */
export type HoursFlag = 'over-shift-limit' | 'logged-late' | 'duplicate' | PayrollFlag;

export interface FlagFacts {
  readonly policies: Policies;
  /** All minutes of the apprentice on that date, this entry included. */
  readonly minutesThatDay: Minutes;
  /** Entries of the same apprentice, date, process and minutes, this one included. */
  readonly sameEntries: number;
  /** The calendar date on which it was logged. */
  readonly loggedOn: CalendarDate;
  /** What was paid for the pay period of the date; left out where nobody said. */
  readonly payroll?: PayrollPeriod | null;
}

/** The flags of an entry: over the site's shift limit, logged after the policy's window, a duplicate of another, more than was paid. */
export function flagHours(entry: Pick<HoursEntry, 'workedOn'>, facts: FlagFacts): readonly HoursFlag[] {
  const { policies, minutesThatDay, sameEntries, loggedOn } = facts;
  const flags: HoursFlag[] = [];
  if (minutesThatDay > policies.shiftLimitMinutes) flags.push('over-shift-limit');
  if (daysBetween(entry.workedOn, loggedOn) > policies.loggingWindowDays) flags.push('logged-late');
  if (sameEntries > 1) flags.push('duplicate');
  return [...flags, ...flagPayroll(facts.payroll ?? null)];
}
