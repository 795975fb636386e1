import type { PersonActor } from '../access/roles.js';
import { isClosed } from '../record/closed.js';
import type { EmployerChanged, StatusChanged } from '../record/record-entry.js';
import type { CalendarDate } from '../units.js';
import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';
import { mayAssignMentors } from './assign-mentor.js';
import { deciderOf, needsNotice } from './change-status.js';
import { beforeSuspension } from './status-history.js';
import type { StatusTransition } from './status-transitions.js';
import { statusTransitions } from './status-transitions.js';

export interface OfferedActs {
  readonly register: boolean;
  /** Statuses that a plain change may lead to. */
  readonly changeStatus: readonly ApprenticeshipStatus[];
  /** Whether suspending and cancelling take a day of notice. */
  readonly needsNotice: boolean;
  readonly transfer: boolean;
  readonly changeEmployer: boolean;
  readonly assignMentor: boolean;
  readonly report: boolean;
  readonly move: boolean;
}

export interface OfferedActsFacts {
  readonly apprenticeship: Apprenticeship;
  /** The changes of status and of employer in the record. */
  readonly history: readonly StatusChanged[];
  readonly employerHistory: readonly EmployerChanged[];
  /** As in the facts of a change of status. */
  readonly probationEndsOn?: CalendarDate | null;
  /** How many published versions there are that the apprentice was never bound to. */
  readonly otherVersions: number;
  readonly today: CalendarDate;
}

/**
 * What somebody may do with an agreement today: the acts whose rules would accept them with the right days and words. Who sees no act
 * offered is refused it, and the other way round.
 */
export function offeredActs(actor: PersonActor, facts: OfferedActsFacts): OfferedActs {
  const { apprenticeship, employerHistory, today } = facts;
  const decidedBy = deciderOf(actor, apprenticeship);
  const [sponsor, open] = [decidedBy === 'sponsor', !isClosed(apprenticeship.status)];
  const begun = apprenticeship.beganOn <= today;
  const transitions = statusTransitions.filter((one) => decidedBy && one.by.includes(decidedBy) && isNext(one, facts));
  const leadsThrough = (through: StatusTransition['through']) => transitions.some((one) => one.through === through);
  return {
    register: leadsThrough('registration') && begun,
    changeStatus: transitions.filter((one) => one.through === null).map((one) => one.to),
    needsNotice: open && needsNotice(decidedBy, facts, today),
    transfer: leadsThrough('transfer'),
    changeEmployer: sponsor && open && begun && employerHistory.every((one) => one.occurredOn < today),
    assignMentor: open && mayAssignMentors(actor, apprenticeship),
    report: sponsor,
    move: sponsor && open && facts.otherVersions > 0,
  };
}

/** Whether the change begins at the status of today; from a suspension an apprentice comes back to where it interrupted. */
function isNext({ from, to }: StatusTransition, { apprenticeship, history }: OfferedActsFacts): boolean {
  if (from !== apprenticeship.status) return false;
  const back = from === 'suspended' && (to === 'registered' || to === 'active');
  return !back || to === beforeSuspension(history);
}
