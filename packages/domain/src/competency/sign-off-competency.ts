import type { CompetencyCode, PersonId, RecordEntryId } from '../brand.js';
import type { CompetencyAttested } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import type { CompetencyActRefusal, CompetencyFacts } from './act-on-competency.js';
import { mayActOnCompetency } from './act-on-competency.js';
import type { Evaluation, EvaluationRefusal } from './evaluation.js';
import { checkEvaluation } from './evaluation.js';

export interface SignOff {
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly comment: string;
  readonly observedOn: CalendarDate;
  readonly by: PersonId;
  /** How it was judged, where the competency's method asks for more than an observation. */
  readonly evaluation?: Evaluation;
}

export type SignOffRefusal =
  | CompetencyActRefusal
  | EvaluationRefusal
  | { readonly kind: 'level-not-on-scale' }
  | { readonly kind: 'below-required-level'; readonly requiredLevel: number }
  | { readonly kind: 'already-signed-off' };

export interface SignOffFacts extends CompetencyFacts {
  /** The level that counts for this competency now, null when nobody signed it. */
  readonly signedLevel: number | null;
  /** How often it was signed before, voided sign-offs included; makes the source unique. */
  readonly signedTimes: number;
  readonly now: Instant;
  readonly recordEntry: RecordEntryId;
}

/**
 * Signs a competency off at its required level or above. The mentor is assigned on the day observed and is never the
 * apprentice (PRODUCT, "Competencies"). Signing again at a higher level is a new attestation; at the same or lower, refused. Mastery is
 * judged by the means of evaluation that the standard names (`checkEvaluation`).
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
    ...(signOff.evaluation === undefined ? {} : { evaluation: signOff.evaluation }),
  });
}

function whyNot(signOff: SignOff, facts: SignOffFacts): SignOffRefusal | null {
  const { competency: code, by, observedOn, level } = signOff;
  const act = mayActOnCompetency({ competency: code, by, on: observedOn }, facts);
  if (!act.ok) return act.refusal;
  const { requiredLevel } = act.value;
  if (!facts.standard.levels.some((one) => one.level === level)) return { kind: 'level-not-on-scale' };
  if (level < requiredLevel) return { kind: 'below-required-level', requiredLevel };
  if (facts.signedLevel !== null && facts.signedLevel >= level) return { kind: 'already-signed-off' };
  const evaluated = checkEvaluation(act.value, signOff.evaluation ?? null);
  return evaluated.ok ? null : evaluated.refusal;
}
