import { endpoints } from '@journeybook/contracts';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../api/client.js';
import { mayTry, useSession } from '../api/read-session.js';
import { ActivityPage } from '../features/audit/activity-page.js';
import { OwnActivityPage } from '../features/audit/own-activity-page.js';
import { OfficeTabs } from './office-tabs.js';
import { OwnAgreement } from './own-agreement.js';
import { PageForOthers } from './page-for-others.js';

const readers: readonly string[] = ['sponsor-admin', 'auditor', 'employer-admin', 'college-admin'];

/** The activity of the organisations that somebody runs or audits. */
export function ActivityRoute() {
  const session = useSession();
  const client = useClient();
  const listed = useQuery({
    queryKey: ['apprenticeships'],
    queryFn: ({ signal }) => client(endpoints.listApprenticeships, { signal }),
    enabled: mayTry(session, 'apprenticeship:list'),
  });
  if (!mayTry(session, 'audit:read'))
    return (
      <PageForOthers whom="administrators and auditors">
        Here administrators and auditors see who did what.
      </PageForOthers>
    );
  const own = session.roles
    .filter(({ role }) => readers.includes(role))
    .map(({ organization: { id, name } }) => [id, name] as const);
  return (
    <OfficeTabs>
      <ActivityPage
        organizations={[...new Map(own)].map(([value, label]) => ({ value, label }))}
        apprentices={(listed.data?.apprenticeships ?? []).map(({ id, apprentice }) => ({
          value: id,
          label: apprentice.name,
        }))}
      />
    </OfficeTabs>
  );
}

/** Who did what on the record of the apprentice who is signed in. */
export const OwnActivityRoute = () => (
  <OwnAgreement title="Who did what">{(own) => <OwnActivityPage apprenticeship={own} />}</OwnAgreement>
);
