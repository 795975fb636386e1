import type { ReactNode } from 'react';
import css from './open-number.module.css';

/** A number that opens to the entries behind it: underlined, and a button with the whole sentence as its name. */
export function OpenNumber(props: { name: string; onOpen: () => void; children: ReactNode }) {
  return (
    <button type="button" className={css.open} aria-label={props.name} aria-haspopup="dialog" onClick={props.onOpen}>
      {props.children}
    </button>
  );
}
