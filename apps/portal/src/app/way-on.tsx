import { Link } from '@tanstack/react-router';
import { useSession } from '../api/read-session.js';
import { type NavigationEntry, navigationFor } from './navigation.js';
import css from './record-routes.module.css';

const names = {
  '/to-do': 'To do',
  '/record': 'My record',
  '/queue': 'To approve',
  '/log': 'Log hours',
  '/job-book': 'Job Book',
  '/classes': 'Classes',
  '/agreement': 'My agreement',
  '/apprentices': 'Apprentices',
  '/programs': 'Programs',
  '/sections': 'Sections',
  '/platforms': 'Platforms',
  '/people': 'Our people',
  '/activity': 'Activity',
} as const satisfies Record<NavigationEntry['to'], string>;

/** One way on from a page that has nothing for whoever is signed in: to their own first page. */
export function WayOn() {
  const [first] = navigationFor(useSession());
  return (
    <Link to={first?.to ?? '/'} className={css.action}>
      {first ? names[first.to] : 'Go to the start'}
    </Link>
  );
}

/** Back to the list that records are opened from; to the own first page for whom there is no list. */
export function WayBack() {
  const list = navigationFor(useSession()).find((entry) => entry.to === '/apprentices');
  if (!list) return <WayOn />;
  return (
    <Link to={list.to} className={css.action}>
      Back to {list.label.toLowerCase()}
    </Link>
  );
}
