import { Button, UnstyledButton } from '@mantine/core';
import type { RosterRow } from '@journeybook/contracts';
import { useState } from 'react';
import { isChanged } from '../../ui/changed-since-shown.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ChooseApprenticeDialog } from './choose-apprentice-dialog.js';
import { learnerName } from './learner-name.js';
import { suggestionReasons } from './propose-matches.js';
import { sayMatch } from './say-match.js';
import css from './section-desk.module.css';
import type { SectionDeskState } from './use-section-desk.js';
import { useDeclineSuggestion, useMatchLearner } from './use-section.js';

/** Which apprentice a learner is. A suggestion is a question; only a person's answer matches anybody. */
export function MatchCell({ desk, row }: { desk: SectionDeskState; row: RosterRow }) {
  const [choosing, setChoosing] = useState(false);
  const match = useMatchLearner();
  const decline = useDeclineSuggestion();
  const { identity } = row;
  return (
    <div className={css.match}>
      {row.match.state === 'matched' && (
        <span>
          {row.match.apprentice.name}
          <br />
          <span className="soft">
            {row.match.apprentice.occupation} · {row.match.apprentice.employer}
          </span>
        </span>
      )}
      {row.match.state === 'none' && <span className="soft">nobody matched</span>}
      {row.match.state === 'suggested' && <Question match={row.match} />}
      {desk.section.may.match && (
        <span className="row">
          {row.match.state === 'suggested' && (
            <SuggestionButtons
              name={row.match.apprentice.name}
              busy={match.isPending || decline.isPending}
              onYes={() =>
                row.match.state === 'suggested' &&
                match.mutate({ identity, apprenticeship: row.match.apprentice.apprenticeship, shown: row.edition })
              }
              onNo={() =>
                row.match.state === 'suggested' &&
                decline.mutate({ identity, apprenticeship: row.match.apprentice.apprenticeship })
              }
            />
          )}
          <UnstyledButton
            className={css.link}
            aria-label={`${chooseWords[row.match.state]} for ${learnerName(row)}${row.match.state === 'matched' ? ': the apprentice matched' : ''}`}
            onClick={() => setChoosing(true)}
          >
            {chooseWords[row.match.state]}
          </UnstyledButton>
        </span>
      )}
      <ProblemNotice
        error={match.error ?? decline.error}
        says={isChanged(match.error) ? `${sayMatch(row)} Nothing was changed by you.` : undefined}
      />
      <ChooseApprenticeDialog opened={choosing} row={row} onClose={() => setChoosing(false)} />
    </div>
  );
}

type Suggested = Extract<RosterRow['match'], { state: 'suggested' }>;

const chooseWords = {
  matched: 'Change',
  suggested: 'Choose another',
  none: 'Choose an apprentice',
} as const satisfies Record<RosterRow['match']['state'], string>;

const Question = ({ match }: { match: Suggested }) => (
  <span>
    <span className={css.question}>Is this {match.apprentice.name}?</span>{' '}
    <span className="soft">
      {match.otherAccount && 'has another account here already · '}
      {suggestionReasons[match.reason]} · {match.apprentice.employer}
    </span>
  </span>
);

function SuggestionButtons(props: { name: string; busy: boolean; onYes: () => void; onNo: () => void }) {
  return (
    <>
      <Button loading={props.busy} aria-label={`Yes, this is ${props.name}`} onClick={props.onYes}>
        Yes
      </Button>
      <Button variant="default" disabled={props.busy} aria-label={`No, this is not ${props.name}`} onClick={props.onNo}>
        No
      </Button>
    </>
  );
}
