import type { CalendarDate, Minutes } from '../units.js';
import { addBusinessDays, addDays } from '../units.js';

/** How long something may take, in days of the calendar or of business. */
export interface Deadline {
  readonly days: number;
  readonly count: 'calendar' | 'business';
}

/** What the registration agency is told about (29 CFR 29.5(b)(19)). */
export type ReportedEvent = 'registered' | 'suspended' | 'reinstated' | 'cancelled' | 'completed' | 'transferred';

/** The rules under which credit for earlier learning is granted, the same for everybody (29 CFR 29.5(b)(12)). */
export interface StandingPolicy {
  /** Named in every grant. */
  readonly id: string;
  /** The most of the term's OJT minutes that may be granted, in percent; null for no cap. */
  readonly percentOfOjt: number | null;
  /** The most of the hours worked as a youth apprentice that may be granted, in percent; null for no such rule. */
  readonly percentOfYouthHours: number | null;
  readonly decideBy: 'any-time' | 'probation-end';
  /** When evidence must be with the agency, counted from registration; null when it need not be sent. */
  readonly evidenceDue: Deadline | null;
  /** Whether granted minutes count towards the next wage step. */
  readonly movesWageStep: boolean;
}

/** What one registration agency asks for; every number in it is the agency's, none is in code. */
export interface AgencyPolicy {
  /** `US` for the federal Office of Apprenticeship, otherwise the state, e.g. `US-OH`. */
  readonly agency: string;
  readonly name: string;
  /** The clauses the numbers come from. */
  readonly basis: readonly string[];
  readonly reporting: Readonly<Record<ReportedEvent, Deadline>>;
  readonly minimumAge: number;
  /** From this age a guardian need not sign. */
  readonly adultAge: number;
  readonly probation: { readonly percentOfTerm: number; readonly longestMonths: number };
  readonly instructionPerYear: { readonly minutes: Minutes; readonly weight: 'recommended' | 'required' };
  /** The least on the job for a competency-based program; 0 for none. */
  readonly ojtMinimumMinutes: Minutes;
  /** The least months on the job for competency-based and hybrid programs; 0 for none. */
  readonly ojtMinimumMonths: number;
  readonly standing: StandingPolicy;
  /** Days that a sponsor gives to put things right before suspending or cancelling after probation. */
  readonly correctiveActionDays: number;
  readonly minimumWageCents: number;
  /** Days after which a wage step that fell due is overdue. */
  readonly wageStepGraceDays: number;
  /** Years that records are kept. */
  readonly retentionYears: number;
}

/** The last day on which something that happened on `from` may be reported. */
export const dueOn = (
  from: CalendarDate,
  deadline: Deadline,
  holidays: ReadonlySet<CalendarDate> = new Set(),
): CalendarDate =>
  deadline.count === 'calendar' ? addDays(from, deadline.days) : addBusinessDays(from, deadline.days, holidays);
