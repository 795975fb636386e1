import type { Mentorship, MentorshipKind } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { PersonId } from '../brand.js';
import type { Ratio } from '../program/program-terms.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';
import type { Apprenticeship, ApprenticeshipStatus } from './apprenticeship.js';

export interface MentorAssignment {
  readonly mentor: PersonId;
  readonly from: CalendarDate;
  /** The last day; null while it lasts. A stand-in has one. */
  readonly until: CalendarDate | null;
  readonly kind: MentorshipKind;
}

export interface AssignMentorFacts {
  readonly apprenticeship: Apprenticeship;
  /** The person's assignments to this apprentice. */
  readonly assigned: readonly Mentorship[];
  readonly ratio: Ratio | null;
  /** At the apprentice's site on the first day, this assignment included: everybody who trains and everybody who mentors. */
  readonly site: { readonly apprentices: number; readonly journeyworkers: number };
}

export type AssignMentorRefusal =
  | { readonly kind: 'not-their-apprentice' }
  | { readonly kind: 'own-mentor' }
  | { readonly kind: 'period-backwards' }
  | { readonly kind: 'stand-in-without-end' }
  | { readonly kind: 'before-agreement'; readonly beganOn: CalendarDate }
  | { readonly kind: 'already-assigned'; readonly from: CalendarDate }
  | { readonly kind: 'record-closed'; readonly status: ApprenticeshipStatus };

/** Something the sponsor looks at; never a refusal. */
export type AssignmentFlag = 'over-ratio';

/**
 * Assigns a mentor, or a supervisor standing in, for a period. Several may overlap, the same person not twice; never the apprentice. By
 * the employer or the sponsor. More apprentices than the ratio allows are flagged (29 CFR 29.5(b)(7)).
 */
export function assignMentor(
  actor: PersonActor,
  assignment: MentorAssignment,
  facts: AssignMentorFacts,
): Result<{ mentorship: Mentorship; flags: readonly AssignmentFlag[] }, AssignMentorRefusal> {
  const refusal = whyNot(actor, assignment, facts);
  if (refusal) return refuse(refusal);
  const { mentor, from, until, kind } = assignment;
  return accept({
    mentorship: { mentor, apprenticeship: facts.apprenticeship.id, from, until, kind },
    flags: facts.ratio && isOverRatio(facts.site, facts.ratio) ? (['over-ratio'] as const) : [],
  });
}

/** Whether the person decides who mentors the apprentice: for the employer or the sponsor, never as the apprentice. */
export const mayAssignMentors = (actor: PersonActor, { apprentice, employer, sponsor }: Apprenticeship): boolean =>
  actor.person !== apprentice && (holds(actor, 'employer-admin', employer) || holds(actor, 'sponsor-admin', sponsor));

/** Whether a site trains more apprentices than its journeyworkers may have. */
export const isOverRatio = (site: AssignMentorFacts['site'], ratio: Ratio): boolean =>
  site.apprentices * ratio.journeyworkers > site.journeyworkers * ratio.apprentices;

function whyNot(
  actor: PersonActor,
  { mentor, from, until, kind }: MentorAssignment,
  { apprenticeship, assigned }: AssignMentorFacts,
): AssignMentorRefusal | null {
  if (!mayAssignMentors(actor, apprenticeship)) return { kind: 'not-their-apprentice' };
  if (isClosed(apprenticeship.status)) return { kind: 'record-closed', status: apprenticeship.status };
  if (mentor === apprenticeship.apprentice) return { kind: 'own-mentor' };
  if (until !== null && until < from) return { kind: 'period-backwards' };
  if (kind === 'stand-in' && until === null) return { kind: 'stand-in-without-end' };
  if (from < apprenticeship.beganOn) return { kind: 'before-agreement', beganOn: apprenticeship.beganOn };
  const same = assigned.find(
    (one) =>
      one.mentor === mentor &&
      one.apprenticeship === apprenticeship.id &&
      (one.until === null || from <= one.until) &&
      (until === null || one.from <= until),
  );
  return same ? { kind: 'already-assigned', from: same.from } : null;
}
