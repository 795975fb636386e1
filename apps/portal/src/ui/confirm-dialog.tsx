import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';
import { useReturnFocus } from './use-return-focus.js';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  /** What the button says that leaves all as it is. */
  readonly leave?: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** What happened, where the page knows it more closely than the server's own words say. */
  readonly says?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once before something that cannot be taken back. */
export function ConfirmDialog({
  opened,
  title,
  children,
  action,
  leave = 'Keep it',
  busy,
  error,
  says,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  useReturnFocus(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <div className="stack">
        <div>{children}</div>
        <ProblemNotice error={error} says={says} />
        <div className="row">
          <Button color="stop" loading={busy} onClick={onConfirm}>
            {action}
          </Button>
          <Button variant="default" onClick={onClose}>
            {leave}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
