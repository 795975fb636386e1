import type { ApprenticeshipId, PersonId } from '../brand.js';
import type { Requirement } from './requirements.js';
import type { TakenBack } from './taken-back.js';

/** What the sponsor says of one requirement after going through its materials. */
export interface ReviewedItem {
  readonly kind: Requirement['kind'];
  readonly code: string;
  readonly verdict: 'accepted' | 'questioned';
  /** What is wrong, for a questioned item; may be empty for an accepted one. */
  readonly remark: string;
  readonly by: PersonId;
  /** How often something behind it had been taken back, as it was shown. */
  readonly takenBack: number;
}

/** A sponsor going through the materials of one apprentice, item by item. */
export interface CompletionReview {
  readonly apprenticeship: ApprenticeshipId;
  readonly items: readonly ReviewedItem[];
  /** Goes up with every item. */
  readonly version: number;
}

/** A review in which nothing was looked at yet. */
export const beginReview = (apprenticeship: ApprenticeshipId): CompletionReview => ({
  apprenticeship,
  items: [],
  version: 0,
});

/**
 * The review as far as it holds: an acceptance is for the evidence that was seen, so it lapses when any of it is taken back, be it
 * recorded anew, and while what it accepted is unmet; a word on what the standard asks for no more is no word at all.
 */
export const heldReview = (
  review: CompletionReview,
  requirements: readonly Requirement[],
  takenBack: TakenBack,
): CompletionReview => ({
  ...review,
  items: review.items.filter((item) => {
    const requirement = requirements.find((one) => one.kind === item.kind && one.code === item.code);
    if (!requirement) return false;
    return item.verdict === 'questioned' || (requirement.met && item.takenBack === takenBack(requirement));
  }),
});

/** What was said of a requirement; null while nobody looked at it. */
export const reviewOf = (review: CompletionReview, { kind, code }: Pick<Requirement, 'kind' | 'code'>) =>
  review.items.find((one) => one.kind === kind && one.code === code) ?? null;
