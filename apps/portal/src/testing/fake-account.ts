import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { password, sessionOf, signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { fakeId, momentAgo, northfield, people } from './fake-world.js';
import { needFresh } from './need-fresh.js';

const openToken = 'token-of-an-invitation';

function needOpen(token: string): void {
  if (token !== openToken)
    throw refusal(410, 'invitation-over', 'This invitation was taken back. Ask whoever invited you.');
}

function needGood(chosen: string): void {
  if (chosen.length < 12)
    throw refusal(
      422,
      'password-too-short',
      'Choose a password of at least 12 characters. A few words make a good one.',
    );
}

/** Behind the links of letters, and one's own password and devices. */
export const accountRoutes = (state: FakeState): FakeRoute[] => [...linkRoutes(state), ...ownRoutes(state)];

const linkRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.openInvitation, ({ body }) => {
    needOpen(body.token);
    return state.people.opened;
  }),
  route(endpoints.acceptInvitation, ({ body }) => {
    needOpen(body.token);
    needGood(body.password);
    const { email, role } = state.people.opened;
    state.signedIn = { id: fakeId(), name: body.name, email, roles: [{ role, organization: northfield }] };
    return sessionOf(state);
  }),
  route(endpoints.acceptWithoutAccount, ({ body }) => needOpen(body.token)),
  route(endpoints.joinByInvitation, ({ body }) => {
    needOpen(body.token);
    const known = signedIn(state);
    const taken = { role: state.people.opened.role, organization: northfield };
    state.signedIn = { ...known, roles: [...known.roles, taken] };
    return sessionOf(state);
  }),
  route(endpoints.forgotPassword, () => undefined),
  route(endpoints.resetPassword, ({ body }) => {
    if (body.token !== openToken) throw refusal(410, 'link-over', 'This link was used, or its hour is over.');
    needGood(body.password);
  }),
];

function ownRoutes(state: FakeState): FakeRoute[] {
  const session = (device: string, days: number, isCurrent = false) => ({
    id: fakeId(),
    device,
    since: momentAgo(days),
    lastUsedAt: momentAgo(days),
    isCurrent,
  });
  let sessions = [
    session('Chrome on Windows', 0, true),
    session('Safari on iPhone', 1),
    session('Firefox on Linux', 3),
  ];
  return [
    route(endpoints.changePassword, ({ body }) => {
      signedIn(state);
      if (body.current !== password) throw refusal(403, 'wrong-password', 'This is not your password now. Try again.');
      needGood(body.password);
      sessions = sessions.filter((one) => one.isCurrent);
    }),
    route(endpoints.listSessions, () => ({ sessions })),
    route(endpoints.endSession, ({ params }) => {
      needFresh(state);
      sessions = sessions.filter((one) => one.id !== params['session']);
    }),
    route(endpoints.endOtherSessions, () => {
      needFresh(state);
      sessions = sessions.filter((one) => one.isCurrent);
    }),
  ];
}

/** Somebody the fake knows, for an invitation to an address with an account. */
export const knownAddress: string = people.marcus.email;
