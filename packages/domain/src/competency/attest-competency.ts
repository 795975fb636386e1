import type { CompetencyAttested } from '../record/record-entry.js';
import type { Result } from '../result.js';
import type { EvaluationRefusal } from './evaluation.js';
import { checkEvaluation } from './evaluation.js';
import type { SignOff, SignOffFacts, SignOffRefusal } from './sign-off-competency.js';
import { signOffCompetency } from './sign-off-competency.js';

/** Signs a competency off as `signOffCompetency`, and only by the means of evaluation that its standard names. */
export function attestCompetency(
  signOff: SignOff,
  facts: SignOffFacts,
): Result<CompetencyAttested, SignOffRefusal | EvaluationRefusal> {
  const signed = signOffCompetency(signOff, facts);
  if (!signed.ok) return signed;
  const competency = facts.standard.competencies.find((one) => one.code === signOff.competency);
  if (!competency) return signed;
  const evaluated = checkEvaluation(competency, signOff.evaluation ?? null);
  return evaluated.ok ? signed : evaluated;
}
