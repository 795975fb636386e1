import { createContext, useContext, useEffect } from 'react';

/** Told with 1 when a dialog opens over a panel, and with −1 when it closes. */
export const Covering = createContext<(change: 1 | -1) => void>(() => {});

/** Tells the panel beneath, if there is one, that a dialog covers it: Esc closes the dialog alone then. */
export function useCovering(opened: boolean): void {
  const tell = useContext(Covering);
  useEffect(() => {
    if (!opened) return;
    tell(1);
    return () => tell(-1);
  }, [opened, tell]);
}
