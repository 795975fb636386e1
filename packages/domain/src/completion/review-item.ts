import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import type { Requirement } from './requirements.js';
import type { TakenBack } from './taken-back.js';

export type MayReviewRefusal =
  | { readonly kind: 'own-completion' }
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'not-active'; readonly status: ApprenticeshipStatus };

export type ReviewItemRefusal =
  | MayReviewRefusal
  | { readonly kind: 'unknown-requirement' }
  | { readonly kind: 'requirement-unmet'; readonly requirement: Requirement }
  | { readonly kind: 'remark-missing' }
  | { readonly kind: 'changed-since-shown' };

export interface ReviewItemFacts {
  readonly apprenticeship: Apprenticeship;
  readonly requirements: readonly Requirement[];
  readonly takenBack: TakenBack;
}

/**
 * The sponsor's word on one requirement: accepted, or questioned with a remark. What is unmet cannot be accepted, nor what was taken
 * back and recorded anew since it was shown; saying it again replaces the word before, whoever said it. Never by the apprentice
 * (PRODUCT, "Completion": item by item).
 */
export function reviewItem(
  actor: PersonActor,
  review: CompletionReview,
  item: Omit<ReviewedItem, 'by'>,
  { apprenticeship, requirements, takenBack }: ReviewItemFacts,
): Result<CompletionReview, ReviewItemRefusal> {
  const may = mayReview(actor, apprenticeship);
  if (!may.ok) return may;
  const requirement = requirements.find((one) => one.kind === item.kind && one.code === item.code);
  if (!requirement) return refuse({ kind: 'unknown-requirement' });
  if (item.verdict === 'accepted' && !requirement.met) return refuse({ kind: 'requirement-unmet', requirement });
  if (item.verdict === 'accepted' && item.takenBack !== takenBack(requirement))
    return refuse({ kind: 'changed-since-shown' });
  const remark = item.remark.trim();
  if (item.verdict === 'questioned' && remark === '') return refuse({ kind: 'remark-missing' });
  const others = review.items.filter((one) => one.kind !== item.kind || one.code !== item.code);
  return accept({
    ...review,
    version: review.version + 1,
    items: [...others, { ...item, remark, by: actor.person }],
  });
}

/** Whether this person may decide about the completion of this agreement at all: the sponsor, never the apprentice, while it is active. */
export function mayReview(
  actor: PersonActor,
  apprenticeship: Apprenticeship,
): Result<Apprenticeship, MayReviewRefusal> {
  const { apprentice, sponsor, status } = apprenticeship;
  if (actor.person === apprentice) return refuse({ kind: 'own-completion' });
  if (!holds(actor, 'sponsor-admin', sponsor)) return refuse({ kind: 'not-their-program' });
  return status === 'active' ? accept(apprenticeship) : refuse({ kind: 'not-active', status });
}
