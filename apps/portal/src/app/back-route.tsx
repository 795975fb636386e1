import type { Session } from '@journeybook/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { takeRememberedPage } from '../features/session/remembered-page.js';
import { BackPage } from '../features/provider/back-page.js';

const route = getRouteApi('/sign-in/back/$organization');

/** Ends a sign-in at an organisation's provider, and goes on where somebody wanted to go. */
export function BackRoute() {
  const router = useRouter();
  const queries = useQueryClient();
  const { organization } = route.useParams();
  const [parameters] = useState(() => router.history.location.search.replace(/^\?/, ''));
  // What the provider gave is used up: it stays neither in the address nor in the history.
  useEffect(() => router.history.replace(router.history.location.pathname), [router]);
  const goOn = (session: Session) => {
    // Whoever was signed in here before leaves nothing behind.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    queries.setQueryData(['session'], session);
    router.history.push(takeRememberedPage());
  };
  const begin = () => void router.navigate({ to: '/sign-in', search: {} });
  return <BackPage organization={organization} parameters={parameters} onSignedIn={goOn} onBack={begin} />;
}
