import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { NotInTrainingRefusal } from '../apprenticeship/training-on.js';
import type { ClosedRecordRefusal } from '../record/closed.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { Instant } from '../units.js';

export const claimCodeLength = 8;
export const claimCodeDays = 14;
/** Letters and digits that are not taken for one another when read aloud or copied by hand. */
export const claimCodeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** How many wrong codes one learner may type in an hour. */
export const claimTriesAnHour = 10;

/** A code as it is kept, without what was typed; null when there is none like it. */
export interface KeptClaimCode {
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  /** Of the agreement it was given for, now. */
  readonly status: ApprenticeshipStatus;
}

export type ClaimRefusal =
  | { readonly kind: 'claim-code-wrong' }
  | { readonly kind: 'claim-tries-used-up' }
  | { readonly kind: 'already-matched' };

/** A code as somebody types it, in capitals and without blanks and hyphens; an I or O is nobody's fault but stays wrong. */
export const readClaimCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/gu, '');

/**
 * Whether a code is given for an agreement: not for a draft, which may name anybody by an address (`not-in-training`), nor for one
 * that is over (`record-closed`).
 */
export function giveClaimCode({ status }: Apprenticeship): Result<true, NotInTrainingRefusal | ClosedRecordRefusal> {
  if (status === 'draft') return refuse({ kind: 'not-in-training', status });
  return isClosed(status) ? refuse({ kind: 'record-closed', status }) : accept(true as const);
}

/**
 * Whether a learner may claim a record with a code: it exists, nobody used it, it is not older than 14 days, its agreement is
 * neither a draft nor over, the learner is nobody yet, and has not tried too often. A wrong, a used and an old code are refused
 * alike, so that guessing teaches nothing (lti.md §5.3, anonymous privacy).
 */
export function claimRecord<Code extends KeptClaimCode>(
  code: Code | null,
  { now, matched, triesInHour }: { now: Instant; matched: boolean; triesInHour: number },
): Result<Code, ClaimRefusal> {
  if (matched) return refuse({ kind: 'already-matched' });
  if (triesInHour >= claimTriesAnHour) return refuse({ kind: 'claim-tries-used-up' });
  if (!code || code.usedAt !== null || Date.parse(code.expiresAt) < Date.parse(now))
    return refuse({ kind: 'claim-code-wrong' });
  if (code.status === 'draft' || isClosed(code.status)) return refuse({ kind: 'claim-code-wrong' });
  return accept(code);
}
