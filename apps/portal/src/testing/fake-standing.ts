import { endpoints, type StandingItemView, type standingRequest } from '@journeybook/contracts';
import { itemKey } from '@journeybook/domain';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { fakeCompetencies } from './fake-apprenticeships.js';
import { inWords } from './fake-decision.js';
import { fakeRecord } from './fake-record.js';
import { signedIn } from './fake-session.js';
import { fakeCourses, fakeProcesses } from './fake-standard.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { type FakeApprenticeship, fakeId, momentAgo, named, northfield, ojtEntry, people } from './fake-world.js';

type Request = z.input<typeof standingRequest>;
type Item = Request['items'][number]['item'];

/** What the fake keeps of one apprentice's advanced standing. */
export interface FakeStanding {
  requests: Request[];
  proposed: Item[];
  policy: { capMinutes: number | null; percentOfYouthHours: number | null; evidenceDueOn: string | null };
}

const codeOf = (item: Item): string =>
  item.kind === 'work-process' ? item.workProcess : item.kind === 'course' ? item.course : item.competency;

function titleOf(item: Item): string {
  const code = codeOf(item);
  const course = fakeCourses.find((one) => one[0] === code);
  const found = fakeProcesses.find((one) => one.code === code) ?? fakeCompetencies.find((one) => one.code === code);
  return found?.title ?? course?.[1] ?? code;
}

function leftOf(own: FakeApprenticeship, item: Item): number | null {
  if (item.kind === 'competency') return null;
  const { processes, courses } = fakeRecord(own, 'sponsor');
  return [...processes, ...courses].find((one) => one.code === codeOf(item))?.leftMinutes ?? 0;
}

/** A request as somebody made it. */
export function fakeStandingRequest(own: FakeApprenticeship, by: keyof typeof people, items: Item[]): Request {
  return {
    id: fakeId(),
    apprenticeship: own.id,
    apprentice: own.apprentice,
    employer: northfield,
    state: 'requested',
    items: items.map((item) => ({ item, title: titleOf(item), leftMinutes: leftOf(own, item), granted: null })),
    reason: 'Two years on the press line before the agreement',
    evidence: [{ title: 'Letter of the plant manager', reference: 'folder 12, page 3' }],
    youthMinutes: null,
    requestedBy: named(people[by]),
    requestedAt: momentAgo(4),
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    may: { decide: false },
  };
}

/** The first apprentice has a request of the employer that waits; the others none. */
export function fakeStandings(apprenticeships: readonly FakeApprenticeship[]): Map<string, FakeStanding> {
  const policy = { capMinutes: null, percentOfYouthHours: null, evidenceDueOn: null };
  return new Map(
    apprenticeships.map((own, index) => {
      const asked: Item[] = [
        { kind: 'work-process', workProcess: 'WP02', minutes: 7200 },
        { kind: 'competency', competency: 'WP02.7', level: 3 },
      ];
      const requests = index === 0 ? [fakeStandingRequest(own, 'erin', asked)] : [];
      return [own.id, { requests, proposed: [], policy }];
    }),
  );
}

const isSponsor = (state: FakeState) => signedIn(state).roles.some(({ role }) => role === 'sponsor-admin');

/** The request as whoever is signed in reads it: the sponsor decides, not the one who asked. */
const forReader = (state: FakeState, request: Request): Request => ({
  ...request,
  may: {
    decide: request.state === 'requested' && isSponsor(state) && request.requestedBy.id !== signedIn(state).id,
  },
});

function find(state: FakeState, id: string | undefined) {
  const own = state.apprenticeships.find((one) => one.id === id);
  if (!own) throw refusal(404, 'not-their-record', 'There is no such record, or it is not yours to open.');
  const standing = state.standing.get(own.id) ?? {
    requests: [],
    proposed: [],
    policy: { capMinutes: null, percentOfYouthHours: null, evidenceDueOn: null },
  };
  state.standing.set(own.id, standing);
  return { own, standing };
}

const grantedMinutes = (own: FakeApprenticeship): number =>
  own.entries
    .filter((entry) => entry.kind === 'advanced-standing-granted' && entry.subject?.kind === 'work-process')
    .reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);

function grant(state: FakeState, own: FakeApprenticeship, item: StandingItemView, reason: string) {
  const minutes = item.kind === 'competency' ? null : item.minutes;
  const level = item.kind === 'competency' ? item.level : null;
  const entry = ojtEntry('WP01', 0, 0, {
    kind: 'advanced-standing-granted',
    subject: { kind: item.kind, code: codeOf(item), title: titleOf(item), ended: false },
    minutes,
    level,
    answeredBy: named(signedIn(state)),
    text: reason,
    loggedAt: null,
  });
  own.entries.push({ ...entry, sequence: own.entries.length + 1 });
}

/** The sponsor's decision, with the refusals that the pages can meet. */
function decide(
  state: FakeState,
  id: string | undefined,
  { granted, reason }: { granted: readonly StandingItemView[]; reason: string },
): Request {
  const all = [...state.standing.values()];
  const standing = all.find((one) => one.requests.some((request) => request.id === id));
  const request = standing?.requests.find((one) => one.id === id);
  if (!standing || !request) throw refusal(404, 'not-found', 'There is no such request.');
  const { own } = find(state, request.apprenticeship);
  if (!forReader(state, request).may.decide)
    throw refusal(403, 'requester-cannot-decide', inWords('requester-cannot-decide'));
  const asked = granted.reduce((sum, item) => sum + (item.kind === 'work-process' ? item.minutes : 0), 0);
  const { capMinutes } = standing.policy;
  if (capMinutes !== null && grantedMinutes(own) + asked > capMinutes)
    throw refusal(422, 'over-standing-cap', inWords('over-standing-cap'));
  for (const item of granted) grant(state, own, item, reason);
  Object.assign(request, {
    state: granted.length > 0 ? 'granted' : 'refused',
    items: request.items.map((line) => ({
      ...line,
      granted: granted.find((one) => itemKey(one) === itemKey(line.item as StandingItemView)) ?? null,
    })),
    decidedBy: named(signedIn(state)),
    decidedAt: new Date().toISOString(),
    decisionReason: reason,
  });
  return forReader(state, request);
}

/** Asking for advanced standing and deciding it, thin but with the same refusals. */
export const standingRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readStanding, ({ params }) => {
    const { own, standing } = find(state, params['apprenticeship']);
    const isMentor = signedIn(state).roles.every(({ role }) => role === 'mentor');
    return {
      requests: standing.requests.map((one) => forReader(state, one)),
      policy: { id: 'US-29.5(b)(12)', grantedMinutes: grantedMinutes(own), decideBy: null, ...standing.policy },
      proposed: standing.proposed,
      may: { request: !isMentor },
    };
  }),
  route(endpoints.requestStanding, ({ params, body }) => {
    const { own, standing } = find(state, params['apprenticeship']);
    if (body.items.length === 0) throw refusal(422, 'nothing-requested', 'Ask for at least one item.');
    const { reason, evidence, youthMinutes } = body;
    const asked = fakeStandingRequest(own, 'erin', body.items);
    const request = {
      ...asked,
      reason,
      evidence,
      youthMinutes,
      requestedBy: named(signedIn(state)),
      requestedAt: new Date().toISOString(),
    };
    standing.requests.push(request);
    return forReader(state, request);
  }),
  route(endpoints.listStandingRequests, () => ({
    requests: [...state.standing.values()]
      .flatMap((one) => one.requests)
      .map((one) => forReader(state, one))
      .filter((one) => one.may.decide),
  })),
  route(endpoints.decideStanding, ({ params, body }) => decide(state, params['request'], body)),
];
