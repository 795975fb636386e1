import { createRoute, lazyRouteComponent, redirect, type RouteComponent } from '@tanstack/react-router';
import { enterPages, enterSecondStep } from './enter-pages.js';
import { FailedAlone, UnknownPage } from './fallback-pages.js';
import { navigationFor } from './navigation.js';
import { openPages } from './open-pages.js';
import { openedSearch, ownPath, type Search, searchText } from './read-search.js';
import { root } from './root-route.js';
import { Shell } from './shell.js';
import { SignInRoute } from './sign-in-route.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => ownPath(search['from']),
  component: SignInRoute,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  errorComponent: FailedAlone,
  beforeLoad: ({ context, location }) => enterPages(context, location),
});

/** For those who have to set up a second step first. Whoever has one goes where they wanted to go. */
const secondStep = createRoute({
  getParentRoute: () => root,
  path: '/second-step',
  validateSearch: (search: Search) => ownPath(search['from']),
  errorComponent: FailedAlone,
  beforeLoad: ({ context, location, search }) => enterSecondStep(context, location, search.from),
  component: lazyRouteComponent(() => import('./account-routes.js'), 'SecondStepRoute'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: ({ context }) => {
    const first = navigationFor(context.session)[0];
    if (first) throw redirect({ to: first.to });
  },
  component: lazyRouteComponent(() => import('./nothing-here-page.js'), 'NothingHerePage'),
});

const ownPages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/record',
    validateSearch: openedSearch,
    component: lazyRouteComponent(() => import('./record-routes.js'), 'OwnRecordRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/log',
    component: lazyRouteComponent(() => import('./log-route.js'), 'LogRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/job-book',
    component: lazyRouteComponent(() => import('./record-routes.js'), 'OwnJobBookRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/classes',
    component: lazyRouteComponent(() => import('./record-routes.js'), 'OwnClassesRoute'),
  }),
] as const;

const peoplePages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/queue',
    component: lazyRouteComponent(() => import('./queue-route.js'), 'QueueRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices',
    beforeLoad: ({ context }) => {
      const entries = navigationFor(context.session);
      // A list of nobody but oneself helps nobody.
      if (!entries.some((entry) => entry.to === '/apprentices')) throw redirect({ to: entries[0]?.to ?? '/' });
    },
    component: lazyRouteComponent(() => import('../features/apprenticeship/people-page.js'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/sections',
    component: lazyRouteComponent(() => import('./teaching-routes.js'), 'SectionsRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/sections/$section',
    component: lazyRouteComponent(() => import('./teaching-routes.js'), 'TaughtSectionRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/platforms',
    component: lazyRouteComponent(() => import('./platforms-route.js'), 'PlatformsRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship',
    validateSearch: openedSearch,
    component: lazyRouteComponent(() => import('./record-routes.js'), 'RecordRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/job-book',
    component: lazyRouteComponent(() => import('./record-routes.js'), 'JobBookRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/classes',
    component: lazyRouteComponent(() => import('./record-routes.js'), 'ClassesRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/paid-hours',
    component: lazyRouteComponent(() => import('./record-routes.js'), 'PaidHoursRoute'),
  }),
] as const;

const agreementPages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/to-do',
    component: lazyRouteComponent(() => import('./to-do-page.js'), 'ToDoPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/agreement',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'OwnAgreementRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/standing',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'OwnStandingRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/wages',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'OwnWagesRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/new',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'RegisterRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/agreement',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'AgreementRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/standing',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'StandingRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/wages',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'WagesRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices',
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'NoticesRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices/$entry',
    /** The agreement it is about, which has all of its notices; the list has only the open and the latest. */
    validateSearch: (search: Search): { of?: string | undefined } => ({ of: searchText(search, 'of') }),
    component: lazyRouteComponent(() => import('./agreement-routes.js'), 'NoticeRoute'),
  }),
] as const;

const programPages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/programs',
    component: lazyRouteComponent(() => import('./program-routes.js'), 'ProgramsRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/programs/drafts/$draft',
    component: lazyRouteComponent(() => import('./program-routes.js'), 'DraftRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/programs/$standard',
    component: lazyRouteComponent(() => import('./program-routes.js'), 'StandardRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/programs/$standard/differences',
    validateSearch: (search: Search): { with?: string | undefined } => ({ with: searchText(search, 'with') }),
    component: lazyRouteComponent(() => import('./program-routes.js'), 'DifferencesRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/programs/$standard/employers/$employer',
    component: lazyRouteComponent(() => import('./program-routes.js'), 'CustomisationRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/move',
    validateSearch: (search: Search): { to?: string | undefined } => ({ to: searchText(search, 'to') }),
    component: lazyRouteComponent(() => import('./program-routes.js'), 'MoveRoute'),
  }),
] as const;

const completionPages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/completion',
    component: lazyRouteComponent(() => import('./completion-routes.js'), 'OwnCompletionRoute'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/apprentices/$apprenticeship/completion',
    component: lazyRouteComponent(() => import('./completion-routes.js'), 'CompletionRoute'),
  }),
] as const;

/** A page of whoever is signed in, at an address without anything in it. */
const plainPage = <const Path extends string, Pages extends Record<string, RouteComponent>>(
  path: Path,
  { name, of }: { name: keyof Pages & string; of: () => Promise<Pages> },
) => createRoute({ getParentRoute: () => signedIn, path, component: lazyRouteComponent(of, name) });

const accountPages = [
  plainPage('/people', { name: 'PeopleRoute', of: () => import('./account-routes.js') }),
  plainPage('/people/sign-in', { name: 'ProviderRoute', of: () => import('./account-routes.js') }),
  plainPage('/ask-mentor', { name: 'AskMentorRoute', of: () => import('./ask-mentor-route.js') }),
  plainPage('/activity', { name: 'ActivityRoute', of: () => import('./audit-routes.js') }),
  plainPage('/who-did-what', { name: 'OwnActivityRoute', of: () => import('./audit-routes.js') }),
  plainPage('/account', { name: 'AccountRoute', of: () => import('./privacy-routes.js') }),
  plainPage('/questions', { name: 'OwnQuestionsRoute', of: () => import('./privacy-routes.js') }),
  plainPage('/privacy', { name: 'PrivacyRoute', of: () => import('./privacy-routes.js') }),
  plainPage('/privacy/records', { name: 'RetentionRoute', of: () => import('./privacy-routes.js') }),
] as const;

/** Every other address, within the pages: whoever mistyped one is not lost. */
const unknown = createRoute({ getParentRoute: () => signedIn, path: '/$', component: UnknownPage });

/** Every page under its address. */
export const routeTree = root.addChildren([
  signIn,
  secondStep,
  signedIn.addChildren([
    home,
    ...ownPages,
    ...peoplePages,
    ...agreementPages,
    ...programPages,
    ...completionPages,
    ...accountPages,
    unknown,
  ]),
  ...openPages,
]);
