import type { Mentorship } from '../access/mentorship.js';
import { mentoredOn } from '../access/mentorship.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import { isTraining } from '../apprenticeship/apprenticeship.js';
import type { CompetencyCode, PersonId, RecordEntryId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { CompetencyAttested } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';

export interface SignOff {
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly comment: string;
  readonly observedOn: CalendarDate;
  readonly by: PersonId;
}

export type SignOffRefusal =
  | { readonly kind: 'own-competency' }
  | { readonly kind: 'not-their-mentor' }
  | { readonly kind: 'not-in-training'; readonly status: Apprenticeship['status'] }
  | { readonly kind: 'unknown-competency' }
  | { readonly kind: 'level-not-on-scale' }
  | { readonly kind: 'below-required-level'; readonly requiredLevel: number }
  | { readonly kind: 'future-date'; readonly today: CalendarDate }
  | { readonly kind: 'already-signed-off' };

export interface SignOffFacts {
  readonly apprenticeship: Apprenticeship;
  readonly standard: Standard;
  readonly mentorships: readonly Mentorship[];
  /** The level that counts for this competency now, null when nobody signed it. */
  readonly signedLevel: number | null;
  /** How often it was signed before, voided sign-offs included; makes the source unique. */
  readonly signedTimes: number;
  readonly today: CalendarDate;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

/**
 * Signs a competency off at its required level or above. The mentor is assigned on the day observed and is never the
 * apprentice (PRODUCT, "Competencies"). Signing again at a higher level is a new attestation; at the same or lower, refused.
 */
export function signOffCompetency(signOff: SignOff, facts: SignOffFacts): Result<CompetencyAttested, SignOffRefusal> {
  const refusal = whyNot(signOff, facts);
  if (refusal) return refuse(refusal);
  const { apprenticeship, standard } = facts;
  return accept({
    kind: 'competency-attested' as const,
    id: facts.recordEntry,
    apprenticeship: apprenticeship.id,
    source: `competency/${apprenticeship.id}/${signOff.competency}/${facts.signedTimes + 1}`,
    standard: standard.id,
    occurredOn: signOff.observedOn,
    recordedAt: facts.now,
    answeredBy: signOff.by,
    competency: signOff.competency,
    level: signOff.level,
    comment: signOff.comment.trim(),
  });
}

function whyNot(signOff: SignOff, facts: SignOffFacts): SignOffRefusal | null {
  const { apprenticeship, standard, mentorships, signedLevel, today } = facts;
  if (signOff.by === apprenticeship.apprentice) return { kind: 'own-competency' };
  if (!mentoredOn(mentorships, { mentor: signOff.by, apprenticeship: apprenticeship.id, date: signOff.observedOn }))
    return { kind: 'not-their-mentor' };
  if (signOff.observedOn > today) return { kind: 'future-date', today };
  if (!isTraining(apprenticeship.status)) return { kind: 'not-in-training', status: apprenticeship.status };
  const competency = standard.competencies.find((one) => one.code === signOff.competency);
  if (!competency) return { kind: 'unknown-competency' };
  if (!standard.levels.some((one) => one.level === signOff.level)) return { kind: 'level-not-on-scale' };
  if (signOff.level < competency.requiredLevel)
    return { kind: 'below-required-level', requiredLevel: competency.requiredLevel };
  if (signedLevel !== null && signedLevel >= signOff.level) return { kind: 'already-signed-off' };
  return null;
}
