import { Button } from '@mantine/core';
import type { CreditReview } from '@journeybook/contracts';
import { useState } from 'react';
import { showPercent } from '../../ui/course-standing.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Line } from '../../ui/line.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { countOf, showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import type { DecidedReviews, useDecideReviews } from './use-section.js';

/** What is being decided: to keep or reverse which credits. */
type Deciding = Pick<DecidedReviews, 'decision'> & { readonly reviews: readonly CreditReview[] };

interface ReviewCardProps {
  readonly reviews: readonly CreditReview[];
  readonly mayDecide: boolean;
  readonly decide: ReturnType<typeof useDecideReviews>;
}

/** Credits in question, with both values. Nothing changes until an instructor keeps or reverses them, with a reason. */
export function ReviewCard({ reviews, mayDecide, decide }: ReviewCardProps) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [done, setDone] = useState('');
  if (reviews.length === 0) return <DoneNotice>{done}</DoneNotice>;
  return (
    <section className="card stack" aria-labelledby="reviews">
      <h2 id="reviews">{countOf(reviews.length, 'credit')} to look at again</h2>
      <p className="soft">Something changed after the hours were credited. They count until you decide.</p>
      <DoneNotice>{done}</DoneNotice>
      <ul>
        {reviews.map((one) => (
          <Line
            key={one.id}
            title={one.apprentice}
            end={mayDecide && <DecideButtons review={one} onDecide={setDeciding} />}
          >
            {wordsOf(one)} · {showHours(one.minutes)} credited {showDate(one.creditedOn)}
          </Line>
        ))}
      </ul>
      {mayDecide && reviews.length > 1 && (
        <div>
          <Button variant="default" onClick={() => setDeciding({ decision: 'keep', reviews })}>
            Keep all {reviews.length}
          </Button>
        </div>
      )}
      <DecideDialog deciding={deciding} decide={decide} onClose={() => setDeciding(null)} onDone={setDone} />
    </section>
  );
}

function DecideButtons({ review, onDecide }: { review: CreditReview; onDecide: (deciding: Deciding) => void }) {
  const hours = `the hours of ${review.apprentice}`;
  return (
    <span className="row">
      <Button
        variant="default"
        aria-label={`Keep ${hours}`}
        onClick={() => onDecide({ decision: 'keep', reviews: [review] })}
      >
        Keep
      </Button>
      <Button
        variant="default"
        aria-label={`Reverse ${hours}`}
        onClick={() => onDecide({ decision: 'reverse', reviews: [review] })}
      >
        Reverse
      </Button>
    </span>
  );
}

interface DecideDialogProps {
  readonly deciding: Deciding | null;
  readonly decide: ReviewCardProps['decide'];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function DecideDialog({ deciding, decide, onClose, onDone }: DecideDialogProps) {
  const isReversal = deciding?.decision === 'reverse';
  const [first] = deciding?.reviews ?? [];
  const whose =
    deciding && deciding.reviews.length > 1 ? `of ${deciding.reviews.length}` : `of ${first?.apprentice ?? ''}`;
  const submit = (reason: string) => {
    if (!deciding) return;
    const reviews = deciding.reviews.map(({ id }) => id);
    decide.mutate(
      { reviews, decision: deciding.decision, reason },
      {
        onSuccess: () => {
          onDone(isReversal ? `The hours ${whose} no longer count.` : `The hours ${whose} are kept.`);
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      opened={deciding !== null}
      title={`${isReversal ? 'Reverse' : 'Keep'} the hours ${whose}`}
      label="Why?"
      description="It stands beside the decision for good."
      missing="Say why"
      action={isReversal ? 'Reverse the hours' : 'Keep the hours'}
      grave={isReversal}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {isReversal && 'The credit stays visible on the record with the reversal beside it; its hours no longer count.'}
    </ReasonDialog>
  );
}

function wordsOf({ cause, creditedPercent, seenPercent }: CreditReview): string {
  const credited =
    creditedPercent === null ? 'credited without a grade' : `credited with ${showPercent(creditedPercent)}`;
  switch (cause) {
    case 'grade-lowered':
      return `${credited}, now ${seenPercent === null ? 'without a grade' : showPercent(seenPercent)}`;
    case 'grade-removed':
      return `${credited}, now the gradebook has no grade`;
    case 'learner-left':
      return `${credited}, left the course since`;
    case 'match-taken-back':
      return `${credited}, the match was taken back since`;
  }
}
