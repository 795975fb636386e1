import type { CompletionView, RequirementView } from '@journeybook/contracts';
import { useState } from 'react';
import { countOf } from '../../ui/show-dates.js';
import { acceptable, requirementKey, requirementName } from './requirement-groups.js';
import { type ReviewedItem, useReview } from './use-completion.js';

/** What the API takes in one act. */
const mostAtOnce = 500;

const shown = ({ kind, code, takenBack }: RequirementView) => ({ kind, code, takenBack });

/** The sponsor going through the requirements: accepting, questioning, and what was just said. */
export function useReviewDesk(completion: CompletionView) {
  const review = useReview(completion.apprenticeship);
  const [done, setDone] = useState('');
  const say = (items: readonly ReviewedItem[], words: string, then?: () => void) => {
    setDone('');
    review.mutate(
      { version: completion.reviewVersion, items },
      {
        onSuccess: () => {
          setDone(words);
          then?.();
        },
      },
    );
  };
  const accepted = (item: RequirementView): ReviewedItem => ({ ...shown(item), verdict: 'accepted', remark: '' });
  return {
    done,
    error: review.error,
    forget: review.reset,
    /** Keys of the requirements that are on their way to the server. */
    busy: new Set(review.isPending ? review.variables.items.map(requirementKey) : []),
    accept: (item: RequirementView) => say([accepted(item)], `${requirementName(item)} accepted.`),
    acceptAll: (items: readonly RequirementView[]) => {
      const all = acceptable(items).slice(0, mostAtOnce).map(accepted);
      if (all.length > 0) say(all, `${countOf(all.length, 'requirement')} accepted.`);
    },
    question: (item: RequirementView, remark: string, then: () => void) => {
      say([{ ...shown(item), verdict: 'questioned', remark }], `${requirementName(item)} questioned.`, then);
    },
  };
}

export type ReviewDesk = ReturnType<typeof useReviewDesk>;
