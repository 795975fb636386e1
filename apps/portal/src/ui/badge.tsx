import type { ReactNode } from 'react';
import css from './badge.module.css';

export type BadgeTone = 'ok' | 'wait' | 'stop' | 'plain';

/** A state in words; the tint only repeats what the words say. */
export function Badge({ tone, children }: { tone: BadgeTone; children: ReactNode }) {
  return <span className={`${css.badge} ${css[tone]}`}>{children}</span>;
}
