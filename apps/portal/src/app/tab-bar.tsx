import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './tab-bar.module.css';

/** What each tab looks like; given to its link. */
export const tabLook = { className: css.tab ?? '', activeProps: { className: css.active ?? '' } };

/** Tabs that lead to pages about one thing. On a narrow screen they are pushed sideways; the present one is in sight. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  const shown = useRef<HTMLElement>(null);
  useLocation({ select: (location) => location.pathname });
  // After every change, because a tab may come later than the bar; each is brought into sight once.
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current="page"]') ?? null;
    if (!bar.current || tab === shown.current) return;
    shown.current = tab;
    if (tab) bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2;
  });
  return (
    <nav ref={bar} aria-label={label} className={css.bar}>
      {children}
    </nav>
  );
}
