import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/read-session.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { Facts } from '../../ui/facts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { roleNames } from '../session/role-names.js';
import { ChangePassword } from './change-password.js';
import { ConnectButton } from './connect-button.js';
import { SecondFactorCards } from './second-factor-cards.js';
import { SessionsCard } from './sessions-card.js';

/** Who one is here, the password, where one is signed in, and what else belongs to one's account. */
export function AccountPage({ children }: { children?: ReactNode }) {
  const { person, roles } = useSession();
  const [done, setDone] = useState('');
  return (
    <div className="stack">
      <PageHeading title="Password and devices" />
      <DoneNotice>{done}</DoneNotice>
      <section className="card stack" aria-labelledby="you">
        <h2 id="you">You</h2>
        <Facts
          facts={[
            ['Name', person.name],
            ['E-mail', person.email],
            [
              'Roles',
              roles.length > 0 && (
                <ul>
                  {roles.map(({ role, organization }) => (
                    <li key={`${role} ${organization.id}`}>
                      {roleNames[role]} · {organization.name}
                    </li>
                  ))}
                </ul>
              ),
            ],
          ]}
        />
      </section>
      <ChangePassword email={person.email} onDone={setDone} />
      <section className="card stack" aria-labelledby="organization">
        <h2 id="organization">Your organization’s sign-in</h2>
        <p className="soft">
          If your organization has its own sign-in, you come in with it. Connect it here when it asks for your password
          first.
        </p>
        <ConnectButton />
      </section>
      <SecondFactorCards onDone={setDone} />
      <SessionsCard onDone={setDone} />
      {children}
    </div>
  );
}
