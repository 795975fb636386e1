import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { ChangedStatus, ChangeStatusFacts } from '../apprenticeship/change-status.js';
import { changedStatus } from '../apprenticeship/change-status.js';
import type { RecordEntryId } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { CompletionAwarded, RecordEntry } from '../record/record-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { UnmetRefusal } from './attest-mastery.js';
import { standingAttestation } from './attest-mastery.js';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import { reviewOf } from './completion-review.js';
import type { Requirement } from './requirements.js';
import { listRequirements, unmet } from './requirements.js';

export interface AwardFacts extends ChangeStatusFacts {
  readonly entries: readonly RecordEntry[];
  /** As the apprentice has it, with what the employer made its own. */
  readonly standard: Standard;
  /** The version of the review that was on the screen. */
  readonly shownVersion: number;
  /** Id of the award's own entry; `recordEntry` is that of the change of status. */
  readonly awardEntry: RecordEntryId;
}

export type AwardRefusal =
  | UnmetRefusal
  | { readonly kind: 'own-completion' }
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'not-active'; readonly status: ApprenticeshipStatus }
  | { readonly kind: 'changed-since-shown' }
  | { readonly kind: 'not-attested' }
  | { readonly kind: 'items-not-reviewed'; readonly items: readonly Pick<Requirement, 'kind' | 'code'>[] }
  | { readonly kind: 'items-questioned'; readonly items: readonly ReviewedItem[] };

export interface Awarded extends ChangedStatus {
  readonly award: CompletionAwarded;
}

/**
 * The sponsor awards completion: nothing is unmet, the employer's attestation stands, and every requirement was reviewed and accepted.
 * The record is closed with it. What we issue is the sponsor's attestation; the certificate is the agency's (29 CFR 29.5(b)(15)).
 */
export function awardCompletion(
  actor: PersonActor,
  review: CompletionReview,
  facts: AwardFacts,
): Result<Awarded, AwardRefusal> {
  const { apprenticeship, standard, entries, today, now, awardEntry } = facts;
  const requirements = listRequirements(standard, { beganOn: apprenticeship.beganOn, entries, today });
  const refusal = whyNot(actor, apprenticeship) ?? notReady(review, requirements, facts);
  if (refusal) return refuse(refusal);
  const change = changedStatus(facts, {
    to: 'completed',
    effectiveOn: today,
    reason: 'Completion awarded by the sponsor',
    by: actor.person,
    decidedBy: 'sponsor',
  });
  return accept({
    ...change,
    award: {
      kind: 'completion-awarded' as const,
      id: awardEntry,
      apprenticeship: apprenticeship.id,
      source: `award/${apprenticeship.id}`,
      standard: apprenticeship.standard,
      occurredOn: today,
      recordedAt: now,
      answeredBy: actor.person,
      requirements: requirements.map(({ kind, code }) => ({ kind, code })),
    },
  });
}

function whyNot(actor: PersonActor, apprenticeship: Apprenticeship): AwardRefusal | null {
  if (actor.person === apprenticeship.apprentice) return { kind: 'own-completion' };
  if (!holds(actor, 'sponsor-admin', apprenticeship.sponsor)) return { kind: 'not-their-program' };
  return apprenticeship.status === 'active' ? null : { kind: 'not-active', status: apprenticeship.status };
}

function notReady(
  review: CompletionReview,
  requirements: readonly Requirement[],
  { entries, shownVersion }: AwardFacts,
): AwardRefusal | null {
  if (review.version !== shownVersion) return { kind: 'changed-since-shown' };
  const open = unmet(requirements);
  if (open.length > 0) return { kind: 'requirements-unmet', unmet: open };
  if (!standingAttestation(entries)) return { kind: 'not-attested' };
  const unseen = requirements.filter((one) => reviewOf(review, one) === null);
  if (unseen.length > 0) return { kind: 'items-not-reviewed', items: unseen.map(({ kind, code }) => ({ kind, code })) };
  const questioned = review.items.filter((one) => one.verdict === 'questioned');
  return questioned.length > 0 ? { kind: 'items-questioned', items: questioned } : null;
}
