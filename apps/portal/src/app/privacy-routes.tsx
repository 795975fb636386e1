import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayTry, useSession } from '../api/read-session.js';
import { AccountPage } from '../features/account/account-page.js';
import { PrivacyPage } from '../features/privacy/privacy-page.js';
import { QuestionsPage } from '../features/privacy/questions-page.js';
import { YourDataCard } from '../features/privacy/your-data-card.js';
import { RetentionPage } from '../features/retention/retention-page.js';
import { OwnAgreement } from './own-agreement.js';
import { PageForOthers } from './page-for-others.js';
import { TabBar, tabLook } from './tab-bar.js';

/** The voluntary questions of the apprentice who is signed in. */
export const OwnQuestionsRoute = () => (
  <OwnAgreement title="Personal questions">{() => <QuestionsPage />}</OwnAgreement>
);

/** One's own account, with everything that is kept about oneself. */
export function AccountRoute() {
  const session = useSession();
  return (
    <AccountPage>
      <YourDataCard />
      {mayTry(session, 'privacy:answer') && (
        <p>
          <Link to="/questions">Personal questions, and who has looked at your answers</Link>
        </p>
      )}
    </AccountPage>
  );
}

/** What a sponsor sees of voluntary answers. */
export const PrivacyRoute = () => (
  <ForSponsors>
    <PrivacyPage />
  </ForSponsors>
);

/** What a sponsor keeps, holds and erases. */
export const RetentionRoute = () => (
  <ForSponsors>
    <RetentionPage />
  </ForSponsors>
);

function ForSponsors({ children }: { children: ReactNode }) {
  if (!mayTry(useSession(), 'privacy:report'))
    return (
      <PageForOthers whom="sponsors">
        Here sponsors see counts of voluntary answers, and how long records are kept.
      </PageForOthers>
    );
  return (
    <div className="stack">
      <TabBar label="Parts of privacy">
        <Link {...tabLook} to="/privacy" activeOptions={{ exact: true }}>
          Voluntary answers
        </Link>
        <Link {...tabLook} to="/privacy/records">
          Keeping records
        </Link>
      </TabBar>
      {children}
    </div>
  );
}
