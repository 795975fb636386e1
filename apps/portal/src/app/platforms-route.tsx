import { useSession } from '../api/read-session.js';
import { PlatformsPage } from '../features/platform/platforms-page.js';
import { PageForOthers } from './page-for-others.js';

/** Where a college's learning platforms are connected. */
export function PlatformsRoute() {
  const { roles } = useSession();
  if (roles.some(({ role }) => role === 'college-admin' || role === 'sponsor-admin')) return <PlatformsPage />;
  return (
    <PageForOthers whom="colleges and sponsors">
      Here the administrators of a college and its sponsors connect learning platforms.
    </PageForOthers>
  );
}
