import { endpoints, type OpenedInvitation, type Session } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useClient } from '../../api/client.js';
import { Facts } from '../../ui/facts.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstantDate } from '../../ui/show-dates.js';
import { roleNames } from '../session/role-names.js';
import { NewAccountForm } from './new-account-form.js';
import { PlainPage } from '../../ui/plain-page.js';
import { TakeRole } from './take-role.js';

interface WelcomePageProps {
  readonly token: string;
  readonly onDone: (session: Session) => void;
}

/** Under which the cache keeps what a link opened, and not the link. */
export const openedKey = 'opened-invitation';

/** Behind the link of an invitation: who invites to what, and what it takes to come in. */
export function WelcomePage({ token, onDone }: WelcomePageProps) {
  const client = useClient();
  const opened = useQuery({
    queryKey: [openedKey],
    queryFn: ({ signal }) => client(endpoints.openInvitation, { body: { token }, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <PlainPage title="Welcome to Journeybook">
      {opened.isPending && <Loading what="the invitation" heights={[160, 240]} />}
      <ProblemNotice error={opened.error} onRetry={opened.refetch} />
      {opened.error && (
        <p>
          <Link to="/sign-in">Go to the sign-in</Link>
        </p>
      )}
      {opened.data && <Opened invitation={opened.data} token={token} onDone={onDone} />}
    </PlainPage>
  );
}

function Opened({ invitation, token, onDone }: WelcomePageProps & { invitation: OpenedInvitation }) {
  const { organization, role, invitedBy, email, expiresAt, needs } = invitation;
  return (
    <>
      <section className="card stack" aria-labelledby="invitation">
        <h2 id="invitation">
          {invitedBy} invites you to {organization}
        </h2>
        <Facts
          facts={[
            ['As', roleNames[role]],
            ['Your e-mail', email],
            ['Open until', showInstantDate(expiresAt)],
          ]}
        />
      </section>
      {needs === 'password' ? (
        <NewAccountForm invitation={invitation} token={token} onDone={onDone} />
      ) : (
        <TakeRole invitation={invitation} token={token} onDone={onDone} />
      )}
    </>
  );
}
