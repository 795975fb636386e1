import { Button } from '@mantine/core';
import type { MatchedLearners, UndoneMatches } from '@journeybook/contracts';
import { useEffect, useRef } from 'react';
import { DoneNotice, Remark } from '../../ui/done-notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { sayMatch } from './say-match.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';

/** What came of matching several learners: who was matched, who was before, who was not and why; and the way back. */
export function MatchSummary({ desk }: { desk: SectionDeskState }) {
  const { matched, undone, undo, undoBusy, undoError } = desk.matching;
  const summary = useRef<HTMLDivElement>(null);
  const answer = undone ?? matched;
  // What opened the list may be gone with the last suggestion, and what was said is read from here on.
  useEffect(() => {
    if (answer) summary.current?.focus({ preventScroll: true });
  }, [answer]);
  const matches = matched?.learners.filter(({ outcome }) => outcome === 'matched').length ?? 0;
  return (
    <div ref={summary} tabIndex={-1} className={answer ? css.summary : css.nothing}>
      <DoneNotice>{undone ? sayUndone(undone) : sayMatched(matched)}</DoneNotice>
      {matches > 0 && (
        <div>
          <Button variant="default" loading={undoBusy} onClick={undo}>
            {matches === 1 ? 'Undo the match' : `Undo the ${matches} matches`}
          </Button>
        </div>
      )}
      <ProblemNotice error={undoError} />
      <NotDone desk={desk} title={undone ? 'not taken back' : 'not matched'} answer={answer} />
    </div>
  );
}

type Answer = MatchedLearners | UndoneMatches;

const countOutcome = ({ learners }: Answer, wanted: Answer['learners'][number]['outcome']): number =>
  learners.filter(({ outcome }) => outcome === wanted).length;

function sayMatched(matched: MatchedLearners | undefined): string {
  if (!matched) return '';
  const now = countOutcome(matched, 'matched');
  const before = countOutcome(matched, 'already-matched');
  const words = [...(now > 0 ? [`${now} matched`] : []), ...(before > 0 ? [`${before} matched already`] : [])];
  return words.length > 0 ? `${words.join('; ')}.` : '';
}

function sayUndone(undone: UndoneMatches): string {
  const count = countOutcome(undone, 'unmatched');
  return count > 0 ? `${countOf(count, 'match', 'matches')} taken back: asked again below.` : '';
}

function NotDone({ desk, title, answer }: { desk: SectionDeskState; title: string; answer: Answer | undefined }) {
  const refused = answer?.learners.filter(({ outcome }) => outcome === 'refused') ?? [];
  if (refused.length === 0) return null;
  return (
    <Remark>
      <span>
        <b>
          {refused.length} {title}:
        </b>
        {refused.map(({ identity, kind, reason }) => {
          const row = desk.rows.find((one) => one.row.identity === identity)?.row;
          const name = desk.matching.asked.find((one) => one.identity === identity)?.learner;
          return (
            <span key={identity}>
              <br />
              {name}: {kind === 'changed-since-shown' && row ? sayMatch(row) : reason}
            </span>
          );
        })}
      </span>
    </Remark>
  );
}
