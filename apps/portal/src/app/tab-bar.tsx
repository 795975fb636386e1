import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './tab-bar.module.css';

/** What each tab looks like; given to its link. */
export const tabLook = { className: css.tab ?? '', activeProps: { className: css.active ?? '' } };

/** Tabs that lead to pages about one thing. On a narrow screen they are pushed sideways; the present one is in sight. */
export function TabBar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (bar.current && tab) bar.current.scrollLeft = tab.offsetLeft - (bar.current.clientWidth - tab.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={bar} aria-label={label} className={css.bar}>
      {children}
    </nav>
  );
}
