import { apprenticeshipId, recordEntryId } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { getRouteApi } from '@tanstack/react-router';
import { mayTry, useSession } from '../api/read-session.js';
import { AgreementPage } from '../features/apprenticeship/agreement-page.js';
import { MentorLinksCard } from '../features/mentor-link/mentor-links-card.js';
import { NoticePage } from '../features/apprenticeship/notice-page.js';
import { NoticesPage } from '../features/apprenticeship/notices-page.js';
import { RegisterPage } from '../features/apprenticeship/register-page.js';
import { StandingPage } from '../features/standing/standing-page.js';
import { WagesPage } from '../features/wages/wages-page.js';
import { UnknownPage } from './fallback-pages.js';
import { OwnAgreement } from './own-agreement.js';
import { PageForOthers } from './page-for-others.js';
import { SomebodysRecord } from './somebodys-record.js';

const agreement = getRouteApi('/signed-in/apprentices/$apprenticeship/agreement');
const standing = getRouteApi('/signed-in/apprentices/$apprenticeship/standing');
const wages = getRouteApi('/signed-in/apprentices/$apprenticeship/wages');
const notice = getRouteApi('/signed-in/notices/$entry');

/** The agreement of the apprentice who is signed in. */
export const OwnAgreementRoute = () => (
  <OwnAgreement title="My agreement">{(own) => <AgreementPage apprenticeship={own} own />}</OwnAgreement>
);

/** Advanced standing of the apprentice who is signed in. */
export const OwnStandingRoute = () => (
  <OwnAgreement title="My advanced standing">{(own) => <StandingPage apprenticeship={own} own />}</OwnAgreement>
);

/** The wages of the apprentice who is signed in. */
export const OwnWagesRoute = () => (
  <OwnAgreement title="My wages">{(own) => <WagesPage apprenticeship={own} own />}</OwnAgreement>
);

/** Somebody else's agreement. */
export const AgreementRoute = () => (
  <SomebodysRecord apprenticeship={agreement.useParams().apprenticeship}>
    {(id) => (
      <div className="stack">
        <AgreementPage apprenticeship={id} own={false} />
        <LinksForEmployer apprenticeship={id} />
      </div>
    )}
  </SomebodysRecord>
);

/** Links to the mentors of an apprentice, for the employer. */
const LinksForEmployer = ({ apprenticeship }: { apprenticeship: ApprenticeshipId }) =>
  mayTry(useSession(), 'mentor-link:send') ? <MentorLinksCard apprenticeship={apprenticeship} quiet /> : null;

/** Somebody else's advanced standing. */
export const StandingRoute = () => (
  <SomebodysRecord apprenticeship={standing.useParams().apprenticeship}>
    {(id) => <StandingPage apprenticeship={id} own={false} />}
  </SomebodysRecord>
);

/** Somebody else's wages. */
export const WagesRoute = () => (
  <SomebodysRecord apprenticeship={wages.useParams().apprenticeship}>
    {(id) => <WagesPage apprenticeship={id} own={false} />}
  </SomebodysRecord>
);

/** Where a sponsor registers an apprentice. */
export const RegisterRoute = () =>
  mayTry(useSession(), 'apprenticeship:register') ? (
    <RegisterPage />
  ) : (
    <PageForOthers whom="sponsors">Here sponsors register the apprentices of their programs.</PageForOthers>
  );

/** All notices of a sponsor. */
export const NoticesRoute = () =>
  mayTry(useSession(), 'apprenticeship:report') ? <NoticesPage /> : <NoticesForOthers />;

/** One notice, to be printed and reported. */
export function NoticeRoute() {
  const entry = recordEntryId.safeParse(notice.useParams().entry);
  const of = apprenticeshipId.safeParse(notice.useSearch().of);
  if (!mayTry(useSession(), 'apprenticeship:report')) return <NoticesForOthers />;
  if (!entry.success) return <UnknownPage />;
  return <NoticePage key={entry.data} entry={entry.data} of={of.success ? of.data : null} />;
}

const NoticesForOthers = () => (
  <PageForOthers whom="sponsors">Here sponsors find what the registration agency has to be told.</PageForOthers>
);
