import type { KeyboardEvent, ReactNode } from 'react';
import css from './fields.module.css';
import { RowActions } from './row-actions.js';
import type { ListName } from './edit-form.js';
import { type EditForm, rowId } from './use-draft-form.js';

interface RowFrameProps {
  readonly edit: EditForm;
  readonly list: ListName;
  readonly item: { readonly key: string };
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly children: ReactNode;
}

/** One row of a list: its fields, and moving or removing it by buttons or by Alt with the arrows. */
export function RowFrame({ edit, list, item, name, first, last, children }: RowFrameProps) {
  const move = (by: -1 | 1) => edit.move(list, item.key, by);
  const byKeys = (event: KeyboardEvent) => {
    // In a list of choices these keys open it.
    if (event.target instanceof HTMLSelectElement) return;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li id={rowId(item.key)} tabIndex={-1} className={css.row} onKeyDown={byKeys}>
      {children}
      <RowActions name={name} first={first} last={last} onMove={move} onRemove={() => edit.remove(list, item.key)} />
    </li>
  );
}
