import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';
import type { StatusChanged } from '../record/record-entry.js';
import type { CalendarDate } from '../units.js';

/** The changes in the order in which they took effect; of one day, in the order they were recorded. */
export const inOrder = (changes: readonly StatusChanged[]): readonly StatusChanged[] =>
  changes.toSorted((a, b) => compare(a.occurredOn, b.occurredOn) || compare(a.recordedAt, b.recordedAt));

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The status that held at the end of a date; before the first change what that changed from, or `draft`. */
export const statusOn = (changes: readonly StatusChanged[], date: CalendarDate): ApprenticeshipStatus =>
  inOrder(changes).findLast((one) => one.occurredOn <= date)?.status ?? inOrder(changes)[0]?.from ?? 'draft';

/**
 * Whether the agreement is in probation, also while a suspension interrupts it. Given a date and the day on which probation ends by its
 * limits, it is over after that day, whether or not somebody has made the apprentice active (29 CFR 29.5(b)(8)).
 */
export function inProbation(
  apprenticeship: Apprenticeship,
  changes: readonly StatusChanged[],
  limit: { readonly on: CalendarDate; readonly endsOn: CalendarDate } | null = null,
): boolean {
  const { status } = apprenticeship;
  if (status === 'draft') return true;
  const begun = status === 'registered' || (status === 'suspended' && beforeSuspension(changes) === 'registered');
  return begun && (limit === null || limit.on <= limit.endsOn);
}

/** What a suspended apprentice comes back to: `registered` when probation was interrupted, else `active`. */
export function beforeSuspension(changes: readonly StatusChanged[]): 'registered' | 'active' {
  const training = inOrder(changes).findLast((one) => one.status === 'registered' || one.status === 'active');
  return training?.status === 'registered' ? 'registered' : 'active';
}
