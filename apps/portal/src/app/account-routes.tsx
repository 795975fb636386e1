import type { Session } from '@journeybook/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { mayTry, useSession } from '../api/read-session.js';
import { ResetPage } from '../features/account/reset-page.js';
import { SecondFactorPage } from '../features/account/second-factor-page.js';
import { openedKey, WelcomePage } from '../features/account/welcome-page.js';
import { ProviderPage } from '../features/provider/provider-page.js';
import { PeoplePage } from '../features/people/people-page.js';
import { OfficeTabs } from './office-tabs.js';
import { PageForOthers } from './page-for-others.js';

/** The people of the organisations that somebody runs. */
export const PeopleRoute = () =>
  mayTry(useSession(), 'people:list') ? (
    <OfficeTabs>
      <PeoplePage />
    </OfficeTabs>
  ) : (
    <PageForOthers whom="administrators">Here administrators invite the people of their organization.</PageForOthers>
  );

/** How the people of the organisations that somebody runs sign in. */
export const ProviderRoute = () =>
  mayTry(useSession(), 'organization:connect-sign-in') ? (
    <ProviderPage />
  ) : (
    <PageForOthers whom="administrators">Here administrators connect the sign-in of their organization.</PageForOthers>
  );

/** What stands behind `#` in the address the page was opened with. */
function useLinkToken(): string {
  const hash = useLocation({ select: (location) => location.hash });
  const [token] = useState(hash);
  return token;
}

/** The page behind an invitation; whoever took it goes to their own first page. */
export function WelcomeRoute() {
  const token = useLinkToken();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const goOn = async (session: Session) => {
    // Whoever was signed in here before leaves nothing behind; what the link opened goes with its page.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== openedKey });
    queries.setQueryData(['session'], session);
    await navigate({ to: '/' });
  };
  return <WelcomePage token={token} onDone={goOn} />;
}

const secondStepRoute = getRouteApi('/second-step');

/** Leads through setting up the second step that an organisation asks for, and on to where one wanted to go. */
export function SecondStepRoute() {
  const [asks] = useState(useSession().secondFactor);
  const { from } = secondStepRoute.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const goOn = async () => {
    // What was refused before is asked for again.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await queries.refetchQueries({ queryKey: ['session'] });
    router.history.push(from ?? '/');
  };
  const leave = async () => {
    await router.navigate({ to: '/sign-in', search: {} });
    queries.clear();
  };
  return <SecondFactorPage asks={asks} onReady={() => void goOn()} onSignedOut={() => void leave()} />;
}

/** The page behind the link of a forgotten password. */
export const ResetRoute = () => <ResetPage token={useLinkToken()} />;
