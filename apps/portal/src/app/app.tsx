import { MantineProvider } from '@mantine/core';
import type { Client, Session } from '@journeybook/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { askingAgain, oneQuestion } from '../api/ask-again.js';
import { ClientProvider } from '../api/client.js';
import { type Leave, LeaveProvider } from '../api/leave.js';
import { createQueryClient } from '../api/query-client.js';
import { HeadingFocus } from '../ui/page-heading.js';
import { styleNonce } from '../ui/style-nonce.js';
import { theme } from '../ui/theme.js';
import { createPortalRouter } from './router.js';

// Rarely needed: not part of the first load.
const SignInAgain = lazy(() =>
  import('../features/session/sign-in-again.js').then((module) => ({ default: module.SignInAgain })),
);

const FreshSignIn = lazy(() =>
  import('../features/session/fresh-sign-in.js').then((module) => ({ default: module.FreshSignIn })),
);

type Answer = (proven: boolean) => void;

interface AppProps {
  readonly client: Client;
  readonly history?: RouterHistory;
  readonly leave?: Leave;
}

/** The portal, talking to the API through `client`; `history` is the address bar and `leave` goes elsewhere unless a test gives others. */
export function App({ client: api, history, leave }: AppProps) {
  // The session that has ended while its pages stand; null while all is well.
  const [ended, setEnded] = useState<Session | null>(null);
  // Takes the answer of whoever is asked whether it is still them; null while nobody is.
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [{ client, queries, router, hasMoved }] = useState(() => {
    const client = askingAgain(
      api,
      oneQuestion((given) => setAnswer(() => given)),
    );
    const queries = createQueryClient({
      onSignedOut: () => setEnded(queries.getQueryData<Session>(['session']) ?? null),
      onBarred: () => void queries.refetchQueries({ queryKey: ['session'] }).then(() => router.invalidate()),
    });
    const router = createPortalRouter({ client, queries }, history);
    let moved = false;
    router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      moved ||= fromLocation !== undefined && pathChanged;
    });
    return { client, queries, router, hasMoved: () => moved };
  });

  const goOn = async (session: Session) => {
    setEnded(null);
    if (session.person.id === ended?.person.id) return void queries.invalidateQueries();
    // Somebody else: nothing of the person before may stay in sight or in the cache.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    await router.navigate({ to: '/' });
  };

  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <ClientProvider client={client}>
          <LeaveProvider leave={leave}>
            <HeadingFocus value={hasMoved}>
              <RouterProvider router={router} />
            </HeadingFocus>
            {answer && (
              <Suspense>
                <FreshSignIn
                  email={queries.getQueryData<Session>(['session'])?.person.email ?? ''}
                  backTo={router.state.location.href}
                  onAnswer={answer}
                />
              </Suspense>
            )}
            {ended && (
              <Suspense>
                <SignInAgain email={ended.person.email} onSignedIn={goOn} />
              </Suspense>
            )}
          </LeaveProvider>
        </ClientProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
