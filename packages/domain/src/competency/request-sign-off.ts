import type { ApprenticeshipId, CompetencyCode, PersonId, SignOffRequestId } from '../brand.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { NotInTrainingRefusal } from '../apprenticeship/training-on.js';
import { trainingOn } from '../apprenticeship/training-on.js';
import type { Mentorship } from '../access/mentorship.js';
import { teachesOn } from '../access/mentorship.js';
import type { Standard } from '../program/standard.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

/** An apprentice asks a mentor to look at one skill; it is no entry of the record and moves no total. */
export interface SignOffRequest {
  readonly id: SignOffRequestId;
  readonly apprenticeship: ApprenticeshipId;
  readonly competency: CompetencyCode;
  readonly note: string;
  readonly requestedAt: Instant;
  readonly state: 'open' | 'signed-off' | 'declined' | 'withdrawn';
}

export type RequestSignOffRefusal =
  | NotInTrainingRefusal
  | { readonly kind: 'not-their-record' }
  | { readonly kind: 'unknown-competency' }
  | { readonly kind: 'already-signed-off' }
  | { readonly kind: 'already-requested' };

/** Asks for a sign-off: the apprentice alone, for a skill of the Job Book that is not signed at its level, once until it is answered. */
export function requestSignOff(
  by: PersonId,
  asked: Pick<SignOffRequest, 'id' | 'competency' | 'note'>,
  facts: {
    readonly apprenticeship: Apprenticeship;
    readonly standard: Standard;
    readonly signedLevel: number | null;
    /** Whether a request for this skill is open. */
    readonly open: boolean;
    readonly today: CalendarDate;
    readonly now: Instant;
  },
): Result<SignOffRequest, RequestSignOffRefusal> {
  const { apprenticeship, standard, signedLevel, today, now } = facts;
  if (by !== apprenticeship.apprentice) return refuse({ kind: 'not-their-record' });
  const training = trainingOn(apprenticeship, today);
  if (!training.ok) return training;
  const competency = standard.competencies.find((one) => one.code === asked.competency);
  if (!competency) return refuse({ kind: 'unknown-competency' });
  if (signedLevel !== null && signedLevel >= competency.requiredLevel) return refuse({ kind: 'already-signed-off' });
  if (facts.open) return refuse({ kind: 'already-requested' });
  const note = asked.note.trim();
  return accept({ ...asked, note, apprenticeship: apprenticeship.id, requestedAt: now, state: 'open' as const });
}

export type DeclineSignOffRefusal =
  | { readonly kind: 'own-competency' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'already-answered'; readonly state: SignOffRequest['state'] }
  | { readonly kind: 'feedback-missing' };

/** Answers a request with what is still missing, in words. By a mentor assigned today who is not only standing in. */
export function declineSignOff(
  by: PersonId,
  { request, feedback }: { request: SignOffRequest; feedback: string },
  facts: {
    readonly apprenticeship: Apprenticeship;
    readonly mentorships: readonly Mentorship[];
    readonly today: CalendarDate;
  },
): Result<SignOffRequest & { readonly state: 'declined'; readonly feedback: string }, DeclineSignOffRefusal> {
  if (by === facts.apprenticeship.apprentice) return refuse({ kind: 'own-competency' });
  if (!teachesOn(facts.mentorships, { mentor: by, apprenticeship: request.apprenticeship, date: facts.today }))
    return refuse({ kind: 'not-their-mentor' });
  if (request.state !== 'open') return refuse({ kind: 'already-answered', state: request.state });
  if (feedback.trim() === '') return refuse({ kind: 'feedback-missing' });
  return accept({ ...request, state: 'declined' as const, feedback: feedback.trim() });
}
