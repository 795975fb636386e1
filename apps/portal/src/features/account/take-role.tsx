import { Button } from '@mantine/core';
import { endpoints, type OpenedInvitation, type Session } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { sessionQuery } from '../../api/read-session.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SignInForm } from '../session/sign-in-form.js';

interface TakeRoleProps {
  readonly invitation: OpenedInvitation;
  readonly token: string;
  readonly onDone: (session: Session) => void;
}

/** For somebody who has an account: signs in, unless they are, and takes the role beside those they have. */
export function TakeRole({ invitation, token, onDone }: TakeRoleProps) {
  const client = useClient();
  const session = useQuery({ ...sessionQuery(client), retry: false });
  const join = useMutation({
    mutationFn: () => client(endpoints.joinByInvitation, { body: { token } }),
    meta: { quiet: true },
    onSuccess: onDone,
  });
  const isThem = session.data?.person.email.toLowerCase() === invitation.email.toLowerCase();
  if (session.isPending) return <Loading what="your account" heights={[160]} />;
  return (
    <section className="card stack" aria-labelledby="account">
      <h2 id="account">{isThem ? 'Take the role' : 'Sign in to take the role'}</h2>
      <p className="soft">You have an account here. The role comes beside those you have.</p>
      {isThem ? (
        <Button loading={join.isPending} onClick={() => join.mutate()} fullWidth>
          Take the role
        </Button>
      ) : (
        <SignInForm email={invitation.email} backTo={`/welcome#${token}`} onSignedIn={() => join.mutate()} />
      )}
      <ProblemNotice error={join.error} onRetry={() => join.mutate()} />
    </section>
  );
}
