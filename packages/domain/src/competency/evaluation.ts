import type { Competency, EvaluationMethod } from '../program/standard.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** What stands behind a sign-off besides the mentor's own eyes. */
export interface Evaluation {
  readonly method: EvaluationMethod;
  /** Percent reached and needed, for a test; null otherwise. */
  readonly result: { readonly scorePercent: number; readonly passMarkPercent: number } | null;
  /** The work sample, the test's number or the notes of the interview; empty for an observation. */
  readonly reference: string;
}

export type EvaluationRefusal =
  | { readonly kind: 'another-evaluation-method'; readonly method: EvaluationMethod }
  | { readonly kind: 'test-result-missing' }
  | { readonly kind: 'test-failed'; readonly passMarkPercent: number }
  | { readonly kind: 'evaluation-evidence-missing'; readonly method: EvaluationMethod };

/** How the competency is judged; an observation unless the standard says otherwise. */
export const evaluationMethodOf = (competency: Competency): EvaluationMethod => competency.evaluation ?? 'observation';

/**
 * Whether a competency was judged by the means its standard names: a test by a result that passed, a work sample or an interview
 * by a reference to it (29 CFR 29.5(b)(2)(ii)). Nothing more is asked of an observation.
 */
export function checkEvaluation(
  competency: Competency,
  evaluation: Evaluation | null,
): Result<Evaluation | null, EvaluationRefusal> {
  const method = evaluationMethodOf(competency);
  if (evaluation && evaluation.method !== method) return refuse({ kind: 'another-evaluation-method', method });
  if (method === 'observation') return accept(evaluation);
  if (method === 'test') {
    const result = evaluation?.result;
    if (!result) return refuse({ kind: 'test-result-missing' });
    if (!(result.scorePercent >= result.passMarkPercent))
      return refuse({ kind: 'test-failed', passMarkPercent: result.passMarkPercent });
    return accept(evaluation);
  }
  if (!evaluation || evaluation.reference.trim() === '') return refuse({ kind: 'evaluation-evidence-missing', method });
  return accept(evaluation);
}
