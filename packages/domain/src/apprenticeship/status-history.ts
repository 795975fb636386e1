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

/** Whether the agreement is still in probation, also while a suspension interrupts it. */
export const inProbation = (apprenticeship: Apprenticeship, changes: readonly StatusChanged[]): boolean =>
  apprenticeship.status === 'draft' ||
  apprenticeship.status === 'registered' ||
  (apprenticeship.status === 'suspended' && beforeSuspension(changes) === 'registered');

/** What a suspended apprentice comes back to: `registered` when probation was interrupted, else `active`. */
export function beforeSuspension(changes: readonly StatusChanged[]): 'registered' | 'active' {
  const training = inOrder(changes).findLast((one) => one.status === 'registered' || one.status === 'active');
  return training?.status === 'registered' ? 'registered' : 'active';
}
