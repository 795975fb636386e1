import { endpoints, type Session } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useClient } from '../../api/client.js';
import { PageHeading } from '../../ui/page-heading.js';
import { DemoSignIns } from './demo-sign-ins.js';
import { SignInForm } from './sign-in-form.js';
import { usePasskeyAutofill } from './use-passkey-autofill.js';
import css from './sign-in-page.module.css';

/** The way in. */
export function SignInPage({ onSignedIn, backTo }: { onSignedIn: (session: Session) => void; backTo: string }) {
  const client = useClient();
  usePasskeyAutofill(onSignedIn);
  const installation = useQuery({
    queryKey: ['installation'],
    queryFn: ({ signal }) => client(endpoints.installation, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className={css.page}>
      <div className={css.title}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <div>
          <PageHeading title="Sign in">Journeybook</PageHeading>
          <p className="soft">The one record of a registered apprentice.</p>
        </div>
      </div>
      <section className="card" aria-label="Sign in">
        <SignInForm onSignedIn={onSignedIn} backTo={backTo} />
        <p className={css.forgot}>
          <Link to="/forgot">Forgot your password?</Link>
        </p>
      </section>
      {installation.data?.demo && <DemoSignIns installation={installation.data} onSignedIn={onSignedIn} />}
    </main>
  );
}
