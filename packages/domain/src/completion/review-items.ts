import type { PersonActor } from '../access/roles.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import { heldReview } from './completion-review.js';
import type { ReviewItemFacts, ReviewItemRefusal } from './review-item.js';
import { mayReview, reviewItem } from './review-item.js';

export interface ShownReview {
  readonly items: readonly Omit<ReviewedItem, 'by'>[];
  /** The version of the review that was on the screen. */
  readonly shownVersion: number;
}

/**
 * The sponsor's word on several requirements in one act: all of it holds, or none. Refused when somebody else said something since it
 * was shown. What lapsed meanwhile is dropped with it.
 */
export function reviewItems(
  actor: PersonActor,
  review: CompletionReview,
  { items, shownVersion }: ShownReview,
  facts: ReviewItemFacts,
): Result<CompletionReview, ReviewItemRefusal> {
  const may = mayReview(actor, facts.apprenticeship);
  if (!may.ok) return may;
  if (review.version !== shownVersion) return refuse({ kind: 'changed-since-shown' });
  return items.reduce<Result<CompletionReview, ReviewItemRefusal>>(
    (before, item) => (before.ok ? reviewItem(actor, before.value, item, facts) : before),
    accept(heldReview(review, facts.requirements, facts.takenBack)),
  );
}
