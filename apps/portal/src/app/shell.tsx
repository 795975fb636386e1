import type { Session } from '@journeybook/contracts';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../api/read-session.js';
import { SecondFactorReminder } from '../features/account/second-factor-reminder.js';
import { AccountMenu } from '../features/session/account-menu.js';
import { type NavigationEntry, navigationFor } from './navigation.js';
import css from './shell.module.css';
import { countToDo, useToDo } from './use-to-do.js';

/** What stands around every page: where one can go, who one is, and a way past both for the keyboard. */
export function Shell() {
  const session = useSession();
  const waiting = countToDo(useToDo(session));
  const entries = navigationFor(session).map((entry) => (entry.to === '/to-do' ? { ...entry, waiting } : entry));
  return (
    <div className={entries.length > 0 ? css.shell : css.bare}>
      <a href="#content" className={css.skip}>
        Skip to content
      </a>
      <TopBar session={session} />
      {entries.length > 0 && (
        <nav aria-label="Main" className={css.nav}>
          {entries.map((entry) => (
            <NavigationLink key={entry.to} entry={entry} />
          ))}
        </nav>
      )}
      <main id="content" className={css.content} tabIndex={-1}>
        <SecondFactorReminder secondFactor={session.secondFactor} />
        <Outlet />
      </main>
    </div>
  );
}

function TopBar({ session }: { session: Session }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = async () => {
    await navigate({ to: '/sign-in', search: {} });
    queries.clear();
  };
  return (
    <header className={css.top}>
      <Link to="/" className={css.logo}>
        <img src="/icon.svg" alt="" width={28} height={28} />
        Journeybook
      </Link>
      <AccountMenu session={session} onSignedOut={leave} />
    </header>
  );
}

function NavigationLink({ entry }: { entry: NavigationEntry }) {
  const { to, label, icon: Icon, waiting, also = [] } = entry;
  const isInside = useLocation({ select: ({ pathname }) => also.some((one) => `${pathname}/`.startsWith(`${one}/`)) });
  return (
    <Link
      to={to}
      className={`${css.link} ${isInside ? css.active : ''}`}
      activeProps={{ className: css.active ?? '' }}
      {...(isInside ? { 'aria-current': 'true' as const } : {})}
    >
      <Icon size={22} stroke={1.8} aria-hidden="true" />
      <span>{label}</span>
      {waiting > 0 && (
        <span className={css.count}>
          {waiting}
          <span className="hidden-visually"> waiting</span>
        </span>
      )}
    </Link>
  );
}
