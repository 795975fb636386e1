import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.js';

/** Pages for those who are not signed in: behind the links of letters and QR codes, and on the way back from an organisation's sign-in. What stands behind `#` in them is a secret, which a page keeps to itself. */
export const openPages = [
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
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/back/$organization',
    component: lazyRouteComponent(() => import('./back-route.js'), 'BackRoute'),
  }),
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
