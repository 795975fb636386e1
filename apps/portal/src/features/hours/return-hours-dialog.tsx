import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';
import { minutesOf } from './group-queue.js';
import type { QueueDesk } from './use-queue-desk.js';
import { useReturnHours } from './use-queue.js';

interface ReturnHoursDialogProps {
  readonly opened: boolean;
  readonly desk: QueueDesk;
  readonly onClose: () => void;
  readonly onReturned: (count: number) => void;
}

/** Sends the chosen entries back with a reason; what was typed stays when that fails. */
export function ReturnHoursDialog({ opened, desk, onClose, onReturned }: ReturnHoursDialogProps) {
  const { chosen } = desk;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const giveBack = useReturnHours();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    giveBack.mutate(
      { entries: chosen, reason: reason.trim() },
      {
        onSuccess: () => {
          setReason('');
          onReturned(chosen.length);
        },
        onError: (error) => void desk.explainChange(error, chosen),
      },
    );
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Return ${countOf(chosen.length, 'entry', 'entries')}, ${showHours(minutesOf(chosen))}`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <form onSubmit={submit} className="stack" noValidate>
        <Textarea
          data-autofocus
          label="What is wrong?"
          description="The apprentice reads this, corrects the hours and sends them again."
          autosize
          minRows={3}
          maxLength={2000}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={missing && reason.trim() === '' ? 'Say what is wrong' : fieldError(giveBack.error, 'reason')}
        />
        <ProblemNotice error={giveBack.error} />
        <div className="row">
          <Button type="submit" loading={giveBack.isPending} disabled={chosen.length === 0}>
            Return
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  );
}
