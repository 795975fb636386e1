import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { Mentorship } from './mentorship.js';
import { mentoredOn } from './mentorship.js';
import type { PersonActor } from './roles.js';
import { holds } from './roles.js';

/** For what somebody wants to see a person's answers: their own page, or the file for the agency about one registration. */
export type DemographicsUse = { readonly kind: 'own' } | { readonly kind: 'agency-export'; readonly reason: string };

export type DemographicsReader = 'apprentice' | 'sponsor';

export type OpenDemographicsRefusal =
  | { readonly kind: 'not-their-answers' }
  | { readonly kind: 'acts-for-employer' }
  | { readonly kind: 'reason-missing' };

export interface DemographicsFacts {
  readonly apprenticeship: Apprenticeship;
  readonly mentorships: readonly Mentorship[];
  readonly today: CalendarDate;
}

/**
 * Decides who sees one person's answers: the apprentice their own, and an administrator of the sponsor in the file for the agency, with a
 * reason. Nobody at the employer does: an administrator who also runs the employer or mentors this apprentice is refused, unless the
 * employer is the sponsor itself (29 CFR 30.11(e): confidential). Nobody exports about themself; everybody else is refused with
 * `not-their-answers`, in the same words whether or not there are any.
 */
export function openDemographics(
  actor: PersonActor,
  use: DemographicsUse,
  { apprenticeship, mentorships, today }: DemographicsFacts,
): Result<DemographicsReader, OpenDemographicsRefusal> {
  const { id, apprentice, employer, sponsor } = apprenticeship;
  const isOwn = actor.person === apprentice;
  if (use.kind === 'own') return isOwn ? accept('apprentice' as const) : refuse({ kind: 'not-their-answers' });
  if (isOwn || !holds(actor, 'sponsor-admin', sponsor)) return refuse({ kind: 'not-their-answers' });
  const runsEmployer = employer !== sponsor && holds(actor, 'employer-admin', employer);
  if (runsEmployer || mentoredOn(mentorships, { mentor: actor.person, apprenticeship: id, date: today }))
    return refuse({ kind: 'acts-for-employer' });
  return use.reason.trim() === '' ? refuse({ kind: 'reason-missing' }) : accept('sponsor' as const);
}
