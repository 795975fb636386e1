import { Button, Modal, Textarea } from '@mantine/core';
import type { CompletionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './completion-desk.module.css';
import { requirementKey } from './requirement-groups.js';
import { useReturnCompletion } from './use-completion.js';

interface ReturnDialogProps {
  readonly opened: boolean;
  readonly completion: CompletionView;
  readonly onClose: () => void;
}

/** Gives the materials back: the remarks of what was questioned go along. */
export function ReturnDialog({ opened, ...rest }: ReturnDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title="Return the materials"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <ReturnForm {...rest} />
    </Modal>
  );
}

function ReturnForm({ completion, onClose }: Omit<ReturnDialogProps, 'opened'>) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const giveBack = useReturnCompletion(completion.apprenticeship);
  const questioned = completion.requirements.filter((one) => one.review?.verdict === 'questioned');
  const reasons = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const missing = reasons.length === 0 && questioned.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing) giveBack.mutate(reasons, { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        {completion.employer.name}’s attestation is taken back with it, and the review begins anew. Both stay on the
        record.
      </p>
      {questioned.length > 0 && (
        <>
          <p>These remarks go along:</p>
          <ul className={css.list}>
            {questioned.map((one) => (
              <li key={requirementKey(one)}>
                {one.title}: {one.review?.remark}
              </li>
            ))}
          </ul>
        </>
      )}
      <Textarea
        data-autofocus
        label={questioned.length > 0 ? 'Other reasons' : 'Reasons'}
        description="One a line; the employer and the apprentice read them"
        required={questioned.length === 0}
        autosize
        minRows={3}
        maxLength={2000}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={asked && missing ? 'Give at least one reason' : undefined}
      />
      <ProblemNotice error={giveBack.error} />
      <div className="row">
        <Button type="submit" loading={giveBack.isPending}>
          Return
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
