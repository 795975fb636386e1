import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { RosterRow } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useState } from 'react';
import { isChanged, useShown } from '../../ui/changed-since-shown.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { learnerName } from './learner-name.js';
import { sayMatch } from './say-match.js';
import css from './section-desk.module.css';
import { useApprenticeSearch, useDeclineSuggestion, useMatchLearner, useUnmatchLearner } from './use-section.js';

interface ChooseApprenticeDialogProps {
  readonly opened: boolean;
  readonly row: RosterRow;
  readonly onClose: () => void;
}

/** Finds the apprentice that a learner is, or says that the learner is none. */
export function ChooseApprenticeDialog({ opened, ...rest }: ChooseApprenticeDialogProps) {
  const { row, onClose } = rest;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Who is ${learnerName(row)}?`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <Search {...rest} />
    </Modal>
  );
}

const chooseAgain = 'Nothing was changed by you. Choose again to put yours in the place of that.';

function Search({ row, onClose }: Omit<ChooseApprenticeDialogProps, 'opened'>) {
  const [name, setName] = useState('');
  const [searched] = useDebouncedValue(name.trim(), 200);
  const found = useApprenticeSearch(searched);
  const match = useMatchLearner();
  const unmatch = useUnmatchLearner();
  const decline = useDeclineSuggestion();
  const { identity } = row;
  const changed = [match.error, unmatch.error].find(isChanged);
  const { ifMatch: shown } = useShown(row.edition, changed);
  const choose = (apprenticeship: ApprenticeshipId) => {
    unmatch.reset();
    match.mutate({ identity, apprenticeship, shown }, { onSuccess: onClose });
  };
  // A suggestion is no match that could be taken back, only a question that is answered with no.
  const notAnApprentice = () => {
    match.reset();
    if (row.match.state === 'matched') unmatch.mutate({ identity, shown }, { onSuccess: onClose });
    else if (row.match.state === 'suggested')
      decline.mutate({ identity, apprenticeship: row.match.apprentice.apprenticeship }, { onSuccess: onClose });
  };
  return (
    <div className="stack">
      <p className="soft">
        {[row.name, row.email, row.sisId && `student id ${row.sisId}`].filter(Boolean).join(' · ')}
      </p>
      <TextInput
        data-autofocus
        type="search"
        label="Name of the apprentice"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {found.isPending && <Loading what="apprentices" heights={[48, 48]} />}
      <ul className={css.choices}>
        {found.data?.map((one) => (
          <li key={one.apprenticeship}>
            <UnstyledButton disabled={match.isPending} onClick={() => choose(one.apprenticeship)}>
              <b>{one.name}</b>
              <br />
              <span className="soft">
                {one.occupation} · {one.employer}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {found.data?.length === 0 && <p className="soft">No apprentice of this college is called that.</p>}
      <ProblemNotice error={found.error} onRetry={found.refetch} />
      <ProblemNotice
        error={changed ?? match.error ?? unmatch.error ?? decline.error}
        says={isChanged(changed) ? `${sayMatch(row)} ${chooseAgain}` : undefined}
      />
      {row.match.state === 'matched' && (
        <p className="soft">
          Taking the match back closes the record to this learner.
          {row.credit && ' The hours stay for now: you are asked whether they are kept.'}
        </p>
      )}
      {row.match.state !== 'none' && (
        <Button variant="default" loading={unmatch.isPending || decline.isPending} onClick={notAnApprentice}>
          Not an apprentice
        </Button>
      )}
    </div>
  );
}
