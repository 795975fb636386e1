import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';

export type ClosedRecordRefusal = { readonly kind: 'record-closed'; readonly status: ApprenticeshipStatus };

/**
 * Whether a record takes no more: the agreement is completed, cancelled or transferred, and its transcript is out. Coming back is a
 * new agreement with credit (PRODUCT, "Completion").
 */
export const isClosed = (status: ApprenticeshipStatus): boolean =>
  status === 'completed' || status === 'cancelled' || status === 'transferred';
