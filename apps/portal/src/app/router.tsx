import { createRouter, type RouterHistory } from '@tanstack/react-router';
import type { RouterContext } from './enter-pages.js';
import { FailedPage, LoadingPage, UnknownPage } from './fallback-pages.js';
import { routeTree } from './route-tree.js';

/** The portal's pages. Each is loaded when it is first opened; all but the sign-in ask for a session first. */
export function createPortalRouter(context: RouterContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: UnknownPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
