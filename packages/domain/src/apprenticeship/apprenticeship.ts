import type { ApprenticeshipId, OrganizationId, PersonId, StandardId } from '../brand.js';
import type { CalendarDate } from '../units.js';

/** PRODUCT, "Advanced standing, wages, status, completion". */
export type ApprenticeshipStatus =
  | 'draft'
  | 'registered'
  | 'active'
  | 'suspended'
  | 'completed'
  | 'cancelled'
  | 'transferred';

/** One agreement: an apprentice, a sponsor, an employer and the version of the standard they are bound to. */
export interface Apprenticeship {
  readonly id: ApprenticeshipId;
  readonly sponsor: OrganizationId;
  readonly employer: OrganizationId;
  readonly apprentice: PersonId;
  readonly standard: StandardId;
  readonly status: ApprenticeshipStatus;
  /** The first day of the agreement. */
  readonly beganOn: CalendarDate;
}

/** Whether hours and instruction are taken on now: during probation (registered) and while active. */
export const isTraining = (status: ApprenticeshipStatus): boolean => status === 'registered' || status === 'active';
