import type { PersonActor } from '../access/roles.js';
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
import { heldReview, reviewOf } from './completion-review.js';
import type { Requirement } from './requirements.js';
import { listRequirements, unmet } from './requirements.js';
import type { MayReviewRefusal } from './review-item.js';
import { mayReview } from './review-item.js';
import { takenBackFrom } from './taken-back.js';

export interface AwardFacts extends ChangeStatusFacts {
  readonly entries: readonly RecordEntry[];
  /** As the apprentice has it, with what the employer made its own. */
  readonly standard: Standard;
  /** The version of the review that was on the screen. */
  readonly shownVersion: number;
  /** Id of the award's own entry; `recordEntry` is that of the change of status. */
  readonly awardEntry: RecordEntryId;
}

export type MayAwardRefusal =
  | MayReviewRefusal
  | UnmetRefusal
  | { readonly kind: 'not-attested' }
  | { readonly kind: 'items-not-reviewed'; readonly items: readonly Pick<Requirement, 'kind' | 'code'>[] }
  | { readonly kind: 'items-questioned'; readonly items: readonly ReviewedItem[] };

export type AwardRefusal = MayAwardRefusal | { readonly kind: 'changed-since-shown' };

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
  const { apprenticeship, today, now, awardEntry } = facts;
  const may = mayReview(actor, apprenticeship);
  if (!may.ok) return may;
  if (review.version !== facts.shownVersion) return refuse({ kind: 'changed-since-shown' });
  const ready = mayAward(actor, review, facts);
  if (!ready.ok) return ready;
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
      requirements: ready.value.map(({ kind, code }) => ({ kind, code })),
    },
  });
}

/** Whether everything is there for this person to award completion now, and the requirements that are met. */
export function mayAward(
  actor: PersonActor,
  review: CompletionReview,
  { apprenticeship, entries, standard, today }: Pick<AwardFacts, 'apprenticeship' | 'entries' | 'standard' | 'today'>,
): Result<readonly Requirement[], MayAwardRefusal> {
  const may = mayReview(actor, apprenticeship);
  if (!may.ok) return may;
  const requirements = listRequirements(standard, { beganOn: apprenticeship.beganOn, entries, today });
  const open = unmet(requirements);
  if (open.length > 0) return refuse({ kind: 'requirements-unmet', unmet: open });
  if (!standingAttestation(entries, apprenticeship.employer)) return refuse({ kind: 'not-attested' });
  const held = heldReview(review, requirements, takenBackFrom(standard, entries));
  const unseen = requirements.filter((one) => reviewOf(held, one) === null);
  if (unseen.length > 0)
    return refuse({ kind: 'items-not-reviewed', items: unseen.map(({ kind, code }) => ({ kind, code })) });
  const questioned = held.items.filter((one) => one.verdict === 'questioned');
  return questioned.length > 0 ? refuse({ kind: 'items-questioned', items: questioned }) : accept(requirements);
}
