import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { findCompetency, historyOf } from './fake-competencies.js';
import { fakeCompetencies } from './fake-apprenticeships.js';
import { mentors, signedIn } from './fake-session.js';
import { fakeLevels, fakeProcesses } from './fake-standard.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import {
  type FakeApprenticeship,
  type FakeEntry,
  type FakeRequest,
  fakeId,
  named,
  reversalOf,
  skillEntry,
} from './fake-world.js';

function ofMentor(state: FakeState, id: string | undefined): FakeApprenticeship {
  const own = state.apprenticeships.find((one) => one.id === id);
  if (!own || !mentors(state, own))
    throw refusal(403, 'not-their-mentor', 'You were not assigned to this apprentice on that day.');
  return own;
}

const skill = (own: FakeApprenticeship, code: string) => {
  const found = findCompetency(own, code);
  if (!found) throw refusal(422, 'unknown-competency', "This competency is not in the apprentice's Job Book.");
  return found;
};

/** Adds an act of the person signed in, and answers the skill as it is then. */
function add(state: FakeState, own: FakeApprenticeship, act: FakeEntry) {
  own.entries.push({ ...act, sequence: own.entries.length + 1, answeredBy: named(signedIn(state)) });
  return skill(own, act.subject?.code ?? '');
}

const needsWords = (text: string) => {
  if (text.trim() === '') throw refusal(422, 'feedback-missing', 'Say in a sentence what you saw.');
};

/** The Job Book: the three acts of a mentor, voiding, history and requests for a sign-off. */
export const jobBookRoutes = (state: FakeState): FakeRoute[] => [
  ...actRoutes(state),
  ...requestRoutes(state),
  route(endpoints.voidSignOff, ({ params, body }) => {
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    const entry = own?.entries.find((one) => one.id === params['entry']);
    const sponsor = signedIn(state).roles.some(({ role }) => role === 'sponsor-admin');
    if (!own || !entry || !(mentors(state, own) || sponsor))
      throw refusal(403, 'not-their-mentor', 'You are not assigned to this apprentice.');
    if (entry.reversed) throw refusal(409, 'already-voided', 'Somebody took it back already.');
    return add(state, own, { ...reversalOf(entry, body.reason.trim()), occurredOn: today() });
  }),
  route(endpoints.competencyHistory, ({ params }) => {
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    if (!own) throw refusal(404, 'not-their-record', 'There is no such record, or you may not open it.');
    return { events: historyOf(own, params['competency'] ?? '') };
  }),
];

const today = () => skillEntry('competency-observed', 'WP01.1', 0, {}).occurredOn;

const actRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.demonstrate, ({ params, body }) => {
    const own = ofMentor(state, params['apprenticeship']);
    const part = { occurredOn: body.on, text: body.comment };
    return add(state, own, skillEntry('competency-demonstrated', body.competency, 0, part));
  }),
  route(endpoints.observe, ({ params, body }) => {
    const own = ofMentor(state, params['apprenticeship']);
    needsWords(body.feedback);
    const part = { occurredOn: body.on, level: body.level, text: body.feedback };
    return add(state, own, skillEntry('competency-observed', body.competency, 0, part));
  }),
  route(endpoints.signOff, ({ params, body }) => {
    const own = ofMentor(state, params['apprenticeship']);
    const { evaluation } = skill(own, body.competency);
    const judged = body.evaluation;
    if (evaluation === 'test' && !judged?.result)
      throw refusal(422, 'test-result-missing', 'This skill is judged by a test: enter its result.');
    if (judged?.result && judged.result.scorePercent < judged.result.passMarkPercent)
      throw refusal(422, 'test-failed', `The test was not passed: ${judged.result.passMarkPercent} % are needed.`);
    if ((evaluation === 'work-sample' || evaluation === 'interview') && !judged?.reference.trim())
      throw refusal(422, 'evaluation-evidence-missing', 'Say which work sample or interview it was.');
    for (const one of own.requests ?? [])
      if (one.competency === body.competency && one.state === 'open') one.state = 'signed-off';
    const part = { occurredOn: body.observedOn, level: body.level, text: body.comment };
    return add(state, own, skillEntry('competency-attested', body.competency, 0, part));
  }),
];

const openRequest = (state: FakeState, id: string | undefined): { own: FakeApprenticeship; request: FakeRequest } => {
  for (const own of state.apprenticeships) {
    const request = own.requests?.find((one) => one.id === id);
    if (request?.state === 'open') return { own, request };
    if (request) throw refusal(409, 'already-answered', 'This request was answered already.');
  }
  throw refusal(404, 'not-found', 'There is no such request.');
};

const requestRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.requestSignOff, ({ params, body }) => {
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    if (!own || own.apprentice.id !== signedIn(state).id)
      throw refusal(404, 'not-their-record', 'There is no such record, or you may not open it.');
    if (skill(own, body.competency).requested)
      throw refusal(409, 'already-requested', 'You asked for this sign-off already; it waits for your mentor.');
    const { competency, note } = body;
    own.requests = [
      ...(own.requests ?? []),
      { id: fakeId(), competency, note, at: new Date().toISOString(), state: 'open' },
    ];
    return skill(own, competency);
  }),
  route(endpoints.withdrawSignOffRequest, ({ params }) => {
    openRequest(state, params['request']).request.state = 'withdrawn';
  }),
  route(endpoints.listSignOffRequests, () => ({
    requests: state.apprenticeships
      .filter((own) => mentors(state, own))
      .flatMap((own) => (own.requests ?? []).filter((one) => one.state === 'open').map((one) => waiting(own, one)))
      .toSorted((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1)),
  })),
  route(endpoints.declineSignOff, ({ params, body }) => {
    needsWords(body.feedback);
    const { own, request } = openRequest(state, params['request']);
    ofMentor(state, own.id);
    request.state = 'declined';
    request.answer = { feedback: body.feedback, by: named(signedIn(state)), at: new Date().toISOString() };
  }),
];

function waiting(own: FakeApprenticeship, request: FakeRequest) {
  const code = fakeCompetencies.find((one) => one.code === request.competency)?.process ?? '';
  const title = fakeProcesses.find((one) => one.code === code)?.title ?? code;
  return {
    id: request.id,
    apprenticeship: own.id,
    apprentice: own.apprentice,
    competency: skill(own, request.competency),
    workProcess: { code, title },
    note: request.note,
    requestedAt: request.at,
    levels: fakeLevels,
  };
}
