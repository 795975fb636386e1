import { type ReactNode, useId, useState } from 'react';
import css from './fold.module.css';

interface FoldProps {
  /** Of the section itself, for whoever leads to it. */
  readonly id?: string;
  readonly title: ReactNode;
  /** What is in it, in a few words, readable while it is closed. */
  readonly summary?: ReactNode;
  readonly expanded: boolean;
  readonly onToggle: () => void;
  /** Leaves the contents out until it is first opened: for long forms. Printing needs them from the start. */
  readonly lazy?: boolean;
  /** Within another section. */
  readonly inner?: boolean;
  readonly children: ReactNode;
}

/** A section under a heading that opens and closes it. */
export function Fold({ id, title, summary, expanded, onToggle, lazy = false, inner = false, children }: FoldProps) {
  const name = useId();
  const body = useId();
  // Once opened the contents stay, and with them what is half typed.
  const [wanted, setWanted] = useState(!lazy);
  if (expanded && !wanted) setWanted(true);
  const Heading = inner ? 'h3' : 'h2';
  return (
    <section id={id} className={inner ? css.inner : `card ${css.fold}`} aria-labelledby={name}>
      <Heading className={css.heading}>
        <button type="button" aria-expanded={expanded} aria-controls={body} onClick={onToggle}>
          <span id={name}>{title}</span>
          {summary && <span className={css.summary}>{summary}</span>}
        </button>
      </Heading>
      <div id={body} className={css.body} hidden={!expanded}>
        {wanted && children}
      </div>
    </section>
  );
}

/** Which of several sections are open. */
export function useFolds(first: readonly string[]) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(first));
  return {
    isOpen: (id: string) => open.has(id),
    toggle: (id: string) =>
      setOpen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id])),
    show: (id: string) => setOpen((before) => (before.has(id) ? before : new Set([...before, id]))),
  };
}
