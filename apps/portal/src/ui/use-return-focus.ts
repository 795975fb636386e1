import { useEffect, useRef } from 'react';

/**
 * Gives the focus back, when something is closed, to what opened it. Mantine does so only for what was there, closed, before; some of
 * ours appear as they open, because a hundred lines could each open one.
 */
export function useReturnFocus(opened: boolean): void {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (opened) {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      return;
    }
    const left = document.activeElement;
    // Once the trap has let go of the focus, unless it has gone elsewhere meanwhile.
    const timer = setTimeout(() => {
      const now = document.activeElement;
      if (now === null || now === document.body || now === left) opener.current?.focus({ preventScroll: true });
      opener.current = null;
    }, 10);
    return () => clearTimeout(timer);
  }, [opened]);
}
