import type { PlatformConnectionView } from '@journeybook/contracts';
import { isChanged, useShown } from '../../ui/changed-since-shown.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useRemove } from './use-platforms.js';

const changed =
  'Somebody changed this since you opened it. Nothing was removed. Close this and look at it, or remove it as it is now.';

interface RemoveDialogProps {
  readonly college: string;
  readonly platform: Pick<PlatformConnectionView, 'id' | 'name' | 'edition' | 'state'>;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Asks before a connection that nobody opened goes for good, and says what becomes of it. */
export function RemoveDialog({ college, platform, onRemoved, onClose }: RemoveDialogProps) {
  const remove = useRemove(college);
  const { ifMatch: shown } = useShown(platform.edition, remove.error);
  const says = isChanged(remove.error) ? changed : undefined;
  return (
    <ConfirmDialog
      opened
      title={`Remove ${platform.name}?`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error}
      says={says}
      onConfirm={() => remove.mutate({ platform: platform.id, shown }, { onSuccess: onRemoved })}
      onClose={onClose}
    >
      {platform.state === 'pending'
        ? 'It was never approved, so no course was opened from it and nothing on record is lost. '
        : 'Nobody ever opened a course from it, so nothing on record is lost. '}
      It goes from this list for good; that it was there, and who removed it, stays written down. Journeybook stays in
      the platform itself until its administrator deletes it there. If somebody opens it from there after all, it is
      unknown, or waits for your approval once more.
    </ConfirmDialog>
  );
}
