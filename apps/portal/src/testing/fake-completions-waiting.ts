import { type completionEndpoints, endpoints } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { signedIn } from './fake-session.js';
import { type FakeRoute, route } from './fake-transport.js';
import { daysAgo, type FakeApprenticeship, northfield } from './fake-world.js';

export type FakeCompletionWaiting = z.input<typeof completionEndpoints.listCompletions.reply>['waiting'][number];

/** The first apprentice waits for the sponsor's review. */
export const fakeCompletionsWaiting = ([own]: readonly FakeApprenticeship[]): FakeCompletionWaiting[] =>
  own
    ? [
        {
          apprenticeship: own.id,
          apprentice: own.apprentice,
          employer: northfield,
          occupation: 'Industrial Manufacturing Technician',
          attestedOn: daysAgo(6),
          reviewed: 12,
          requirements: 101,
        },
      ]
    : [];

/** What waits for review. */
export const completionsWaitingRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listCompletions, () => {
    signedIn(state);
    return { waiting: state.completionsWaiting };
  }),
];
