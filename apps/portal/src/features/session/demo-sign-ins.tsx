import { UnstyledButton } from '@mantine/core';
import type { Installation, Session } from '@journeybook/contracts';
import { Avatar } from '../../ui/avatar.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './demo-sign-ins.module.css';
import { useSignIn } from './use-sign-in.js';

/** The people of the demo world, each one tap away; only shown where the demo world is loaded. */
export function DemoSignIns(props: { installation: Installation; onSignedIn: (session: Session) => void }) {
  const { signIns, demoPlatformUrl } = props.installation;
  const signIn = useSignIn(props);
  const chosen = signIn.isPending ? signIn.variables.email : null;
  return (
    <section aria-labelledby="demo" className="card stack">
      <div>
        <h2 id="demo">Look around as</h2>
        <p className="soft">This installation holds made-up people. One tap signs you in as one of them.</p>
      </div>
      <ProblemNotice error={signIn.error} />
      <ul className={css.list}>
        {signIns.map(({ name, role, note, email, password }) => (
          <li key={email}>
            <UnstyledButton
              className={css.person}
              disabled={signIn.isPending}
              aria-busy={chosen === email}
              onClick={() => signIn.mutate({ email, password })}
            >
              <Avatar name={name} />
              <span>
                <b>{name}</b> <span className="soft">{role}</span>
                <br />
                <span className="soft">{chosen === email ? 'Signing in…' : note}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {demoPlatformUrl && (
        <p className="soft">
          Instructors work inside their learning platform: <a href={demoPlatformUrl}>open the demo learning platform</a>
          .
        </p>
      )}
    </section>
  );
}
