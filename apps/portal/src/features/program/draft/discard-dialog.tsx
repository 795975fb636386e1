import type { StandardDraftView } from '@journeybook/contracts';
import { useNavigate } from '@tanstack/react-router';
import { isChanged } from '../../../ui/changed-since-shown.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { showInstant } from '../../../ui/show-dates.js';
import { useDiscardDraft, useReadAgain } from './use-draft.js';
import type { DraftDesk } from './use-draft-form.js';

/** Asks once before a draft is taken away. */
export function DiscardDialog({ opened, desk, onClose }: { opened: boolean; desk: DraftDesk; onClose: () => void }) {
  const navigate = useNavigate();
  const discarding = useDiscardDraft(desk.view.id);
  const theirs = useReadAgain(desk.view.id);
  const changed = isChanged(discarding.error);
  const { data: found } = theirs;
  const discard = () =>
    // What somebody else saved meanwhile goes only when it was told that they did.
    discarding.mutate(changed && found ? found.edition : desk.view.edition, {
      onSuccess: () => void navigate({ to: '/programs', ignoreBlocker: true }),
      onError: (error) => isChanged(error) && theirs.mutate(),
    });
  return (
    <ConfirmDialog
      opened={opened}
      title="Discard this draft?"
      action="Discard the draft"
      busy={discarding.isPending || theirs.isPending}
      error={theirs.error ?? discarding.error}
      says={changed && found ? saySaved(found) : undefined}
      onConfirm={discard}
      onClose={onClose}
    >
      The draft of {desk.view.contents.version} goes for good. Nobody is bound to a draft, so no record changes.
    </ConfirmDialog>
  );
}

const saySaved = ({ changedBy, changedAt }: StandardDraftView): string =>
  `${changedBy.name} saved this draft on ${showInstant(changedAt)}, after you opened it. Nothing was discarded. Discard again to drop what they saved too.`;
