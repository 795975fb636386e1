import { MantineProvider } from '@mantine/core';
import type { Client, Session } from '@journeybook/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ClientProvider } from '../api/client.js';
import { type Leave, LeaveProvider } from '../api/leave.js';
import { createQueryClient } from '../api/query-client.js';
import { HeadingFocus } from '../ui/page-heading.js';
import { theme } from '../ui/theme.js';
import { createPortalRouter } from './router.js';

// Rarely needed: not part of the first load.
const SignInAgain = lazy(() =>
  import('../features/session/sign-in-again.js').then((module) => ({ default: module.SignInAgain })),
);

interface AppProps {
  readonly client: Client;
  readonly history?: RouterHistory;
  readonly leave?: Leave;
}

/** The portal, talking to the API through `client`; `history` is the address bar and `leave` goes elsewhere unless a test gives others. */
export function App({ client, history, leave }: AppProps) {
  // The session that has ended while its pages stand; null while all is well.
  const [ended, setEnded] = useState<Session | null>(null);
  const [{ queries, router, hasMoved }] = useState(() => {
    const queries = createQueryClient({
      onSignedOut: () => setEnded(queries.getQueryData<Session>(['session']) ?? null),
    });
    const router = createPortalRouter({ client, queries }, history);
    let moved = false;
    router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      moved ||= fromLocation !== undefined && pathChanged;
    });
    return { queries, router, hasMoved: () => moved };
  });

  const goOn = async (session: Session) => {
    setEnded(null);
    if (session.person.id === ended?.person.id) return void queries.invalidateQueries();
    // Somebody else: nothing of the person before may stay in sight or in the cache.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    await router.navigate({ to: '/' });
  };

  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <ClientProvider client={client}>
          <LeaveProvider leave={leave}>
            <HeadingFocus value={hasMoved}>
              <RouterProvider router={router} />
            </HeadingFocus>
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
