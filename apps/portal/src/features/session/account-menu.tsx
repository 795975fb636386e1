import { endpoints, type Session } from '@journeybook/contracts';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useClient } from '../../api/client.js';
import { Avatar } from '../../ui/avatar.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import css from './account-menu.module.css';
import { roleNames } from './role-names.js';

/** Who is signed in, for which organisations, and the way out. The browser's own popover: Esc and a tap beside close it. */
export function AccountMenu({ session, onSignedOut }: { session: Session; onSignedOut: () => void }) {
  const client = useClient();
  const signOut = useMutation({
    mutationFn: () => client(endpoints.signOut, {}),
    meta: { quiet: true },
    onSuccess: onSignedOut,
  });
  const menu = useRef<HTMLDivElement>(null);
  const { person, roles } = session;
  return (
    <>
      <button type="button" className={css.target} popoverTarget="account">
        <span className="hidden-visually">Account of </span>
        <span className={css.name}>{person.name}</span>
        <Avatar name={person.name} />
      </button>
      <div ref={menu} id="account" popover="auto" className={css.account} role="group" aria-label="Account">
        <div className={css.who}>
          <b>{person.name}</b>
          <span className="soft">{person.email}</span>
          <ul className="soft">
            {roles.map(({ role, organization }) => (
              <li key={`${role} ${organization.id}`}>
                {roleNames[role]} · {organization.name}
              </li>
            ))}
          </ul>
        </div>
        <Link to="/account" className={css.item} onClick={() => menu.current?.hidePopover()}>
          <IconSettings size={18} aria-hidden="true" />
          Password and devices
        </Link>
        <button type="button" className={css.item} disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          <IconLogout size={18} aria-hidden="true" />
          {signOut.isPending ? 'Signing out…' : 'Sign out'}
        </button>
        <ProblemNotice error={signOut.error} />
      </div>
    </>
  );
}
