import type { Probation } from '../apprenticeship/probation.js';
import type { StandingPolicy } from '../program/agency-policy.js';
import type { Standard } from '../program/standard.js';
import type { Total } from '../record/totals.js';
import type { CalendarDate, Minutes } from '../units.js';
import { sumMinutes } from '../units.js';
import type { StandingItem } from './standing-request.js';
import { itemKey } from './standing-request.js';

export type StandingCapRefusal =
  | { readonly kind: 'over-standing-cap'; readonly capMinutes: Minutes; readonly grantedMinutes: Minutes }
  | { readonly kind: 'over-youth-cap'; readonly capMinutes: Minutes }
  | { readonly kind: 'more-than-required'; readonly item: string; readonly leftMinutes: Minutes }
  | { readonly kind: 'standing-too-late'; readonly dueOn: CalendarDate };

export interface StandingCapFacts {
  readonly standard: Standard;
  readonly totals: readonly Total[];
  readonly policy: StandingPolicy;
  readonly youthMinutes: Minutes | null;
  /** What was granted on youth hours before, and stands. */
  readonly youthGrantedMinutes: Minutes;
  readonly probation: Probation;
  readonly today: CalendarDate;
}

/**
 * Whether a grant stays within the policy: its cap of the term's OJT minutes with what was granted before, its cap of a youth
 * apprentice's hours, its last day, and what each item still requires. Null when it does (domain.md §1.1, §7.6).
 */
export function capFault(items: readonly StandingItem[], facts: StandingCapFacts): StandingCapRefusal | null {
  const { standard, policy, totals, probation, today } = facts;
  if (policy.decideBy === 'probation-end' && today > probation.endsOn)
    return { kind: 'standing-too-late', dueOn: probation.endsOn };
  const onTheJob = sumMinutes(items.map((one) => (one.kind === 'work-process' ? one.minutes : (0 as Minutes))));
  const grantedMinutes = (grantedOnTheJob(totals) + onTheJob) as Minutes;
  const capMinutes = standingCap(standard, policy);
  if (capMinutes !== null && grantedMinutes > capMinutes)
    return { kind: 'over-standing-cap', capMinutes, grantedMinutes };
  const youthCap = facts.youthMinutes === null ? null : percentOf(facts.youthMinutes, policy.percentOfYouthHours);
  if (youthCap !== null && facts.youthGrantedMinutes + onTheJob > youthCap)
    return { kind: 'over-youth-cap', capMinutes: youthCap };
  return items.map((item) => overRequired(item, facts)).find((one) => one !== null) ?? null;
}

/** The most of the term's minutes on the job that may be granted in all; null where there is no cap. */
export const standingCap = (standard: Standard, policy: StandingPolicy): Minutes | null =>
  percentOf(standard.ojtMinutes, policy.percentOfOjt);

/** The minutes on the job that were granted and stand: what counts against the cap. */
export const grantedOnTheJob = (totals: readonly Total[]): Minutes =>
  sumMinutes(totals.map((one) => (one.subject === 'work-process' ? one.advancedMinutes : (0 as Minutes))));

const percentOf = (minutes: Minutes, percent: number | null): Minutes | null =>
  percent === null ? null : (Math.floor((minutes * percent) / 100) as Minutes);

/** Credit stands for what is still required; more would be lost. */
function overRequired(item: StandingItem, { standard, totals }: StandingCapFacts): StandingCapRefusal | null {
  if (item.kind === 'competency') return null;
  const required =
    item.kind === 'work-process'
      ? standard.workProcesses.find((one) => one.code === item.workProcess)?.requiredMinutes
      : standard.courses.find((one) => one.code === item.course)?.requiredMinutes;
  const key = itemKey(item);
  const signed = totals.find((one) => `${one.subject} ${one.code}` === key)?.minutes ?? 0;
  const leftMinutes = Math.max(0, (required ?? 0) - signed) as Minutes;
  return item.minutes > leftMinutes ? { kind: 'more-than-required', item: key, leftMinutes } : null;
}
