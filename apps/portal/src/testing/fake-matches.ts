import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import type { FakeLearner } from './fake-section.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import type { FakeApprenticeship } from './fake-world.js';

interface Learners {
  readonly row: (identity: string | undefined) => FakeLearner;
  readonly matched: (own: FakeApprenticeship) => FakeLearner['match'];
}

/** Who is who: one learner, or many at once, each as shown. */
export function matchRoutes(state: FakeState, { row, matched }: Learners): FakeRoute[] {
  return [...singleRoutes(state, { row, matched }), ...manyRoutes(state, { row, matched })];
}

function singleRoutes(state: FakeState, { row, matched }: Learners): FakeRoute[] {
  return [
    route(endpoints.matchLearner, ({ params, body, shown }) => {
      asShown(shown, editionOf(row(params['identity']).match));
      const own = state.apprenticeships.find((one) => one.id === body.apprenticeship);
      if (!own) throw refusal(404, 'not-found', 'There is no such apprentice.');
      row(params['identity']).match = matched(own);
    }),
    route(endpoints.unmatchLearner, ({ params, shown }) => {
      asShown(shown, editionOf(row(params['identity']).match));
      row(params['identity']).match = { state: 'none' };
    }),
    route(endpoints.declineSuggestion, ({ params }) => {
      row(params['identity']).match = { state: 'none' };
    }),
  ];
}

function manyRoutes(state: FakeState, { row, matched }: Learners): FakeRoute[] {
  const plain = (identity: string) => ({ identity, reason: null, kind: null });
  const changed = (identity: string) => ({
    identity,
    outcome: 'refused' as const,
    reason: 'Something here changed since you opened the page.',
    kind: 'changed-since-shown',
  });
  const before = new Map<string, FakeLearner['match']>();
  const isAlready = ({ match }: FakeLearner, apprenticeship: string) =>
    match.state === 'matched' && match.apprentice.apprenticeship === apprenticeship;
  return [
    route(endpoints.matchLearners, ({ body }) => ({
      learners: body.learners.map(({ identity, apprenticeship, edition }) => {
        const learner = row(identity);
        if (isAlready(learner, apprenticeship)) return { ...plain(identity), outcome: 'already-matched' as const };
        const own = state.apprenticeships.find((one) => one.id === apprenticeship);
        if (!own || edition !== editionOf(learner.match)) return changed(identity);
        before.set(identity, learner.match);
        learner.match = matched(own);
        return { ...plain(identity), outcome: 'matched' as const };
      }),
    })),
    route(endpoints.undoMatches, ({ body }) => ({
      learners: body.learners.map(({ identity, apprenticeship }) => {
        if (!isAlready(row(identity), apprenticeship)) return changed(identity);
        row(identity).match = before.get(identity) ?? { state: 'none' };
        return { ...plain(identity), outcome: 'unmatched' as const };
      }),
    })),
  ];
}
