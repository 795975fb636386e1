import { isSignedOut } from '../api/query-client.js';
import { useEffect, useRef, useState } from 'react';
import { type InjectedLaunch, type LaunchKeeper, openLaunch } from './launch.js';

export type LaunchState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly keeper: LaunchKeeper }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'ended' };

interface Given {
  readonly launch: Pick<InjectedLaunch, 'code' | 'apiUrl'> | null;
  readonly fetch?: typeof globalThis.fetch;
}

/** The launch of this page: opened once, kept alive, and ended when it can no longer be renewed. */
export function useLaunch({ launch, fetch }: Given): LaunchState & { readonly end: () => void } {
  const [state, setState] = useState<LaunchState>(launch ? { state: 'opening' } : { state: 'ended' });
  // The code can be traded only once: a second run of the effect must not spend it again.
  const opening = useRef(false);
  const end = () => setState({ state: 'ended' });

  useEffect(() => {
    if (!launch || opening.current) return;
    opening.current = true;
    const open = () => {
      setState({ state: 'opening' });
      openLaunch({ code: launch.code, apiUrl: launch.apiUrl, onEnded: end, ...(fetch ? { fetch } : {}) }).then(
        (keeper) => setState({ state: 'open', keeper }),
        (error) => setState(isUsedUp(error) ? { state: 'ended' } : { state: 'failed', error, retry: open }),
      );
    };
    open();
  }, [launch, fetch]);

  return { ...state, end };
}

const isUsedUp = (error: unknown): boolean => isSignedOut(error);
