import { endpoints, type rosterRow, type sectionView } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { matchRoutes } from './fake-matches.js';
import { fakeRecord } from './fake-record.js';
import { entriesFor } from './fake-records.js';
import { fakeCourses } from './fake-standard.js';
import { bothRead } from './fake-reading.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import {
  college,
  daysAgo,
  type FakeApprenticeship,
  fakeId,
  momentAgo,
  named,
  northfield,
  people,
} from './fake-world.js';

export type FakeLearner = Omit<z.input<typeof rosterRow>, 'edition'>;
type Row = FakeLearner;
type Section = Omit<z.input<typeof sectionView>, 'edition' | 'learners'> & { learners: Row[] };
const occupation = 'Industrial Manufacturing Technician';

const choices = fakeCourses.map(([code, title, hours]) => ({
  rapidsCode: '2031HY',
  occupation,
  code,
  title,
  minutes: hours * 60,
}));

const apprenticeOf = (own: FakeApprenticeship) => ({
  apprenticeship: own.id,
  name: own.apprentice.name,
  occupation,
  employer: northfield.name,
});

const learner = (name: string, percent: number | null, part: Partial<Row> = {}): Row => ({
  identity: fakeId(),
  name,
  email: `${name.toLowerCase().replace(/\s/g, '.')}@lakeside.example`,
  sisId: null,
  match: { state: 'none' },
  grade: percent === null ? null : { percent, latest: percent, comment: '', readAt: momentAgo(0, '00:01') },
  credit: null,
  push: null,
  blocked: null,
  ...part,
});

export interface FakeSection {
  view: Section;
  /** Fills the roster with learners who are these apprentices. */
  readonly adopt: (apprenticeships: readonly FakeApprenticeship[]) => void;
}

const matched = (own: FakeApprenticeship): Row['match'] => ({
  state: 'matched',
  apprentice: apprenticeOf(own),
  by: people.rosa.name,
  at: momentAgo(30),
});

function roster([adaeze, tomas, priya]: readonly FakeApprenticeship[]): Row[] {
  if (!adaeze || !tomas || !priya) return [];
  const credit = { entry: fakeId(), minutes: 960, on: daysAgo(20), by: named(people.rosa) };
  return [
    learner('Adaeze Dike', 88, { match: matched(adaeze) }),
    learner('Marcus Hale', 91, {
      match: matched(tomas),
      credit,
      push: { state: 'delivered', percent: 91, graded: true, at: momentAgo(20), message: '' },
    }),
    learner('Tomás Rivera', 64, { match: matched(tomas) }),
    learner('P. Nair', 77, {
      sisId: 'L-20931',
      match: { state: 'suggested', apprentice: apprenticeOf(priya), reason: 'same-student-id', otherAccount: false },
    }),
    learner('Sam Ortiz', null),
  ];
}

/** A college's course before anybody said which RTI course it is. */
export function fakeSection(): FakeSection {
  const section: FakeSection = {
    view: {
      id: fakeId(),
      title: 'Blueprint Reading, autumn 2026',
      label: 'IMT-BP',
      college,
      platformName: 'Canvas',
      mapping: null,
      proposal: null,
      choices,
      services: { roster: true, grades: true },
      ...bothRead(130_000),
      columnTitle: null,
      learners: [],
      reviews: [],
      may: { map: true, match: true, confirm: true },
    },
    adopt: (apprenticeships) => {
      section.view.learners = roster(apprenticeships);
    },
  };
  return section;
}

type Policy = Pick<NonNullable<Section['mapping']>, 'confirmedBy' | 'creditMode' | 'attempt'>;
const usual: Policy = { confirmedBy: 'hand', creditMode: 'all', attempt: 'latest' };

const mappingOf = (code: string, passMarkPercent: number, policy: Policy = usual) => {
  const choice = choices.find((one) => one.code === code);
  if (!choice) throw refusal(422, 'unknown-course', 'There is no such RTI course.');
  const { confirmedBy, creditMode, attempt } = policy;
  return {
    ...choice,
    passMarkPercent,
    confirmedBy,
    creditMode,
    attempt,
    by: people.rosa.name,
    at: new Date().toISOString(),
  };
};

/** Says which course it is, as an instructor did before. */
export const mapSection = (section: FakeSection, code = 'RTI09', policy: Partial<Policy> = {}) => {
  section.view.mapping = mappingOf(code, 70, { ...usual, ...policy });
};

/** The course as the page shows it, with what to give back when something of it is changed. */
const shownSection = ({ view }: FakeSection): z.input<typeof sectionView> => ({
  ...view,
  edition: editionOf(view.mapping),
  learners: view.learners.map((one) => ({ ...one, edition: editionOf(one.match) })),
});

/** What the page in a frame calls. The only code that is taken is `code-1`, and only once. */
export function sectionRoutes(state: FakeState): FakeRoute[] {
  const row = (identity: string | undefined): Row => {
    const found = state.section.view.learners.find((one) => one.identity === identity);
    if (!found) throw refusal(404, 'not-found', 'There is no such learner in this course.');
    return found;
  };
  return [
    ...launchRoutes(state),
    ...pickerRoutes(state),
    ...afterthoughtRoutes(state, row),
    route(endpoints.readSection, () => shownSection(state.section)),
    route(endpoints.mapCourse, ({ body, shown }) => {
      asShown(shown, editionOf(state.section.view.mapping));
      state.section.view.mapping = mappingOf(body.course, body.passMarkPercent, body);
      state.section.view.proposal = null;
      return shownSection(state.section);
    }),
    route(endpoints.readRoster, () => {
      Object.assign(state.section.view, bothRead(0));
    }),
    route(endpoints.searchApprentices, ({ query }) => ({
      apprentices: state.apprenticeships
        .map(apprenticeOf)
        .filter((one) => one.name.toLowerCase().includes((query.name ?? '').toLowerCase())),
    })),
    ...matchRoutes(state, { row, matched }),
    route(endpoints.confirmCompletions, ({ body }) => {
      if (body.course.code !== state.section.view.mapping?.code)
        throw refusal(409, 'changed-since-shown', 'Something here changed since you opened the page.');
      return {
        learners: body.learners.map(({ identity, apprenticeship, shownPercent, scorePercent, attendedMinutes }) => {
          const { match, grade } = row(identity);
          if (![shownPercent, scorePercent].includes(grade?.latest ?? null))
            return refusedAs(identity, 'changed-since-shown');
          if (match.state === 'matched' && match.apprentice.apprenticeship !== apprenticeship)
            return refusedAs(identity, 'changed-since-shown');
          return confirm(row(identity), { scorePercent, minutes: attendedMinutes ?? 960 });
        }),
      };
    }),
  ];
}

/** What is taken back, declined and decided later. */
function afterthoughtRoutes(state: FakeState, row: (identity: string | undefined) => Row): FakeRoute[] {
  return [
    route(endpoints.giveClaimCode, () => ({
      code: 'ABCD2345',
      expiresAt: new Date(Date.now() + 14 * 24 * 3_600_000).toISOString(),
    })),
    route(endpoints.undoCompletions, ({ body }) => {
      for (const one of state.section.view.learners) {
        if (!one.credit || !body.entries.some((entry) => entry === one.credit?.entry)) continue;
        one.credit = null;
        one.push = { state: 'waiting', percent: null, graded: true, at: new Date().toISOString(), message: '' };
      }
    }),
    route(endpoints.decideReviews, ({ body }) => {
      const { view } = state.section;
      const decided = view.reviews.filter(({ id }) => body.reviews.includes(id));
      view.reviews = view.reviews.filter(({ id }) => !body.reviews.includes(id));
      if (body.decision === 'reverse') for (const { identity } of decided) row(identity).credit = null;
    }),
  ];
}

export const refusedAs = (identity: string, kind: string) => ({
  identity,
  outcome: 'refused' as const,
  minutes: null,
  entry: null,
  reason: 'Something here changed since you opened the page.',
  kind,
});

function confirm(row: Row, { scorePercent, minutes }: { scorePercent: number | null; minutes: number }) {
  const { identity } = row;
  const push = {
    state: 'waiting' as const,
    percent: scorePercent ?? 100,
    graded: scorePercent !== null,
    at: new Date().toISOString(),
    message: '',
  };
  if (row.credit) {
    if (row.push?.state === 'refused') row.push = push;
    return {
      identity,
      outcome: 'already-credited' as const,
      minutes: row.credit.minutes,
      entry: row.credit.entry,
      reason: null,
      kind: null,
    };
  }
  const entry = fakeId();
  row.credit = { entry, minutes, on: daysAgo(0), by: named(people.rosa) };
  row.push = push;
  return { identity, outcome: 'credited' as const, minutes, entry, reason: null, kind: null };
}

function pickerRoutes(state: FakeState): FakeRoute[] {
  return [
    route(endpoints.readPicker, () => {
      const { title, label, platformName, mapping } = state.section.view;
      const mapped = mapping && { rapidsCode: mapping.rapidsCode, course: mapping.code };
      return { title, label, college, platformName, choices, mapped };
    }),
    route(endpoints.pickCourses, ({ body }) => ({ picks: body.courses.map(() => fakeId()) })),
  ];
}

function launchRoutes(state: FakeState): FakeRoute[] {
  let used = false;
  const session = () => ({
    token: fakeId(),
    expiresAt: new Date(Date.now() + 15 * 60_000).toISOString(),
    role: state.launchRole ?? ('instructor' as const),
    person: { identity: fakeId(), name: people.rosa.name },
    section: {
      id: state.section.view.id,
      title: state.section.view.title,
      mapped: state.section.view.mapping !== null,
    },
  });
  const own = () => state.apprenticeships.find((one) => one.apprentice.id === state.signedIn?.id);
  return [
    route(endpoints.openLaunch, ({ body }) => {
      if (used || body.code !== 'code-1')
        throw refusal(401, 'launch-code-used', 'Open this page again from your course.');
      used = true;
      return session();
    }),
    route(endpoints.renewLaunch, () => session()),
    route(endpoints.claimRecord, ({ body }) => {
      if (body.code.toUpperCase() !== 'ABCD2345')
        throw refusal(422, 'claim-code-wrong', 'This code is not right, was used or is too old.');
      state.signedIn = people.adaeze;
    }),
    route(endpoints.ownLaunchRecord, () => {
      const found = own();
      if (!found) return { state: 'not-matched' as const, college: college.name };
      return { state: 'matched' as const, record: fakeRecord(found, 'launch') };
    }),
    route(endpoints.ownLaunchEntries, ({ query }) => {
      const found = own();
      if (!found) throw refusal(404, 'not-matched', 'You are not matched to an apprentice yet.');
      return entriesFor(found, query);
    }),
  ];
}
