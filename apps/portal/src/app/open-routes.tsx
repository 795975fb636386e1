import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ownPath, type Search } from './read-search.js';
import { root } from './root-route.js';
import { SignInRoute } from './sign-in-route.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => ownPath(search['from']),
  component: SignInRoute,
});

/** Pages behind the links of letters. What stands behind `#` in them is a secret, which a page keeps to itself. */
const openPages = [
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./account-routes.js'), 'WelcomeRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    component: lazyRouteComponent(() => import('../features/account/forgot-page.js'), 'ForgotPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset',
    component: lazyRouteComponent(() => import('./account-routes.js'), 'ResetRoute'),
  }),
] as const;

/** Where an organisation's own sign-in sends people back to. */
const back = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/back/$organization',
  component: lazyRouteComponent(() => import('./back-route.js'), 'BackRoute'),
});

/** Pages of mentors who come by a link or a QR code. */
const mentorPages = [
  createRoute({
    getParentRoute: () => root,
    path: '/mentor',
    component: lazyRouteComponent(() => import('./mentor-routes.js'), 'OpenLinkRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mentor/decide',
    component: lazyRouteComponent(() => import('./mentor-routes.js'), 'DecideRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mentor/ask',
    component: lazyRouteComponent(() => import('./mentor-routes.js'), 'AskRoute'),
  }),
] as const;

/** Pages that ask for no session. */
export const openRoutes = [signIn, back, ...mentorPages, ...openPages] as const;
