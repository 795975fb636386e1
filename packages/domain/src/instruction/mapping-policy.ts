import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';

/** What stands for the instructor's confirmation: their click, or a passing grade that they typed in the tool's own column. */
export type ConfirmedBy = 'hand' | 'grade';
/** Whether a completion credits all of the course's minutes, or those that were attended, up to the course's. */
export type CreditMode = 'all' | 'attendance';
/** Which of several grades of one learner counts. */
export type AttemptRule = 'first-pass' | 'best' | 'latest';

/** How a section turns completions into credits. Who maps the section chooses it, and answers for what it credits. */
export interface MappingPolicy {
  readonly confirmedBy: ConfirmedBy;
  readonly creditMode: CreditMode;
  readonly attempt: AttemptRule;
}

/** What holds where nobody chose: a person confirms each learner, by the latest grade, for all hours of the course. */
export const cautiousPolicy: MappingPolicy = { confirmedBy: 'hand', creditMode: 'all', attempt: 'latest' };

export type MappingPolicyRefusal = { readonly kind: 'attendance-needs-hand' };

/**
 * Whether the parts of a policy fit together: no grade says how many hours were attended, so crediting by attendance takes a
 * person for each learner (`attendance-needs-hand`) (PRODUCT, "Related instruction"; lti.md §5.3).
 */
export function checkMappingPolicy<Policy extends MappingPolicy>(policy: Policy): Result<Policy, MappingPolicyRefusal> {
  if (policy.confirmedBy === 'grade' && policy.creditMode === 'attendance')
    return refuse({ kind: 'attendance-needs-hand' });
  return accept(policy);
}
