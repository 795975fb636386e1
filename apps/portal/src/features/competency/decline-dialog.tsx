import type { SignOffRequestView } from '@journeybook/contracts';
import { useState } from 'react';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useDeclineSignOff } from './use-sign-off-requests.js';

interface DeclineDialogProps {
  readonly opened: SignOffRequestView | null;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Answers a request with what is still missing; the apprentice reads it in the Job Book and may ask again. */
export function DeclineDialog({ opened, onClose, onDone }: DeclineDialogProps) {
  const [last, setLast] = useState(opened);
  const decline = useDeclineSignOff();
  if (opened && opened !== last) {
    setLast(opened);
    decline.reset();
  }
  if (!last) return null;
  const { apprentice, competency } = last;
  const submit = (feedback: string) =>
    decline.mutate(
      { request: last, feedback },
      { onSuccess: () => onDone(`${apprentice.name} reads what is still missing: ${competency.title}.`) },
    );
  return (
    <ReasonDialog
      opened={opened !== null}
      title={`Not yet, ${apprentice.name}`}
      label="What is still missing"
      description={`${apprentice.name} reads this in the Job Book and may ask again.`}
      missing="Say what is still missing"
      action="Send"
      busy={decline.isPending}
      error={decline.error}
      field="feedback"
      onSubmit={submit}
      onClose={onClose}
    >
      <b>{competency.title}</b>
    </ReasonDialog>
  );
}
