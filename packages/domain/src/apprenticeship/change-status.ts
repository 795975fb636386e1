import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { RecordEntryId } from '../brand.js';
import type { AgencyPolicy, ReportedEvent } from '../program/agency-policy.js';
import { dueOn } from '../program/agency-policy.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import { addDays } from '../units.js';
import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';
import { beforeSuspension, inOrder, inProbation } from './status-history.js';
import type { Decider, Through } from './status-transitions.js';
import { findTransition } from './status-transitions.js';

export interface StatusChange {
  readonly to: ApprenticeshipStatus;
  readonly effectiveOn: CalendarDate;
  readonly reason: string;
  /** When the sponsor told the apprentice what has to be put right; null when it has not (29 CFR 29.7(h)). */
  readonly noticeGivenOn: CalendarDate | null;
}

export interface ChangeStatusFacts {
  readonly apprenticeship: Apprenticeship;
  /** The changes of status in the record. */
  readonly history: readonly StatusChanged[];
  /** The day on which probation ends by its limits; left out or null, it lasts until somebody makes the apprentice active. */
  readonly probationEndsOn?: CalendarDate | null;
  readonly agency: AgencyPolicy;
  readonly holidays: ReadonlySet<CalendarDate>;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

export type ChangeStatusRefusal =
  | { readonly kind: 'no-such-change'; readonly from: ApprenticeshipStatus; readonly to: ApprenticeshipStatus }
  | { readonly kind: 'only-through'; readonly through: Through }
  | { readonly kind: 'not-their-decision' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'before-last-change'; readonly changedOn: CalendarDate }
  | { readonly kind: 'still-in-probation' }
  | { readonly kind: 'past-probation' }
  | { readonly kind: 'notice-missing' }
  | { readonly kind: 'notice-too-short'; readonly earliestOn: CalendarDate };

export interface ChangedStatus {
  readonly apprenticeship: Apprenticeship;
  readonly change: StatusChanged;
  /** What the agency has to be told and by when; null when nothing. */
  readonly report: { readonly event: ReportedEvent; readonly dueOn: CalendarDate } | null;
}

/**
 * Changes the status of an agreement with date, reason and actor, and says what is due at the agency. The apprentice may cancel; the
 * sponsor decides the rest, and after probation suspends or cancels only with notice and time to put things right (29 CFR 29.7(h)).
 * Registered, transferred and completed are reached through rules of their own; completed, cancelled and transferred are final.
 */
export const changeStatus = (
  actor: PersonActor,
  change: StatusChange,
  facts: ChangeStatusFacts,
): Result<ChangedStatus, ChangeStatusRefusal> => changeThrough(null, actor, change, facts);

/** As `changeStatus`, for the rule that a change goes through. */
export function changeThrough(
  through: Through | null,
  actor: PersonActor,
  change: StatusChange,
  facts: ChangeStatusFacts,
): Result<ChangedStatus, ChangeStatusRefusal> {
  const { apprenticeship } = facts;
  const transition = findTransition(apprenticeship.status, change.to);
  if (!transition) return refuse({ kind: 'no-such-change', from: apprenticeship.status, to: change.to });
  if (transition.through !== null && transition.through !== through)
    return refuse({ kind: 'only-through', through: transition.through });
  const decidedBy = deciderOf(actor, apprenticeship);
  if (decidedBy === null || !transition.by.includes(decidedBy)) return refuse({ kind: 'not-their-decision' });
  const refusal = wrongDate(change, facts) ?? wrongReturn(change, facts) ?? wrongNotice(decidedBy, change, facts);
  if (refusal) return refuse(refusal);
  return accept(changedStatus(facts, { ...change, by: actor.person, decidedBy }));
}

/** Whose word the person's is about this agreement: the apprentice's own, whatever offices they hold, or the sponsor's; else null. */
export function deciderOf(actor: PersonActor, apprenticeship: Apprenticeship): Decider | null {
  if (actor.person === apprenticeship.apprentice) return 'apprentice';
  return holds(actor, 'sponsor-admin', apprenticeship.sponsor) ? 'sponsor' : null;
}

/** Whether suspending and cancelling take notice and time to put things right: for the sponsor, after probation (29 CFR 29.7(h)). */
export function needsNotice(
  decidedBy: Decider | null,
  {
    apprenticeship,
    history,
    probationEndsOn,
  }: Pick<ChangeStatusFacts, 'apprenticeship' | 'history' | 'probationEndsOn'>,
  on: CalendarDate,
): boolean {
  const limit = probationEndsOn ? { on, endsOn: probationEndsOn } : null;
  return decidedBy === 'sponsor' && !inProbation(apprenticeship, history, limit);
}

/** The agreement, the entry and the report of a change that was decided on; for rules that decide by more than this one. */
export function changedStatus(
  facts: ChangeStatusFacts,
  change: Pick<StatusChange, 'to' | 'effectiveOn' | 'reason'> & {
    by: PersonActor['person'];
    decidedBy: Decider;
    noticeGivenOn?: CalendarDate | null;
  },
): ChangedStatus {
  const { apprenticeship, history } = facts;
  const event = findTransition(apprenticeship.status, change.to)?.reported ?? null;
  return {
    apprenticeship: { ...apprenticeship, status: change.to },
    change: {
      kind: 'status-changed',
      id: facts.recordEntry,
      apprenticeship: apprenticeship.id,
      source: `status/${apprenticeship.id}/${history.length + 1}`,
      standard: apprenticeship.standard,
      occurredOn: change.effectiveOn,
      recordedAt: facts.now,
      answeredBy: change.by,
      status: change.to,
      reason: change.reason.trim(),
      from: apprenticeship.status,
      decidedBy: change.decidedBy,
      ...(change.noticeGivenOn ? { noticeGivenOn: change.noticeGivenOn } : {}),
    },
    report: event && { event, dueOn: dueOn(change.effectiveOn, facts.agency.reporting[event], facts.holidays) },
  };
}

function wrongDate(change: StatusChange, facts: ChangeStatusFacts): ChangeStatusRefusal | null {
  const { apprenticeship, history, today } = facts;
  const last = inOrder(history).at(-1);
  if (change.reason.trim() === '') return { kind: 'reason-missing' };
  if (change.effectiveOn > today || (change.noticeGivenOn ?? today) > today) return { kind: 'future-date', today };
  if (change.effectiveOn < apprenticeship.beganOn && apprenticeship.status !== 'draft')
    return { kind: 'before-agreement', beganOn: apprenticeship.beganOn };
  if (last && change.effectiveOn < last.occurredOn) return { kind: 'before-last-change', changedOn: last.occurredOn };
  return null;
}

/** A suspension interrupts probation and does not end it. */
function wrongReturn(change: StatusChange, { apprenticeship, history }: ChangeStatusFacts): ChangeStatusRefusal | null {
  if (apprenticeship.status !== 'suspended') return null;
  const before = beforeSuspension(history);
  if (change.to === 'active' && before === 'registered') return { kind: 'still-in-probation' };
  if (change.to === 'registered' && before === 'active') return { kind: 'past-probation' };
  return null;
}

function wrongNotice(decidedBy: Decider, change: StatusChange, facts: ChangeStatusFacts): ChangeStatusRefusal | null {
  const endsTraining = change.to === 'suspended' || change.to === 'cancelled';
  if (!endsTraining || !needsNotice(decidedBy, facts, change.effectiveOn)) return null;
  if (change.noticeGivenOn === null) return { kind: 'notice-missing' };
  const earliestOn = addDays(change.noticeGivenOn, facts.agency.correctiveActionDays);
  return change.effectiveOn < earliestOn ? { kind: 'notice-too-short', earliestOn } : null;
}
