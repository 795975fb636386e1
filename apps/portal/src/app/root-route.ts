import type { Client } from '@journeybook/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { UnknownAlone } from './fallback-pages.js';

export interface RouterContext {
  readonly client: Client;
  readonly queries: QueryClient;
}

/** What all pages hang from. */
export const root = createRootRouteWithContext<RouterContext>()({ notFoundComponent: UnknownAlone });
