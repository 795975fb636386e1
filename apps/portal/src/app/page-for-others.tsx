import { useSession } from '../api/read-session.js';
import { roleNames } from '../features/session/role-names.js';
import { PageHeading } from '../ui/page-heading.js';
import { WayOn } from './way-on.js';

/** Says that a page belongs to people of another role, and leads to one's own. */
export function PageForOthers({ whom, children }: { whom: string; children: string }) {
  const { roles } = useSession();
  const held = [...new Set(roles.map(({ role }) => roleNames[role].toLowerCase()))].join(' and ');
  return (
    <div className="stack">
      <PageHeading title={`This page is for ${whom}`} />
      <p>
        {children} {held && `You are signed in as ${held}.`}
      </p>
      <p>
        <WayOn />
      </p>
    </div>
  );
}
