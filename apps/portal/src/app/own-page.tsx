import type { ApprenticeshipId } from '@journeybook/domain';
import type { ReactNode } from 'react';
import { useSession } from '../api/read-session.js';
import { Empty } from '../ui/empty.js';
import { PageHeading } from '../ui/page-heading.js';
import { PageForOthers } from './page-for-others.js';

interface OwnPageProps {
  readonly title: string;
  readonly children: (own: ApprenticeshipId) => ReactNode;
}

/** A page about the apprenticeship of whoever is signed in; without one, why there is nothing to see. */
export function OwnPage({ title, children }: OwnPageProps) {
  const { ownApprenticeship, roles } = useSession();
  if (ownApprenticeship) return children(ownApprenticeship);
  if (!roles.some(({ role }) => role === 'apprentice'))
    return (
      <PageForOthers whom="apprentices">Here apprentices keep their own hours, sign-offs and classes.</PageForOthers>
    );
  return (
    <div className="stack">
      <PageHeading title={title} />
      <Empty title="You have no apprenticeship here yet">Your sponsor registers it; then your record begins.</Empty>
    </div>
  );
}
