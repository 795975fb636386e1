import type { RecordEntryId } from '../brand.js';
import type { CompetencyObserved } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';
import type { CompetencyAct, CompetencyActRefusal, CompetencyFacts } from './act-on-competency.js';
import { mayActOnCompetency } from './act-on-competency.js';

export type ObserveRefusal =
  | CompetencyActRefusal
  | { readonly kind: 'level-not-on-scale' }
  | { readonly kind: 'feedback-missing' };

/**
 * Records that a mentor watched the apprentice, with feedback and the level seen. Any level of the scale, also one at which the
 * competency could be signed off: an observation never counts as a sign-off. Refusals as `mayActOnCompetency` and these two.
 */
export function observeCompetency(
  observation: CompetencyAct & { readonly level: number; readonly feedback: string },
  facts: CompetencyFacts & { readonly now: Instant; readonly recordEntry: RecordEntryId },
): Result<CompetencyObserved, ObserveRefusal> {
  const act = mayActOnCompetency(observation, facts);
  if (!act.ok) return act;
  const { competency, by, on, level } = observation;
  const feedback = observation.feedback.trim();
  if (!facts.standard.levels.some((one) => one.level === level)) return refuse({ kind: 'level-not-on-scale' });
  if (feedback === '') return refuse({ kind: 'feedback-missing' });
  return accept({
    kind: 'competency-observed' as const,
    id: facts.recordEntry,
    apprenticeship: facts.apprenticeship.id,
    source: `observation/${facts.recordEntry}`,
    standard: facts.standard.id,
    occurredOn: on,
    recordedAt: facts.now,
    answeredBy: by,
    competency,
    level,
    feedback,
  });
}
