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

/** A credit with all that is in question about it: one decision answers for it. */
type CreditInQuestion = readonly [CreditReview, ...CreditReview[]];

/** What is being decided: to keep or reverse which credits. */
type Deciding = Pick<DecidedReviews, 'decision'> & { readonly credits: readonly CreditInQuestion[] };

interface ReviewCardProps {
  readonly reviews: readonly CreditReview[];
  readonly mayDecide: boolean;
  readonly decide: ReturnType<typeof useDecideReviews>;
}

/** Credits in question, each once with every reason and both values. Nothing changes until an instructor keeps or reverses them, with a reason. */
export function ReviewCard({ reviews, mayDecide, decide }: ReviewCardProps) {
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [done, setDone] = useState('');
  const credits = creditsOf(reviews);
  if (credits.length === 0) return <DoneNotice>{done}</DoneNotice>;
  return (
    <section className="card stack" aria-labelledby="reviews">
      <h2 id="reviews">{countOf(credits.length, 'credit')} to look at again</h2>
      <p className="soft">Something changed after the hours were credited. They count until you decide.</p>
      <DoneNotice>{done}</DoneNotice>
      <ul>
        {credits.map((credit) => (
          <Line
            key={credit[0].entry}
            title={credit[0].apprentice}
            end={mayDecide && <DecideButtons credit={credit} onDecide={setDeciding} />}
          >
            {wordsOf(credit)} · {showHours(credit[0].minutes)} credited {showDate(credit[0].creditedOn)}
          </Line>
        ))}
      </ul>
      {mayDecide && credits.length > 1 && (
        <div>
          <Button variant="default" onClick={() => setDeciding({ decision: 'keep', credits })}>
            Keep all {credits.length}
          </Button>
        </div>
      )}
      <DecideDialog deciding={deciding} decide={decide} onClose={() => setDeciding(null)} onDone={setDone} />
    </section>
  );
}

function DecideButtons({ credit, onDecide }: { credit: CreditInQuestion; onDecide: (deciding: Deciding) => void }) {
  const hours = `the hours of ${credit[0].apprentice}`;
  return (
    <span className="row">
      <Button
        variant="default"
        aria-label={`Keep ${hours}`}
        onClick={() => onDecide({ decision: 'keep', credits: [credit] })}
      >
        Keep
      </Button>
      <Button
        variant="default"
        aria-label={`Reverse ${hours}`}
        onClick={() => onDecide({ decision: 'reverse', credits: [credit] })}
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
  const [first] = deciding?.credits ?? [];
  const whose =
    deciding && deciding.credits.length > 1 ? `of ${deciding.credits.length}` : `of ${first?.[0].apprentice ?? ''}`;
  const submit = (reason: string) => {
    if (!deciding) return;
    const reviews = deciding.credits.flat().map(({ id }) => id);
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

/** The credits in question, in the order of what came up first. */
function creditsOf(reviews: readonly CreditReview[]): readonly CreditInQuestion[] {
  const credits = new Map<CreditReview['entry'], CreditInQuestion>();
  for (const review of reviews) {
    const others = credits.get(review.entry);
    credits.set(review.entry, others ? [...others, review] : [review]);
  }
  return [...credits.values()];
}

function wordsOf(credit: CreditInQuestion): string {
  const [{ creditedPercent }] = credit;
  const credited =
    creditedPercent === null ? 'credited without a grade' : `credited with ${showPercent(creditedPercent)}`;
  return [credited, ...credit.map(sinceThen)].join(', ');
}

function sinceThen({ cause, seenPercent }: CreditReview): string {
  switch (cause) {
    case 'grade-lowered':
      return `now ${seenPercent === null ? 'without a grade' : showPercent(seenPercent)}`;
    case 'grade-removed':
      return 'now the gradebook has no grade';
    case 'learner-left':
      return 'left the course since';
    case 'match-taken-back':
      return 'the match was taken back since';
  }
}
