import type { ReactNode } from 'react';
import css from './text-button.module.css';

interface TextButtonProps {
  /** What it does to what, for whom hears the page: it begins with the words shown. */
  readonly name: string;
  /** Whether it takes something away. */
  readonly grave?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** An act that stands beside many lines and must not shout on any of them; it opens something to fill in or to read. */
export const TextButton = ({ name, grave = false, onClick, children }: TextButtonProps) => (
  <button
    type="button"
    aria-haspopup="dialog"
    aria-label={name}
    className={`${css.button} ${grave ? css.grave : ''}`}
    onClick={onClick}
  >
    {children}
  </button>
);
