import type { CompetencyView } from '@journeybook/contracts';
import { readPercent } from '../../ui/read-percent.js';

type Method = CompetencyView['evaluation'];

/** How a skill was judged, as the API takes it. */
export interface Evaluation {
  readonly method: Method;
  readonly result: { readonly scorePercent: number; readonly passMarkPercent: number } | null;
  readonly reference: string;
}

/** The same as it is being typed. */
export interface EvaluationDraft {
  readonly score: string;
  readonly passMark: string;
  readonly reference: string;
}

export const emptyEvaluation: EvaluationDraft = { score: '', passMark: '', reference: '' };

/** What is still missing of an evaluation, by its field; empty when it can be sent. */
export function missingEvaluation(
  method: Method,
  draft: EvaluationDraft,
): Partial<Record<keyof EvaluationDraft, string>> {
  if (method === 'test')
    return {
      ...(readPercent(draft.score) === null ? { score: 'Enter the score, 0 to 100 %' } : {}),
      ...(readPercent(draft.passMark) === null ? { passMark: 'Enter the pass mark, 0 to 100 %' } : {}),
    };
  if (method === 'observation' || draft.reference.trim() !== '') return {};
  return { reference: method === 'interview' ? 'Say what was asked and answered' : 'Say which work it was' };
}

/** The evaluation to send with a sign-off; nothing for an observation, which the mentor's own eyes are. */
export function readEvaluation(method: Method, draft: EvaluationDraft): { evaluation?: Evaluation } {
  if (method === 'observation') return {};
  const [scorePercent, passMarkPercent] = [readPercent(draft.score), readPercent(draft.passMark)];
  const result =
    method === 'test' && scorePercent !== null && passMarkPercent !== null ? { scorePercent, passMarkPercent } : null;
  return { evaluation: { method, result, reference: draft.reference.trim() } };
}
