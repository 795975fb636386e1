import { useState } from 'react';
import { useSession } from '../../api/read-session.js';
import { DoneNotice } from '../../ui/done-notice.js';
import { PageHeading } from '../../ui/page-heading.js';
import { AgencyExportCard } from './agency-export-card.js';
import { CountsCard } from './counts-card.js';

/** What a sponsor may see of voluntary answers: counts, and one registration at a time for the agency. */
export function PrivacyPage() {
  const { roles } = useSession();
  const [done, setDone] = useState('');
  const sponsors = roles.filter(({ role }) => role === 'sponsor-admin').map(({ organization }) => organization);
  return (
    <div className="stack">
      <PageHeading title="Voluntary answers" />
      <DoneNotice>{done}</DoneNotice>
      {sponsors.map((sponsor) => (
        <CountsCard key={sponsor.id} sponsor={sponsor} />
      ))}
      <AgencyExportCard onDone={setDone} />
    </div>
  );
}
