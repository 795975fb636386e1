import { useNavigate } from '@tanstack/react-router';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useDiscardDraft } from './use-draft.js';
import type { DraftDesk } from './use-draft-form.js';

/** Asks once before a draft is taken away. */
export function DiscardDialog({ opened, desk, onClose }: { opened: boolean; desk: DraftDesk; onClose: () => void }) {
  const navigate = useNavigate();
  const discarding = useDiscardDraft(desk.view.id);
  return (
    <ConfirmDialog
      opened={opened}
      title="Discard this draft?"
      action="Discard the draft"
      busy={discarding.isPending}
      error={discarding.error}
      onConfirm={() =>
        discarding.mutate(undefined, {
          onSuccess: () => void navigate({ to: '/programs', ignoreBlocker: true }),
        })
      }
      onClose={onClose}
    >
      The draft of {desk.view.contents.version} goes for good. Nobody is bound to a draft, so no record changes.
    </ConfirmDialog>
  );
}
