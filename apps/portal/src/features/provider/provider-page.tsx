import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { PartnersCard } from './partners-card.js';
import { ProviderCard } from './provider-card.js';
import { useProviders } from './use-providers.js';

/** How the people of one's organisations sign in: with a password, or with the sign-in their organisation has already. */
export function ProviderPage() {
  const providers = useProviders();
  const [done, setDone] = useState('');
  return (
    <div className="stack">
      <PageHeading title="How your people sign in" />
      <DoneNotice>{done}</DoneNotice>
      {providers.isPending && <Loading what="the sign-in" heights={[320]} />}
      <ProblemNotice error={providers.error} onRetry={providers.refetch} />
      {providers.data && providers.data.partners.length > 0 && (
        <PartnersCard partners={providers.data.partners} onDone={setDone} />
      )}
      {providers.data?.organizations.map((one) => (
        <ProviderCard key={one.id} organization={one} onDone={setDone} />
      ))}
    </div>
  );
}
