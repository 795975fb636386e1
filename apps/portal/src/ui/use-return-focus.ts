import { useEffect } from 'react';

/**
 * Gives the focus back, when something is closed or taken away, to what opened it. Mantine does so only for what was there, closed,
 * before; some of ours appear as they open, because a hundred lines could each open one.
 */
export function useReturnFocus(opened: boolean): void {
  useEffect(() => {
    if (!opened) return undefined;
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    return () => {
      const left = document.activeElement;
      // Once the trap has let go of the focus, unless it has gone elsewhere meanwhile.
      setTimeout(() => {
        const now = document.activeElement;
        if (now === null || now === document.body || now === left) opener?.focus({ preventScroll: true });
      }, 10);
    };
  }, [opened]);
}
