import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useState } from 'react';
import { Covering } from './covering.js';
import { useReturnFocus } from './use-return-focus.js';

interface SidePanelProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands behind something on the page: the whole screen on a phone, a panel beside the page elsewhere. */
export function SidePanel({ opened, title, onClose, children }: SidePanelProps) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  useReturnFocus(opened);
  const [dialogs, setDialogs] = useState(0);
  const cover = useCallback((change: 1 | -1) => setDialogs((before) => before + change), []);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 640}
      title={title}
      returnFocus={false}
      closeOnEscape={dialogs === 0}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      <Covering value={cover}>{children}</Covering>
    </Drawer>
  );
}
