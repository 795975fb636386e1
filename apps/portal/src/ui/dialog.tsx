import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCovering } from './covering.js';
import { useReturnFocus } from './use-return-focus.js';

interface DialogProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One thing to fill in over the page; what is typed in it is gone when it is closed, and stays when it is refused. */
export function Dialog({ opened, title, onClose, children }: DialogProps) {
  useReturnFocus(opened);
  useCovering(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {children}
    </Modal>
  );
}
