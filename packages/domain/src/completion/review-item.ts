import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship, ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CompletionReview, ReviewedItem } from './completion-review.js';
import type { Requirement } from './requirements.js';

export type MayReviewRefusal =
  | { readonly kind: 'own-completion' }
  | { readonly kind: 'not-their-program' }
  | { readonly kind: 'not-active'; readonly status: ApprenticeshipStatus };

export type ReviewItemRefusal =
  | MayReviewRefusal
  | { readonly kind: 'unknown-requirement' }
  | { readonly kind: 'requirement-unmet'; readonly requirement: Requirement }
  | { readonly kind: 'remark-missing' };

/**
 * The sponsor's word on one requirement: accepted, or questioned with a remark. What is unmet cannot be accepted; saying it again
 * replaces the word before, whoever said it. Never by the apprentice (PRODUCT, "Completion": item by item).
 */
export function reviewItem(
  actor: PersonActor,
  review: CompletionReview,
  item: Omit<ReviewedItem, 'by'>,
  facts: { readonly apprenticeship: Apprenticeship; readonly requirements: readonly Requirement[] },
): Result<CompletionReview, ReviewItemRefusal> {
  const { apprenticeship, requirements } = facts;
  const may = mayReview(actor, apprenticeship);
  if (!may.ok) return may;
  const requirement = requirements.find((one) => one.kind === item.kind && one.code === item.code);
  if (!requirement) return refuse({ kind: 'unknown-requirement' });
  if (item.verdict === 'accepted' && !requirement.met) return refuse({ kind: 'requirement-unmet', requirement });
  const remark = item.remark.trim();
  if (item.verdict === 'questioned' && remark === '') return refuse({ kind: 'remark-missing' });
  const others = review.items.filter((one) => one.kind !== item.kind || one.code !== item.code);
  return accept({
    ...review,
    version: review.version + 1,
    items: [...others, { kind: item.kind, code: item.code, verdict: item.verdict, remark, by: actor.person }],
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
