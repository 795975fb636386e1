import { Button, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { RosterRow } from '@journeybook/contracts';
import { useState } from 'react';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { learnerName } from './roster-cells.js';
import css from './section-desk.module.css';
import { useApprenticeSearch, useMatchLearner, useUnmatchLearner } from './use-section.js';

interface ChooseApprenticeDialogProps {
  readonly opened: boolean;
  readonly row: RosterRow;
  readonly onClose: () => void;
  /** The learner is no apprentice. */
  readonly onNobody: () => void;
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

function Search({ row, onClose, onNobody }: Omit<ChooseApprenticeDialogProps, 'opened'>) {
  const [name, setName] = useState('');
  const [searched] = useDebouncedValue(name.trim(), 200);
  const found = useApprenticeSearch(searched);
  const match = useMatchLearner();
  const unmatch = useUnmatchLearner();
  const { identity } = row;
  const leave = () => {
    onNobody();
    onClose();
  };
  // A suggestion is nothing that the API holds: there is no match to take back, only a question to answer.
  const notAnApprentice = () =>
    row.match.state === 'matched' ? unmatch.mutate(identity, { onSuccess: leave }) : leave();
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
            <UnstyledButton
              disabled={match.isPending}
              onClick={() => match.mutate({ identity, apprenticeship: one.apprenticeship }, { onSuccess: onClose })}
            >
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
      <ProblemNotice error={match.error ?? unmatch.error} />
      {row.match.state !== 'none' && (
        <Button variant="default" loading={unmatch.isPending} onClick={notAnApprentice}>
          Not an apprentice
        </Button>
      )}
    </div>
  );
}
