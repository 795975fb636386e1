import { useSession } from '../api/read-session.js';
import { SignOffRequests } from '../features/competency/sign-off-requests.js';
import { useSignOffRequests } from '../features/competency/use-sign-off-requests.js';
import { QueuePage } from '../features/hours/queue-page.js';
import { countOf } from '../ui/show-dates.js';
import { PageForOthers } from './page-for-others.js';

/** What waits for the mentor who is signed in: the sign-offs asked for, and the hours. */
export function QueueRoute() {
  const { roles } = useSession();
  if (roles.some(({ role }) => role === 'mentor')) return <MentorsQueue />;
  return (
    <PageForOthers whom="mentors">
      Here mentors approve the hours of their apprentices and answer who asks for a sign-off.
    </PageForOthers>
  );
}

function MentorsQueue() {
  const asked = useSignOffRequests().data?.length ?? 0;
  return (
    <QueuePage besides={asked > 0 ? `${countOf(asked, 'sign-off')} asked for` : null}>
      <SignOffRequests />
    </QueuePage>
  );
}
