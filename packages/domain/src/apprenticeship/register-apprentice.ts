import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { OrganizationId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import { termsOf } from '../program/program-terms.js';
import type { StandardStatus } from '../program/standard-draft.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import { ageOn } from './age-on.js';
import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';
import type { ChangedStatus, ChangeStatusFacts } from './change-status.js';
import { changedStatus } from './change-status.js';

/** Who signs for a minor: what they are to the apprentice, and how to reach them. */
export interface Guardian {
  readonly name: string;
  readonly relation: string;
  readonly contact: string;
  readonly signedOn: CalendarDate;
}

export interface Registration {
  /** The draft agreement, with the day it begins. */
  readonly apprenticeship: Apprenticeship;
  readonly bornOn: CalendarDate;
  readonly signedByApprenticeOn: CalendarDate | null;
  /** Null when nobody did; a minor's guardian signs too (29 CFR 29.7(a)). */
  readonly guardian: Guardian | null;
  readonly reason: string;
}

export interface RegistrationFacts extends Omit<ChangeStatusFacts, 'apprenticeship' | 'agency' | 'history'> {
  readonly standard: Standard;
  readonly standardStatus: StandardStatus;
  /** Employers and colleges that take part in the sponsor's program. */
  readonly partners: readonly OrganizationId[];
  /** The apprentice's other agreements, with any sponsor. */
  readonly otherAgreements: readonly { readonly status: ApprenticeshipStatus; readonly rapidsCode: string }[];
}

export type RegistrationRefusal =
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'no-such-change'; readonly from: ApprenticeshipStatus; readonly to: ApprenticeshipStatus }
  | { readonly kind: 'standard-not-published' }
  | { readonly kind: 'employer-not-in-program' }
  | { readonly kind: 'too-young'; readonly minimumAge: number }
  | { readonly kind: 'signature-missing' }
  | { readonly kind: 'guardian-missing'; readonly adultAge: number }
  | { readonly kind: 'agreement-open' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'future-date'; readonly today: CalendarDate };

/**
 * Registers a draft agreement on the day it begins: signed, by somebody old enough (16 federally) and by a guardian when a minor,
 * under a published standard, with an employer of the program, and without a second open agreement in the same occupation
 * (29 CFR 29.5(b)(10), 29.7). Coming back after completion, cancellation or transfer is a new agreement.
 */
export function registerApprentice(
  actor: PersonActor,
  registration: Registration,
  facts: RegistrationFacts,
): Result<ChangedStatus, RegistrationRefusal> {
  const { apprenticeship } = registration;
  if (actor.person === apprenticeship.apprentice || !holds(actor, 'sponsor-admin', apprenticeship.sponsor))
    return refuse({ kind: 'not-their-program' });
  if (apprenticeship.status !== 'draft')
    return refuse({ kind: 'no-such-change', from: apprenticeship.status, to: 'registered' });
  const refusal = whyNotOffered(apprenticeship, facts) ?? whyNotSigned(registration, facts);
  if (refusal) return refuse(refusal);
  return accept(
    changedStatus(
      { ...facts, apprenticeship, history: [], agency: termsOf(facts.standard).agency },
      {
        to: 'registered',
        effectiveOn: apprenticeship.beganOn,
        reason: registration.reason,
        by: actor.person,
        decidedBy: 'sponsor',
      },
    ),
  );
}

function whyNotOffered(apprenticeship: Apprenticeship, facts: RegistrationFacts): RegistrationRefusal | null {
  const { standard, partners, otherAgreements, today } = facts;
  if (facts.standardStatus !== 'published' || standard.id !== apprenticeship.standard)
    return { kind: 'standard-not-published' };
  if (apprenticeship.employer !== apprenticeship.sponsor && !partners.includes(apprenticeship.employer))
    return { kind: 'employer-not-in-program' };
  if (apprenticeship.beganOn > today) return { kind: 'future-date', today };
  const open = otherAgreements.some((one) => isOpen(one.status) && one.rapidsCode === standard.occupation.rapidsCode);
  return open ? { kind: 'agreement-open' } : null;
}

const isOpen = (status: ApprenticeshipStatus): boolean =>
  status === 'registered' || status === 'active' || status === 'suspended';

function whyNotSigned(registration: Registration, { standard, today }: RegistrationFacts): RegistrationRefusal | null {
  const { minimumAge, adultAge } = termsOf(standard).agency;
  const age = ageOn(registration.bornOn, registration.apprenticeship.beganOn);
  if (age < minimumAge) return { kind: 'too-young', minimumAge };
  if (registration.signedByApprenticeOn === null) return { kind: 'signature-missing' };
  if (
    isMinor({ bornOn: registration.bornOn, beganOn: registration.apprenticeship.beganOn }, adultAge) &&
    !isNamed(registration.guardian)
  )
    return { kind: 'guardian-missing', adultAge };
  const signed = [registration.signedByApprenticeOn, registration.guardian?.signedOn ?? today];
  if (signed.some((on) => on > today)) return { kind: 'future-date', today };
  return registration.reason.trim() === '' ? { kind: 'reason-missing' } : null;
}

const isNamed = (guardian: Guardian | null): boolean =>
  guardian !== null && [guardian.name, guardian.relation, guardian.contact].every((text) => text.trim() !== '');

/** Whether a guardian signs too: whoever is under the agency's adult age on the first day of the agreement (29 CFR 29.7(a)). */
export const isMinor = (dates: { bornOn: CalendarDate; beganOn: CalendarDate }, adultAge: number): boolean =>
  ageOn(dates.bornOn, dates.beganOn) < adultAge;
