import { ProblemError } from '@journeybook/contracts';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** Whether the API said that nobody is signed in, or that the bearer has ended. */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401;

/** Whether the API said that a second step has to be set up before anything else. */
const isBarred = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.kind === 'second-factor-needed';

/**
 * The cache of what the API answered. A refusal is final and shown at once; only an unreachable API is asked a second time.
 * `onSignedOut` is called when an answer says that the session has ended, `onBarred` when one says that a second step is needed first.
 */
export function createQueryClient({
  onSignedOut,
  onBarred,
}: {
  onSignedOut: () => void;
  onBarred?: () => void;
}): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
    if (isBarred(error)) onBarred?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        // The very first look at the session may well say that nobody is signed in: that is no end of one.
        if (query.meta?.['quiet'] !== true || query.state.data !== undefined) onError(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _given, _result, mutation) => {
        if (mutation.options.meta?.['quiet'] !== true) onError(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Our own words are shown when there is no signal; a paused query would show nothing.
        networkMode: 'always',
        retryDelay: 800,
        retry: (failures, error) =>
          failures < 1 && error instanceof ProblemError && error.problem.kind === 'unreachable',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
