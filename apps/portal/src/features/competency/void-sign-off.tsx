import type { ApprenticeshipId, RecordEntryId } from '@journeybook/domain';
import { useState } from 'react';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { TextButton } from '../../ui/text-button.js';
import { useVoidSignOff } from './use-skill-acts.js';

interface VoidSignOffProps {
  readonly apprenticeship: ApprenticeshipId;
  /** The sign-off's entry of the record. */
  readonly entry: RecordEntryId;
  /** The skill that was signed. */
  readonly title: string;
  readonly onVoided?: () => void;
}

/** Takes a sign-off back, with a reason that everybody can read who reads the record. */
export function VoidSignOff({ apprenticeship, entry, title, onVoided }: VoidSignOffProps) {
  const [opened, setOpened] = useState(false);
  const voiding = useVoidSignOff(apprenticeship);
  const submit = (reason: string) =>
    voiding.mutate(
      { entry, reason },
      {
        onSuccess: () => {
          setOpened(false);
          onVoided?.();
        },
      },
    );
  return (
    <>
      <TextButton name={`Void the sign-off: ${title}`} grave onClick={() => setOpened(true)}>
        Void…
      </TextButton>
      <ReasonDialog
        opened={opened}
        title="Void this sign-off?"
        label="Why it does not stand"
        description="It stays readable on the record, struck, with this reason beside it."
        missing="Say why it does not stand"
        action="Void the sign-off"
        grave
        busy={voiding.isPending}
        error={voiding.error}
        onSubmit={submit}
        onClose={() => setOpened(false)}
      >
        <b>{title}</b>
      </ReasonDialog>
    </>
  );
}
