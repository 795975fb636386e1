import { type CustomChangeView, endpoints } from '@journeybook/contracts';
import {
  applyCustomisation,
  type CustomChange,
  type Customisation,
  customise,
  type OrganizationId,
  type StandardId,
} from '@journeybook/domain';
import type { FakeState } from './fake-api.js';
import { actorOf } from './fake-decision.js';
import { asStandard, findVersion, hasRole } from './fake-versions.js';
import { signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { named, northfield } from './fake-world.js';

export interface FakeCustomisation {
  edition: number;
  changes: { change: CustomChangeView; by: { id: string; name: string }; at: string }[];
  /** Changes of the version before, to make again. */
  earlier: CustomChangeView[];
}

const nothingYet = (): FakeCustomisation => ({ edition: 0, changes: [], earlier: [] });

/** What Northfield has made its own in a version; made when it is first asked for. */
export function customisationIn(state: FakeState, standard: string): FakeCustomisation {
  const found = state.programs.customisations.get(standard) ?? nothingYet();
  state.programs.customisations.set(standard, found);
  return found;
}

export const customisationsOf = (state: FakeState, standard: string) => [
  { employer: northfield, changes: customisationIn(state, standard).changes.length },
];

const domainChange = (one: CustomChangeView) => one as CustomChange;

const asCustomisation = (standard: string, { edition, changes }: FakeCustomisation): Customisation => ({
  standard: standard as StandardId,
  employer: northfield.id as OrganizationId,
  edition,
  changes: changes.map(({ change }) => domainChange(change)),
});

function view(state: FakeState, standard: string) {
  const version = findVersion(state, standard);
  const own = customisationIn(state, standard);
  const applied = applyCustomisation(
    asStandard(version.id, version.contents),
    own.changes.map(({ change }) => change),
    new Set(),
  );
  return {
    standard: { id: version.id, version: version.contents.version, title: version.contents.occupation.title },
    employer: northfield,
    edition: own.edition,
    changes: own.changes,
    takenCodes: [],
    earlier: own.earlier.filter(
      (one) => !own.changes.some(({ change }) => JSON.stringify(change) === JSON.stringify(one)),
    ),
    contents: {
      ...version.contents,
      ...applied,
      workProcesses: [...applied.workProcesses],
      competencies: [...applied.competencies],
      courses: [...applied.courses],
    },
    may: { customise: hasRole(state, 'employer-admin') },
  };
}

const words: Readonly<Record<string, string>> = {
  'changed-since-shown': 'Somebody else changed this Job Book meanwhile. Nothing was done; look at it again.',
  'code-taken': 'This code is taken. Choose another one.',
  'last-competency': 'A work process keeps at least one competency. Add another one first.',
};

export const customisationRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readCustomisation, ({ params }) => view(state, params['standard'] ?? '') as never),
  route(endpoints.customise, ({ params, body }) => {
    const standard = params['standard'] ?? '';
    const version = findVersion(state, standard);
    const own = customisationIn(state, standard);
    const decision = customise(actorOf(state), asCustomisation(standard, own), domainChange(body.change), {
      standard: asStandard(version.id, version.contents),
      shownEdition: body.edition,
    });
    if (!decision.ok) throw refusal(409, decision.refusal.kind, words[decision.refusal.kind] ?? 'This cannot be done.');
    own.edition = decision.value.edition;
    own.changes.push({ change: body.change, by: named(signedIn(state)), at: new Date().toISOString() });
    return view(state, standard) as never;
  }),
];
