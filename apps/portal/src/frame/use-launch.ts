import { isSignedOut } from '../api/query-client.js';
import { useEffect, useRef, useState } from 'react';
import { type LaunchKeeper, openLaunch } from './launch.js';
import type { Opening } from './opening.js';

export type LaunchState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly keeper: LaunchKeeper }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'ended' };

interface Given {
  readonly opening: Opening | null;
  readonly fetch?: typeof globalThis.fetch;
}

/** The launch of this page: opened once, kept alive, and ended when it can no longer be renewed. */
export function useLaunch({ opening, fetch }: Given): LaunchState & { readonly end: () => void } {
  const [state, setState] = useState<LaunchState>(opening?.beginning ? { state: 'opening' } : { state: 'ended' });
  // The code can be traded only once: a second run of the effect must not spend it again.
  const begun = useRef(false);
  const keeper = useRef<LaunchKeeper | null>(null);
  const end = () => {
    keeper.current?.stop();
    opening?.forget();
    setState({ state: 'ended' });
  };

  useEffect(() => {
    const { apiUrl, beginning } = opening ?? {};
    if (!opening || !beginning || apiUrl === undefined || begun.current) return;
    begun.current = true;
    const open = () => {
      setState({ state: 'opening' });
      const given = { beginning, apiUrl, onSession: opening.keep, onEnded: end, ...(fetch ? { fetch } : {}) };
      openLaunch(given).then(
        (opened) => {
          keeper.current = opened;
          setState({ state: 'open', keeper: opened });
        },
        (error) => (isSignedOut(error) ? end() : setState({ state: 'failed', error, retry: open })),
      );
    };
    open();
    // `end` is made anew each time and does the same.
  }, [opening, fetch]);

  return { ...state, end };
}
