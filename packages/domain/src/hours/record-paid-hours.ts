import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Minutes } from '../units.js';
import { daysBetween } from '../units.js';

/** What payroll paid for work in one pay period, first and last day included; leave and paid instruction are not in it. */
export interface PaidHours {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly minutes: Minutes;
}

export type RecordPaidHoursRefusal =
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'minutes-not-positive' }
  | { readonly kind: 'period-backwards' }
  | { readonly kind: 'period-too-long'; readonly longestDays: number }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'period-overlaps'; readonly with: PaidHours };

/** The longest pay period there is: a month. */
export const longestPayPeriodDays = 31;

/**
 * Records what the employer paid for work in one period. It credits nothing: hours above it are flagged for the approver (PRODUCT,
 * "Hours": Flagged; domain.md §5.1). The same period again replaces what was said of it; another one never overlaps it.
 */
export function recordPaidHours(
  actor: PersonActor,
  paid: PaidHours,
  facts: {
    readonly apprenticeship: Apprenticeship;
    /** Periods that this employer recorded before; another employer of the program has its own. */
    readonly recorded: readonly PaidHours[];
    readonly today: CalendarDate;
  },
): Result<PaidHours, RecordPaidHoursRefusal> {
  const { apprenticeship, recorded, today } = facts;
  if (actor.person === apprenticeship.apprentice || !holds(actor, 'employer-admin', apprenticeship.employer))
    return refuse({ kind: 'not-their-apprentice' });
  if (paid.minutes <= 0) return refuse({ kind: 'minutes-not-positive' });
  if (paid.until < paid.from) return refuse({ kind: 'period-backwards' });
  if (daysBetween(paid.from, paid.until) >= longestPayPeriodDays)
    return refuse({ kind: 'period-too-long', longestDays: longestPayPeriodDays });
  if (paid.until > today) return refuse({ kind: 'future-date', today });
  const overlapping = recorded.find((one) => !isSame(one, paid) && one.from <= paid.until && paid.from <= one.until);
  return overlapping ? refuse({ kind: 'period-overlaps', with: overlapping }) : accept(paid);
}

const isSame = (one: PaidHours, other: PaidHours): boolean => one.from === other.from && one.until === other.until;
