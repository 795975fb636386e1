import { agreementRoutes } from './fake-agreement.js';
import { type FakeAgreement, fakeAgreements } from './fake-agreements.js';
import { type FakeReview, reviewRoutes } from './fake-review.js';
import { fakeApprenticeships } from './fake-apprenticeships.js';
import {
  completionsWaitingRoutes,
  type FakeCompletionWaiting,
  fakeCompletionsWaiting,
} from './fake-completions-waiting.js';
import { correctionRoutes } from './fake-corrections.js';
import { accountRoutes } from './fake-account.js';
import { auditRoutes, type FakeEvent, fakeEvents } from './fake-audit.js';
import { fakePeople, type FakePeople, peopleRoutes } from './fake-people.js';
import { type FakeSecondFactor, fakeSecondFactor } from './fake-second-factor.js';
import { secondFactorRoutes } from './fake-second-factor-routes.js';
import { hoursRoutes } from './fake-hours.js';
import { jobBookRoutes } from './fake-job-book.js';
import { type FakeMentorLinks, fakeMentorLinks, mentorLinkRoutes } from './fake-mentor-links.js';
import { paidHoursRoutes } from './fake-paid-hours.js';
import { programRoutes } from './fake-program.js';
import { type FakePlatforms, fakePlatforms, platformRoutes } from './fake-platforms.js';
import { type FakeProviders, fakeProviders, providerRoutes } from './fake-providers.js';
import { type FakePrivacy, fakePrivacy, privacyRoutes } from './fake-privacy.js';
import { recordRoutes } from './fake-records.js';
import { type FakeSection, fakeSection, sectionRoutes } from './fake-section.js';
import { sessionRoutes } from './fake-session.js';
import { type FakeStanding, fakeStandings, standingRoutes } from './fake-standing.js';
import { type FakeTaught, teachingRoutes } from './fake-teaching.js';
import { answerFrom, type FakeRefusal, type FakeRoute } from './fake-transport.js';
import { type FakeWages, fakeWages, wageRoutes } from './fake-wages.js';
import { type FakeApprenticeship, fakeId, type FakePerson, people } from './fake-world.js';
import { type FakePrograms, fakePrograms } from './fake-versions.js';
import type { LaunchSession } from '@journeybook/contracts';

export interface FakeState {
  /** What the process and the skills of an entry are called today, where that is something else; by its id. */
  readonly codesToday: Record<string, { workProcess?: string | null; practised?: string[] }>;
  /** Why hours that wait can only be returned, by their id. */
  readonly blocked: Record<string, string>;
  signedIn: FakePerson | null;
  launchRole: LaunchSession['role'] | null;
  readonly apprenticeships: FakeApprenticeship[];
  readonly section: FakeSection;
  /** Sections without a learning platform. */
  readonly taught: FakeTaught[];
  readonly agreements: FakeAgreement[];
  /** People whose agreements have all ended. */
  readonly former: { id: string; name: string }[];
  readonly standing: Map<string, FakeStanding>;
  readonly wages: Map<string, FakeWages>;
  readonly completionsWaiting: FakeCompletionWaiting[];
  readonly programs: FakePrograms;
  /** By the id of the apprenticeship. */
  readonly reviews: Map<string, FakeReview>;
  readonly platforms: FakePlatforms;
  readonly people: FakePeople;
  readonly providers: FakeProviders;
  readonly mentorLinks: FakeMentorLinks;
  readonly events: FakeEvent[];
  readonly privacy: FakePrivacy;
  readonly secondFactor: FakeSecondFactor;
}

export interface FakeApi {
  readonly fetch: typeof globalThis.fetch;
  readonly state: FakeState;
  /** Every call that was made, as `POST /api/approvals`, with its body, and what an edit said was shown. */
  readonly calls: { readonly line: string; readonly body: unknown; readonly ifMatch: string | undefined }[];
  /** The next call of this line fails: with this refusal, or as if there were no signal. */
  readonly failNext: (line: string, how: FakeRefusal | 'unreachable') => void;
}

/** A world with three apprentices, as nobody has changed it yet. */
function fakeState(who: keyof typeof people | null): FakeState {
  const apprenticeships = fakeApprenticeships();
  return {
    signedIn: who ? people[who] : null,
    launchRole: null,
    apprenticeships,
    section: fakeSection(),
    taught: [],
    codesToday: {},
    blocked: {},
    agreements: fakeAgreements(apprenticeships),
    former: [{ id: fakeId(), name: 'Joanna Weiss' }],
    standing: fakeStandings(apprenticeships),
    wages: fakeWages(apprenticeships),
    completionsWaiting: fakeCompletionsWaiting(apprenticeships),
    programs: fakePrograms(),
    reviews: new Map(),
    platforms: fakePlatforms(),
    people: fakePeople(),
    providers: fakeProviders(),
    mentorLinks: fakeMentorLinks(),
    events: fakeEvents(),
    privacy: fakePrivacy(apprenticeships),
    secondFactor: fakeSecondFactor(),
  };
}

const refusing = (how: FakeRefusal, method: string, path: string): FakeRoute => ({
  method,
  path,
  answer: () => {
    throw how;
  },
});

/** An API in memory that keeps state and answers as the contracts say; for the pages' tests, which mock nothing else. */
export function createFakeApi(who: keyof typeof people | null = null): FakeApi {
  const state = fakeState(who);
  state.section.adopt(state.apprenticeships);
  const routes = [
    ...sessionRoutes(state),
    ...accountRoutes(state),
    ...secondFactorRoutes(state),
    ...peopleRoutes(state),
    ...providerRoutes(state),
    ...hoursRoutes(state),
    ...correctionRoutes(state),
    ...paidHoursRoutes(state),
    ...recordRoutes(state),
    ...jobBookRoutes(state),
    ...sectionRoutes(state),
    ...teachingRoutes(state),
    ...agreementRoutes(state),
    ...standingRoutes(state),
    ...wageRoutes(state),
    ...completionsWaitingRoutes(state),
    ...programRoutes(state),
    ...reviewRoutes(state),
    ...platformRoutes(state),
    ...auditRoutes(state),
    ...privacyRoutes(state),
  ];
  routes.push(...mentorLinkRoutes(state, routes.slice()));
  const calls: { line: string; body: unknown; ifMatch: string | undefined }[] = [];
  const failures: { line: string; how: FakeRefusal | 'unreachable' }[] = [];

  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://portal.example');
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const line = `${method} ${url.pathname}`;
    const ifMatch = new Headers(init?.headers).get('if-match') ?? undefined;
    calls.push({ line, body, ifMatch });
    const failing = failures.findIndex((failure) => failure.line === line);
    const [failure] = failing === -1 ? [] : failures.splice(failing, 1);
    if (failure?.how === 'unreachable') throw new TypeError('Failed to fetch');
    const asked = { method, url, body, ifMatch };
    return answerFrom(failure ? [refusing(failure.how, method, url.pathname)] : routes, asked);
  };
  return { fetch, state, calls, failNext: (line, how) => failures.push({ line, how }) };
}
