import { endpoints, type Session } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { askSecondStep, has } from './fake-second-factor.js';
import { northfield, people } from './fake-world.js';

/** Whoever is signed in; refuses as the API does when nobody is. */
export function signedIn(state: FakeState) {
  if (!state.signedIn) throw refusal(401, 'not-signed-in', 'Sign in first.');
  return state.signedIn;
}

/** Whether the person mentors this apprenticeship. */
export const mentors = (state: FakeState, own: { mentors: readonly { id: string }[] }): boolean =>
  own.mentors.some((mentor) => mentor.id === state.signedIn?.id);

/** The session as the API tells it. */
export function sessionOf(state: FakeState): z.input<typeof endpoints.currentSession.reply & z.ZodType> {
  const { id, name, email, roles } = signedIn(state);
  const waiting = state.apprenticeships
    .filter((own) => mentors(state, own))
    .flatMap((own) => [
      ...own.hours.filter((entry) => entry.status === 'submitted'),
      ...(own.requests ?? []).filter((request) => request.state === 'open'),
    ]);
  return {
    person: { id, name, email },
    roles: [...roles],
    ownApprenticeship: state.apprenticeships.find((own) => own.apprentice.id === id)?.id ?? null,
    waitingForApproval: waiting.length,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    secondFactor: describeSecondFactor(state),
  } satisfies Record<keyof Session, unknown>;
}

function describeSecondFactor({ secondFactor }: FakeState) {
  const { needed, requiredFrom } = secondFactor;
  return { has: has(secondFactor), needed, organization: needed === 'no' ? null : northfield.name, requiredFrom };
}

/** Everybody's. */
export const password = 'journeybook';

/** Signing in and out; everybody's password is `journeybook`. */
export const sessionRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.signIn, ({ body }) => {
    const found = Object.values(people).find((one) => one.email === body.email.toLowerCase());
    const name = (Object.keys(people) as (keyof typeof people)[]).find((one) => people[one] === found);
    if (!found || body.password !== password)
      throw refusal(401, 'wrong-credentials', 'The e-mail or the password is not right.');
    if (name) askSecondStep(state, name);
    state.signedIn = found;
    return sessionOf(state);
  }),
  route(endpoints.currentSession, () => sessionOf(state)),
  route(endpoints.signOut, () => {
    state.signedIn = null;
  }),
  route(endpoints.installation, () => ({
    demo: true,
    demoPlatformUrl: 'http://localhost:4500',
    signIns: [
      { ...pick('adaeze'), role: 'Apprentice', note: 'most of the way, with hours waiting' },
      { ...pick('lucia'), role: 'Mentor', note: 'hours to approve, skills to sign off' },
      { ...pick('wanda'), role: 'Sponsor', note: 'sees every apprentice of the program' },
    ],
  })),
];

const pick = (who: keyof typeof people) => ({ name: people[who].name, email: people[who].email, password });
