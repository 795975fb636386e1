import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import css from './fields.module.css';

interface RowActionsProps {
  /** What the row is called, for whoever cannot see which it is. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves a row among the others, or takes it away. */
export function RowActions({ name, first, last, onMove, onRemove }: RowActionsProps) {
  const look = { variant: 'subtle', color: 'gray', size: 44 } as const;
  return (
    <div className={css.actions}>
      {/* Not disabled at the ends: the focus would be lost with the last step. */}
      <ActionIcon
        {...look}
        aria-label={`Move ${name} up`}
        aria-keyshortcuts="Alt+ArrowUp"
        title="Alt + ↑"
        aria-disabled={first}
        onClick={() => !first && onMove(-1)}
      >
        <IconArrowUp size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={`Move ${name} down`}
        aria-keyshortcuts="Alt+ArrowDown"
        title="Alt + ↓"
        aria-disabled={last}
        onClick={() => !last && onMove(1)}
      >
        <IconArrowDown size={20} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...look} aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
