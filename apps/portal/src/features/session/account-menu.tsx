import { Menu, UnstyledButton } from '@mantine/core';
import { endpoints, type Session } from '@journeybook/contracts';
import { IconLogout } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { Avatar } from '../../ui/avatar.js';
import { explain } from '../../ui/problem-notice.js';
import css from './account-menu.module.css';
import { roleNames } from './role-names.js';

/** Who is signed in, for which organisations, and the way out. */
export function AccountMenu({ session, onSignedOut }: { session: Session; onSignedOut: () => void }) {
  const client = useClient();
  const signOut = useMutation({
    mutationFn: () => client(endpoints.signOut, {}),
    meta: { quiet: true },
    onSuccess: onSignedOut,
  });
  return (
    <Menu position="bottom-end" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={css.target} aria-label={`Account of ${session.person.name}`}>
          <Avatar name={session.person.name} />
          <span className={css.name}>{session.person.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <b>{session.person.name}</b>
          <span className="soft">{session.person.email}</span>
          <ul className="soft">
            {session.roles.map(({ role, organization }) => (
              <li key={`${role} ${organization.id}`}>
                {roleNames[role]} · {organization.name}
              </li>
            ))}
          </ul>
        </div>
        <Menu.Divider />
        <Menu.Item
          className={css.item}
          leftSection={<IconLogout size={18} aria-hidden="true" />}
          disabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {signOut.isPending ? 'Signing out…' : 'Sign out'}
        </Menu.Item>
        {signOut.error && <div className={css.who}>{explain(signOut.error)}</div>}
      </Menu.Dropdown>
    </Menu>
  );
}
