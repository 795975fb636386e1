import type { PersonActor } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { RecordEntryId } from '../brand.js';
import type { CompletionReturned, EntryReversed, RecordEntry } from '../record/record-entry.js';
import { reverseEntry } from '../record/reverse-entry.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate, Instant } from '../units.js';
import { standingAttestation } from './attest-mastery.js';
import type { CompletionReview } from './completion-review.js';
import { beginReview } from './completion-review.js';
import type { MayReviewRefusal } from './review-item.js';
import { mayReview } from './review-item.js';

export interface ReturnCompletionFacts {
  readonly apprenticeship: Apprenticeship;
  readonly entries: readonly RecordEntry[];
  readonly today: CalendarDate;
  readonly now: Instant;
  /** Ids of the return and of the reversal of the attestation. */
  readonly recordEntries: { readonly returned: RecordEntryId; readonly reversal: RecordEntryId };
}

export type ReturnCompletionRefusal =
  | MayReviewRefusal
  | { readonly kind: 'not-attested' }
  | { readonly kind: 'reason-missing' };

export interface ReturnedCompletion {
  readonly returned: CompletionReturned;
  /** The employer attests again, once what was questioned is put right. */
  readonly reversal: EntryReversed;
  readonly review: CompletionReview;
}

/**
 * The sponsor gives the materials back with the reasons: those given here and the remark of every item questioned, at least one in all.
 * The attestation is taken back and the review begins anew; its version goes on, so that no screen from before is taken for one from
 * after (PRODUCT, "Completion": awards, or returns with reasons).
 */
export function returnCompletion(
  actor: PersonActor,
  { review, reasons }: { review: CompletionReview; reasons: readonly string[] },
  facts: ReturnCompletionFacts,
): Result<ReturnedCompletion, ReturnCompletionRefusal> {
  const { apprenticeship, today, now, recordEntries } = facts;
  const may = mayReview(actor, apprenticeship);
  if (!may.ok) return may;
  const attestation = standingAttestation(facts.entries, apprenticeship.employer);
  if (!attestation) return refuse({ kind: 'not-attested' });
  const remarks = review.items.flatMap((one) => (one.verdict === 'questioned' ? [`${one.code}: ${one.remark}`] : []));
  const all = [...reasons.map((one) => one.trim()).filter((one) => one !== ''), ...remarks];
  if (all.length === 0) return refuse({ kind: 'reason-missing' });
  return accept({
    returned: {
      kind: 'completion-returned' as const,
      id: recordEntries.returned,
      apprenticeship: apprenticeship.id,
      source: `return/${attestation.id}`,
      standard: apprenticeship.standard,
      occurredOn: today,
      recordedAt: now,
      answeredBy: actor.person,
      reasons: all,
    },
    reversal: reverseEntry(attestation, {
      id: recordEntries.reversal,
      by: actor.person,
      at: now,
      on: today,
      reason: all.join(' '),
    }),
    review: { ...beginReview(apprenticeship.id), version: review.version + 1 },
  });
}
