import { endpoints, type taughtLearner, type taughtSection } from '@journeybook/contracts';
import type { z } from 'zod';
import type { FakeState } from './fake-api.js';
import { refusedAs } from './fake-section.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { college, daysAgo, fakeId, named, northfield, people } from './fake-world.js';
import { fakeCourses } from './fake-standard.js';

export type FakeTaught = Omit<z.input<typeof taughtSection>, 'edition'>;
export type FakeAttendee = z.input<typeof taughtLearner>;

const occupation = 'Industrial Manufacturing Technician';
const choices = () =>
  fakeCourses.map(([code, title, hours]) => ({
    rapidsCode: '2031',
    occupation,
    code,
    title,
    minutes: hours * 60,
  }));
const choiceOf = (code: string) => {
  const choice = choices().find((one) => one.code === code);
  if (!choice) throw refusal(422, 'course-not-offered', 'This RTI course is in no program of the college.');
  return choice;
};

/** An apprentice who attends, with nothing entered yet. */
export const fakeAttendee = (name: string, part: Partial<FakeAttendee> = {}): FakeAttendee => ({
  identity: fakeId(),
  name,
  apprentice: { apprenticeship: fakeId(), name, occupation, employer: northfield.name },
  result: null,
  credit: null,
  blocked: null,
  ...part,
});

/** A section of Rosa's that began a month ago. */
export const fakeTaught = (part: Partial<FakeTaught> = {}): FakeTaught => ({
  id: fakeId(),
  title: 'Blueprint Reading, Tuesday evenings',
  college: named(college),
  teacher: named(people.rosa),
  course: choiceOf('RTI09'),
  startsOn: daysAgo(30),
  endsOn: daysAgo(-30),
  learners: part.attendees?.length ?? 0,
  credited: 0,
  passMarkPercent: 70,
  creditMode: 'all',
  attendees: [],
  reviews: [],
  ...part,
});

function find(state: FakeState, id: string | undefined): FakeTaught {
  const found = state.taught.find((one) => one.id === id);
  if (!found) throw refusal(404, 'not-found', 'There is nothing here that you may see.');
  return found;
}

const editionOfResults = ({ attendees }: FakeTaught) => editionOf(attendees.map(({ result }) => result));
/** The section as the page shows it, with what to give back when results are entered. */
const shownTaught = (section: FakeTaught) => ({ ...section, edition: editionOfResults(section) });

interface Entered {
  readonly identity: string;
  readonly scorePercent: number | null;
  readonly attendedMinutes: number | null;
}

function enter(section: FakeTaught, learners: readonly Entered[], file: string | null = null): void {
  for (const { identity, scorePercent: percent, attendedMinutes } of learners)
    section.attendees = section.attendees.map((one) =>
      one.identity === identity
        ? { ...one, result: { percent, attendedMinutes, at: new Date().toISOString(), by: people.rosa.name, file } }
        : one,
    );
}

function confirm(section: FakeTaught, learners: readonly (Entered & { readonly shownPercent: number | null })[]) {
  return learners.map((learner) => {
    const { identity, shownPercent, scorePercent, attendedMinutes } = learner;
    const { result } = section.attendees.find((one) => one.identity === identity) ?? {};
    if (![shownPercent, scorePercent].includes(result?.percent ?? null))
      return refusedAs(identity, 'changed-since-shown');
    enter(section, [learner]);
    if (scorePercent !== null && scorePercent < section.passMarkPercent)
      return {
        identity,
        outcome: 'refused' as const,
        minutes: null,
        entry: null,
        reason: 'Below.',
        kind: 'below-pass-mark',
      };
    const minutes = section.creditMode === 'all' ? section.course.minutes : (attendedMinutes ?? 0);
    const credit = { entry: fakeId(), minutes, on: daysAgo(0), by: named(people.rosa) };
    section.attendees = section.attendees.map((one) => (one.identity === identity ? { ...one, credit } : one));
    return { identity, outcome: 'credited' as const, minutes, entry: credit.entry, reason: null, kind: null };
  });
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(1)
    .flatMap((line) => (line.trim() === '' ? [] : [line.split(',')]));

/** Sections without a learning platform, for whoever teaches at the college. */
export const teachingRoutes = (state: FakeState): FakeRoute[] => [...attendeeRoutes(state), ...resultRoutes(state)];

const attendeeRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listTaughtSections, () => ({
    sections: state.taught,
    colleges: [{ ...named(college), choices: choices() }],
  })),
  route(endpoints.createSection, ({ body }) => {
    const { course, college: _college, rapidsCode: _rapidsCode, ...rest } = body;
    const made = fakeTaught({ ...rest, course: choiceOf(course), teacher: named(state.signedIn ?? people.rosa) });
    state.taught.push(made);
    return shownTaught(made);
  }),
  route(endpoints.readTaughtSection, ({ params }) => shownTaught(find(state, params['section']))),
  route(endpoints.searchAttendees, ({ query }) => ({
    apprentices: state.apprenticeships
      .filter(({ apprentice }) => apprentice.name.toLowerCase().includes((query.name ?? '').toLowerCase()))
      .map(({ id, apprentice }) => ({
        apprenticeship: id,
        name: apprentice.name,
        occupation,
        employer: northfield.name,
      })),
  })),
  route(endpoints.addAttendees, ({ params, body }) => {
    const section = find(state, params['section']);
    for (const id of body.apprenticeships) {
      const name = state.apprenticeships.find((one) => one.id === id)?.apprentice.name ?? '';
      const apprentice = { apprenticeship: id, name, occupation, employer: northfield.name };
      section.attendees = [...section.attendees, fakeAttendee(name, { apprentice })];
    }
    return shownTaught(section);
  }),
  route(endpoints.removeAttendee, ({ params }) => {
    const section = find(state, params['section']);
    section.attendees = section.attendees.filter((one) => one.identity !== params['identity']);
    return shownTaught(section);
  }),
];

const resultRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.recordResults, ({ params, body, shown }) => {
    const section = find(state, params['section']);
    asShown(shown, editionOfResults(section));
    enter(section, body.learners);
    return shownTaught(section);
  }),
  route(endpoints.importResults, ({ params, body }) => {
    const section = find(state, params['section']);
    const lines = linesOf(atob(body.contentBase64));
    if (lines.some(([, grade]) => Number.isNaN(Number(grade))))
      throw refusal(422, 'file-faulty', 'The file was not imported; nothing was changed.', {
        errors: [{ field: 'row 2, Grade', message: 'Write the grade in percent from 0 to 100, such as 88.' }],
      });
    const found = lines.flatMap(([name, grade]) => {
      const one = section.attendees.find((attendee) => attendee.name === name);
      if (!one) return [];
      const attendedMinutes = one.result?.attendedMinutes ?? null;
      return [{ identity: one.identity, scorePercent: Number(grade), attendedMinutes }];
    });
    enter(section, found, body.fileName);
    return { section: shownTaught(section), read: found.length, leftOut: lines.length - found.length };
  }),
  route(endpoints.confirmTaught, ({ params, body }) => ({
    learners: confirm(find(state, params['section']), body.learners),
  })),
  route(endpoints.undoTaught, ({ params, body }) => {
    const section = find(state, params['section']);
    section.attendees = section.attendees.map((one) =>
      one.credit && (body.entries as string[]).includes(one.credit.entry) ? { ...one, credit: null } : one,
    );
  }),
  route(endpoints.decideTaughtReviews, ({ params, body }) => {
    const section = find(state, params['section']);
    section.reviews = section.reviews.filter(({ id }) => !body.reviews.includes(id));
  }),
];
