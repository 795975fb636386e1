import type { OrganizationId } from '../brand.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { HeldRole, Role } from './roles.js';

/** What an organisation asks of those who hold these roles there: a second factor, from that day on. */
export interface SecondFactorPolicy {
  readonly organization: OrganizationId;
  readonly roles: readonly Role[];
  readonly requiredFrom: CalendarDate;
}

/** Whether somebody still has to set up a second factor: not at all, by a day for an organisation, or before anything else. */
export type SecondFactorDuty =
  | { readonly state: 'none' }
  | { readonly state: 'soon' | 'now'; readonly organization: OrganizationId; readonly requiredFrom: CalendarDate };

export type SecondFactorRefusal = { readonly kind: 'second-factor-needed' };

/** What is known about somebody who signed in. */
export interface SecondFactorFacts {
  readonly roles: readonly HeldRole[];
  readonly policies: readonly SecondFactorPolicy[];
  readonly hasSecondFactor: boolean;
  readonly today: CalendarDate;
}

/**
 * What the organisations of somebody ask, the earliest day first (issue "Sign-in", policy per organisation). A policy binds by the
 * role held in its own organisation and no other; whoever has a second factor owes nothing.
 */
export function secondFactorDuty({ roles, policies, hasSecondFactor, today }: SecondFactorFacts): SecondFactorDuty {
  if (hasSecondFactor) return { state: 'none' };
  const binds = ({ organization, roles: asked }: SecondFactorPolicy) =>
    roles.some((held) => held.organization === organization && asked.includes(held.role));
  const [first] = policies.filter(binds).toSorted((a, b) => (a.requiredFrom < b.requiredFrom ? -1 : 1));
  if (!first) return { state: 'none' };
  const { organization, requiredFrom } = first;
  return { state: requiredFrom <= today ? 'now' : 'soon', organization, requiredFrom };
}

/** Decides whether somebody may do anything but set up a second factor; refused with `second-factor-needed` from the day it is asked for. */
export const passSecondFactor = (facts: SecondFactorFacts): Result<null, SecondFactorRefusal> =>
  secondFactorDuty(facts).state === 'now' ? refuse({ kind: 'second-factor-needed' }) : accept(null);
