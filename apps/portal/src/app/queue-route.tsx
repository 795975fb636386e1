import { useSession } from '../api/read-session.js';
import { QueuePage } from '../features/hours/queue-page.js';
import { PageForOthers } from './page-for-others.js';

/** The hours that wait for the mentor who is signed in. */
export function QueueRoute() {
  const { roles } = useSession();
  if (roles.some(({ role }) => role === 'mentor')) return <QueuePage />;
  return <PageForOthers whom="mentors">Here mentors approve the hours of their apprentices.</PageForOthers>;
}
