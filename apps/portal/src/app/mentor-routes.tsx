import { QueryClientProvider } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ClientProvider, useClient } from '../api/client.js';
import { createQueryClient } from '../api/query-client.js';
import { SignOffRequests } from '../features/competency/sign-off-requests.js';
import { QueuePage } from '../features/hours/queue-page.js';
import { AskPage } from '../features/mentor-link/ask-page.js';
import { LinkDesk } from '../features/mentor-link/link-desk.js';
import { linkClient } from '../features/mentor-link/link-client.js';
import { OpenLinkPage } from '../features/mentor-link/open-link-page.js';

/** What stands behind `#` in the address the page was opened with. */
function useSecret(): string {
  const hash = useLocation({ select: (location) => location.hash });
  const [secret] = useState(hash);
  return secret;
}

/** Behind the link of a letter to a mentor. */
export function OpenLinkRoute() {
  const navigate = useNavigate();
  return <OpenLinkPage token={useSecret()} onOpened={() => void navigate({ to: '/mentor/decide', replace: true })} />;
}

/** Behind a QR code that an apprentice shows. */
export const AskRoute = () => <AskPage code={useSecret()} />;

/** What a mentor's link has opened. Its answers are kept apart from those of whoever may be signed in here. */
export function DecideRoute() {
  const client = useClient();
  const [ended, setEnded] = useState(false);
  const [{ queries, byLink }] = useState(() => ({
    queries: createQueryClient({ onSignedOut: () => setEnded(true) }),
    byLink: linkClient(client),
  }));
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={byLink}>
        <LinkDesk ended={ended}>
          <QueuePage besides={null}>
            <SignOffRequests />
          </QueuePage>
        </LinkDesk>
      </ClientProvider>
    </QueryClientProvider>
  );
}
