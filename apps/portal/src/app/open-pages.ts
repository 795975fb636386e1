import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route.js';

/** Pages behind the links of letters. What stands behind `#` in them is a secret, which a page keeps to itself. */
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
] as const;
