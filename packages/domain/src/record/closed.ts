import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

export type ClosedRecordRefusal = { readonly kind: 'record-closed'; readonly status: ApprenticeshipStatus };

/** In which an agreement is over, and its record takes no more. */
export const closedStatuses: readonly ApprenticeshipStatus[] = ['completed', 'cancelled', 'transferred'];

/**
 * Whether a record takes no more: the agreement is completed, cancelled or transferred, and its transcript is out. Coming back is a
 * new agreement with credit (PRODUCT, "Completion").
 */
export const isClosed = (status: ApprenticeshipStatus): boolean => closedStatuses.includes(status);

/**
 * Whether an agreement's record still takes entries. For the rules that are not told the agreement: approving hours, taking an approval
 * back and returning hours ask this first, or a reversal after the award would undo what was awarded.
 */
export const mayAddEntries = (apprenticeship: Apprenticeship): Result<Apprenticeship, ClosedRecordRefusal> =>
  isClosed(apprenticeship.status)
    ? refuse({ kind: 'record-closed', status: apprenticeship.status })
    : accept(apprenticeship);
