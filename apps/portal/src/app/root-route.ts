import { createRootRouteWithContext } from '@tanstack/react-router';
import type { RouterContext } from './enter-pages.js';
import { UnknownAlone } from './fallback-pages.js';

/** What every page hangs on. */
export const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: UnknownAlone });
