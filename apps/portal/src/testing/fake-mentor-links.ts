import { type Endpoint, endpoints, type mentorLink } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { fakeId, momentAgo, named, northfield, people } from './fake-world.js';

export interface FakeMentorLinks {
  readonly links: z.input<typeof mentorLink>[];
  /** The link `token-of-a-mentors-link` opens once; then the browser has what it opened. */
  state: 'waiting' | 'open' | 'over';
  readonly asked: string[];
}

export const fakeMentorLinks = (): FakeMentorLinks => ({ links: [], state: 'waiting', asked: [] });

export const [linkToken, mentorCode] = ['token-of-a-mentors-link', 'code-of-an-apprentice'];

/** The apprentice whom the link is about. */
const own = (state: FakeState) => {
  const found = state.apprenticeships.find((one) => one.apprentice.id === people.adaeze.id);
  if (!found) throw new Error('nobody is there');
  return found;
};

const newLink = (mentor: { id: string; name: string }, aboutHours: boolean): z.input<typeof mentorLink> => ({
  id: fakeId(),
  mentor,
  askedBy: named(people.erin),
  askedAt: momentAgo(0),
  expiresAt: momentAgo(-3),
  aboutHours,
  signOffRequest: null,
  mailed: true,
  state: 'waiting',
  openedAt: null,
  device: '',
  acts: [],
});

export const mentorLinkRoutes = (state: FakeState, others: readonly FakeRoute[]): FakeRoute[] => [
  ...askingRoutes(state),
  ...openedRoutes(state),
  ...actRoutes(state, others),
];

const askingRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listMentorLinks, ({ params }) => {
    const of = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    const waiting = of?.hours.filter((one) => one.status === 'submitted').length ?? 0;
    return {
      links: state.mentorLinks.links,
      mentors: (of?.mentors ?? []).map((one) => ({ mentor: named(one), hasAddress: true, hoursWaiting: waiting })),
      requests: (of?.requests ?? []).flatMap(({ id, competency, state: at }) =>
        at === 'open' ? [{ id, title: competency }] : [],
      ),
    };
  }),
  route(endpoints.sendMentorLink, ({ body }) => {
    const mentor = Object.values(people).find(({ id }) => id === body.mentor) ?? people.lucia;
    const added = newLink(named(mentor), body.aboutHours);
    state.mentorLinks.links.unshift(added);
    return added;
  }),
  route(endpoints.revokeMentorLink, ({ params }) => {
    const link = state.mentorLinks.links.find(({ id }) => id === params['link']);
    if (link) link.state = 'taken-back';
  }),
  route(endpoints.giveMentorCode, () => ({ code: mentorCode, expiresAt: momentAgo(0, '16:12') })),
  route(endpoints.openMentorCode, ({ body }) => {
    if (body.code !== mentorCode)
      throw refusal(410, 'mentor-code-over', 'This code is over. Ask to be shown a new one.');
    return { apprentice: people.adaeze.name, employer: northfield.name };
  }),
  route(endpoints.sendLinkByCode, ({ body }) => void state.mentorLinks.asked.push(body.email)),
];

const openedRoutes = (state: FakeState): FakeRoute[] => {
  const session = () => ({
    mentor: named(people.lucia),
    apprentice: named(people.adaeze),
    employer: northfield.name,
    endsAt: momentAgo(0, '16:12'),
    aboutHours: true,
    signOffRequest: null,
  });
  return [
    route(endpoints.openMentorLink, ({ body }) => {
      if (body.token !== linkToken || state.mentorLinks.state !== 'waiting')
        throw refusal(410, 'mentor-link-over', 'This link was opened before, and it opens once. Ask for another one.');
      state.mentorLinks.state = 'open';
      return session();
    }),
    route(endpoints.readLinkSession, () => {
      needOpen(state);
      return session();
    }),
    route(endpoints.endLinkSession, () => {
      state.mentorLinks.state = 'over';
    }),
  ];
};

function needOpen(state: FakeState): void {
  if (state.mentorLinks.state !== 'open')
    throw refusal(401, 'link-session-over', 'What the link opened is over. Ask for another link.');
}

/** The acts of Lucia by her link: as the portal's, on this apprentice alone. */
function actRoutes(state: FakeState, others: readonly FakeRoute[]): FakeRoute[] {
  type Any = Endpoint<string, unknown, unknown, unknown>;
  const by = (way: Any, act: Any): FakeRoute => ({
    method: way.method,
    path: way.path,
    answer: (_, query, body) => {
      needOpen(state);
      const original = others.find((one) => one.method === act.method && one.path === act.path);
      const request = own(state).requests?.find((one) => one.state === 'open')?.id ?? '';
      const before = state.signedIn;
      state.signedIn = people.lucia;
      try {
        return original?.answer({ apprenticeship: own(state).id, request }, query, body);
      } finally {
        state.signedIn = before;
      }
    },
  });
  return [
    by(endpoints.linkQueue, endpoints.approvalQueue),
    by(endpoints.linkApprove, endpoints.approveHours),
    by(endpoints.linkUndo, endpoints.undoApproval),
    by(endpoints.linkReturn, endpoints.returnHours),
    by(endpoints.linkRequests, endpoints.listSignOffRequests),
    by(endpoints.linkDemonstrate, endpoints.demonstrate),
    by(endpoints.linkObserve, endpoints.observe),
    by(endpoints.linkSignOff, endpoints.signOff),
    by(endpoints.linkDecline, endpoints.declineSignOff),
  ];
}
