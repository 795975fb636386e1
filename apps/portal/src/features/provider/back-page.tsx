import { endpoints, type ProviderAnswer, type Session } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useClient } from '../../api/client.js';
import { Facts } from '../../ui/facts.js';
import { Loading } from '../../ui/loading.js';
import { PlainPage } from '../../ui/plain-page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SecondStepForm, waysOn } from '../session/second-step-form.js';

interface BackPageProps {
  readonly organization: string;
  readonly parameters: string;
  readonly onSignedIn: (session: Session) => void;
  /** Back to the sign-in, from the second step. */
  readonly onBack: () => void;
}

/** Where somebody comes back from their organisation's sign-in: in they go, or they read why not. */
export function BackPage({ organization, parameters, onSignedIn, onBack }: BackPageProps) {
  const client = useClient();
  const answer = useQuery({
    queryKey: ['provider-answer'],
    queryFn: () => client(endpoints.endProviderSignIn, { params: { organization }, body: { parameters } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    gcTime: 0,
    meta: { quiet: true },
  });
  const ways = waysOn(answer.error);
  const session = answer.data?.kind === 'signed-in' ? answer.data.session : null;
  useEffect(() => {
    if (session) onSignedIn(session);
    // Once, when it is there.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session]);
  return (
    <PlainPage title={answer.data?.kind === 'tested' ? 'The sign-in was tested' : 'Signing you in'}>
      {(answer.isPending || session) && <Loading what="your sign-in" heights={[120]} />}
      {ways && (
        <section className="card" aria-label="Second step">
          <SecondStepForm ways={ways} onSignedIn={onSignedIn} onBack={onBack} before="Your organization knows you." />
        </section>
      )}
      {answer.error && !ways && (
        <section className="card stack" aria-label="Not signed in">
          <ProblemNotice error={answer.error} />
          <p>
            <Link to="/sign-in">Go to the sign-in</Link>
          </p>
        </section>
      )}
      {answer.data?.kind === 'tested' && <Tested test={answer.data} />}
    </PlainPage>
  );
}

function Tested({ test }: { test: Extract<ProviderAnswer, { kind: 'tested' }> }) {
  const { email, isVerified, isInDomain } = test;
  return (
    <section className="card stack" aria-label="What the test has shown">
      <p>Your organization’s sign-in works. This is what it says of you:</p>
      <Facts
        facts={[
          ['E-mail', email ?? 'nothing: let it give the address (scope “email”)'],
          ['The address is verified', isVerified ? 'yes' : 'no: nobody can come in until it says so'],
          ['In a domain that is allowed', isInDomain ? 'yes' : 'not yet'],
        ]}
      />
      <p>
        <Link to="/people/sign-in">Back to how your people sign in</Link>
      </p>
    </section>
  );
}
