import { type auditEvent, endpoints } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { fakeId, named, northfield, people } from './fake-world.js';

export type FakeEvent = z.input<typeof auditEvent>;

const event = (part: Partial<FakeEvent>): FakeEvent => ({
  id: fakeId(),
  at: '2026-03-04T15:00:12.000Z',
  kind: 'change',
  person: named(people.lucia),
  caller: 'person',
  role: 'mentor',
  organization: named(northfield),
  address: '192.0.2.17',
  what: 'approved hours',
  about: [named(people.adaeze)],
  whom: null,
  requestId: 'request-1',
  ...part,
});

/** What was done so far, the newest first. */
export const fakeEvents = (): FakeEvent[] => [
  event({}),
  event({ kind: 'refused', what: 'tried to approve hours and was refused', person: named(people.marcus), about: [] }),
  event({ person: null, caller: 'machine', role: null, organization: null, what: 'reported grades' }),
  ...Array.from({ length: 60 }, () =>
    event({ person: named(people.adaeze), role: 'apprentice', what: 'logged hours', at: '2026-03-03T15:00:00.000Z' }),
  ),
];

const onePage = 50;

const pageOf = (events: readonly FakeEvent[], before: string | undefined) => {
  const from = before ? events.findIndex(({ id }) => id === before) + 1 : 0;
  const shown = events.slice(from, from + onePage);
  return {
    events: shown,
    next: events.length > from + onePage ? (shown.at(-1)?.id ?? null) : null,
    timeZone: 'America/Chicago',
  };
};

/** Reading what was done, narrowed by person, act and day. */
export const auditRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listActivity, ({ params, query }) => {
    if (!signedIn(state).roles.some(({ organization }) => organization.id === params['organization']))
      throw refusal(404, 'not-their-organization', 'There is no such organization.');
    const matching = state.events.filter(
      ({ person, what, at }) =>
        (!query.person || person?.id === query.person) &&
        (!query.action || what === actions[query.action]) &&
        (!query.until || at.slice(0, 10) <= query.until),
    );
    return pageOf(matching, query.before);
  }),
  route(endpoints.exportActivity, () => ({ fileName: 'activity-2026-03-04.csv', csv: 'when,who\r\n', complete: true })),
  route(endpoints.listActions, () => ({
    actions: Object.entries(actions).map(([action, what]) => ({ action, what })),
  })),
  route(endpoints.ownActivity, ({ query }) =>
    pageOf(
      state.events.map((one) => ({ ...one, address: null })),
      query.before,
    ),
  ),
];

const actions: Readonly<Record<string, string>> = { approveHours: 'approved hours', logHours: 'logged hours' };
