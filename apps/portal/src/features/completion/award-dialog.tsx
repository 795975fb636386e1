import { Button, Modal } from '@mantine/core';
import type { CompletionView } from '@journeybook/contracts';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { countOf } from '../../ui/show-dates.js';
import { useAward } from './use-completion.js';

interface AwardDialogProps {
  readonly opened: boolean;
  readonly completion: CompletionView;
  readonly onClose: () => void;
}

/** Says what awarding means before it is done. */
export function AwardDialog({ opened, completion, onClose }: AwardDialogProps) {
  const { apprentice, apprenticeship, requirements, reviewVersion } = completion;
  const award = useAward(apprenticeship);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Award completion to ${apprentice.name}?`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <div className="stack">
        <p>All {countOf(requirements.length, 'requirement')} are met, attested and accepted.</p>
        <p>
          <b>The record is closed with it</b> and takes no more entries. What Journeybook issues is your attestation as
          the sponsor; the certificate of completion comes from the registration agency, which is to be told.
        </p>
        <ProblemNotice error={award.error} />
        <div className="row">
          <Button loading={award.isPending} onClick={() => award.mutate(reviewVersion, { onSuccess: onClose })}>
            Award completion
          </Button>
          <Button variant="default" onClick={onClose}>
            Not yet
          </Button>
        </div>
      </div>
    </Modal>
  );
}
