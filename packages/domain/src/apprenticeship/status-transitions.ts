import type { ApprenticeshipStatus } from './apprenticeship.js';
import type { ReportedEvent } from '../program/agency-policy.js';

/** Whose decision a change may be. */
export type Decider = 'apprentice' | 'sponsor';
/** A rule of its own that a change goes through, and no other way. */
export type Through = 'registration' | 'transfer' | 'award';

export interface StatusTransition {
  readonly from: ApprenticeshipStatus;
  readonly to: ApprenticeshipStatus;
  readonly by: readonly Decider[];
  /** Null for a plain change of status. */
  readonly through: Through | null;
  /** What the agency is told; null when nothing (29 CFR 29.5(b)(19)). */
  readonly reported: ReportedEvent | null;
}

const either: readonly Decider[] = ['apprentice', 'sponsor'];
const sponsor: readonly Decider[] = ['sponsor'];

/** Every change of status there is (PRODUCT, "Status"; 29 CFR 29.7(h)). What is not here cannot happen. */
export const statusTransitions: readonly StatusTransition[] = [
  { from: 'draft', to: 'registered', by: sponsor, through: 'registration', reported: 'registered' },
  { from: 'draft', to: 'cancelled', by: either, through: null, reported: null },
  { from: 'registered', to: 'active', by: sponsor, through: null, reported: null },
  { from: 'registered', to: 'suspended', by: sponsor, through: null, reported: 'suspended' },
  { from: 'registered', to: 'cancelled', by: either, through: null, reported: 'cancelled' },
  { from: 'registered', to: 'transferred', by: sponsor, through: 'transfer', reported: 'transferred' },
  { from: 'active', to: 'suspended', by: sponsor, through: null, reported: 'suspended' },
  { from: 'active', to: 'cancelled', by: either, through: null, reported: 'cancelled' },
  { from: 'active', to: 'transferred', by: sponsor, through: 'transfer', reported: 'transferred' },
  { from: 'active', to: 'completed', by: sponsor, through: 'award', reported: 'completed' },
  { from: 'suspended', to: 'registered', by: sponsor, through: null, reported: 'reinstated' },
  { from: 'suspended', to: 'active', by: sponsor, through: null, reported: 'reinstated' },
  { from: 'suspended', to: 'cancelled', by: either, through: null, reported: 'cancelled' },
  { from: 'suspended', to: 'transferred', by: sponsor, through: 'transfer', reported: 'transferred' },
];

/** The change from one status to another; null when there is none. */
export const findTransition = (from: ApprenticeshipStatus, to: ApprenticeshipStatus): StatusTransition | null =>
  statusTransitions.find((one) => one.from === from && one.to === to) ?? null;
