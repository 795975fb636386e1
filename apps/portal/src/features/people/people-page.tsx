import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DoneNotice } from '../../ui/done-notice.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { OrganizationCard } from './organization-card.js';
import { PartnersCard } from './partners-card.js';
import { SecondStepsCard } from './second-steps-card.js';
import { usePeople } from './use-people.js';

/** The people of one's organisations with their roles, those who are invited, and a sponsor's partners. */
export function PeoplePage() {
  const people = usePeople();
  const [done, setDone] = useState('');
  const sponsors = people.data?.organizations.filter(({ kind }) => kind === 'sponsor') ?? [];
  return (
    <div className="stack">
      <PageHeading title="Our people" />
      <p>
        <Link to="/people/sign-in">How your people sign in</Link>
      </p>
      <DoneNotice>{done}</DoneNotice>
      {people.isPending && <Loading what="the people" heights={[300, 200]} />}
      <ProblemNotice error={people.error} onRetry={people.refetch} />
      {people.data?.organizations.map((one) => (
        <OrganizationCard key={one.id} organization={one} onDone={setDone} />
      ))}
      {people.data && <SecondStepsCard onDone={setDone} />}
      {sponsors.map((sponsor) => (
        <PartnersCard
          key={sponsor.id}
          sponsor={sponsor}
          partners={people.data?.partners.filter((one) => one.sponsor === sponsor.id) ?? []}
          onDone={setDone}
        />
      ))}
    </div>
  );
}
