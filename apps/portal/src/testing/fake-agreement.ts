import { type draftAgreementBody, endpoints } from '@journeybook/contracts';
import {
  assignMentor,
  type CalendarDate,
  changeEmployer,
  changeStatus,
  type ChangedStatus,
  endMentorship,
  type Instant,
  isClosed,
  isMinor,
  leaveMentors,
  type OrganizationId,
  type PersonId,
  type RecordEntryId,
  registerApprentice,
  reportNotice,
  transferApprentice,
} from '@journeybook/domain';
import type { z } from 'zod';
import { daysSince, today } from '../ui/show-dates.js';
import { noticesOf, viewAgreement } from './fake-agreement-view.js';
import { type FakeAgreement, fakeAgreement, fakeStandard } from './fake-agreements.js';
import type { FakeState } from './fake-api.js';
import { actorOf, decided } from './fake-decision.js';
import { signedIn } from './fake-session.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import { college, fakeId, lakeside, named, northfield, people, sponsor } from './fake-world.js';

const partners = [northfield.id, lakeside.id] as OrganizationId[];

function find(state: FakeState, id: string | undefined): FakeAgreement {
  signedIn(state);
  const found = state.agreements.find((one) => one.apprenticeship.id === id);
  if (!found) throw refusal(404, 'not-their-record', 'There is no such record, or it is not yours to open.');
  return found;
}

const view = (state: FakeState, agreement: FakeAgreement) => ({
  ...viewAgreement(agreement, actorOf(state)),
  invitationLeft: invitationLeft(state, agreement),
});

function invitationLeft({ people, signedIn: reader }: FakeState, { apprenticeship }: FakeAgreement) {
  const waiting = people.withoutSignIn.get(apprenticeship.id)?.invitation;
  const isSponsor = reader?.roles.some(({ role }) => role === 'sponsor-admin');
  if (!waiting || !isSponsor || !isClosed(apprenticeship.status)) return null;
  return { id: waiting.id, email: waiting.email, expiresAt: waiting.expiresAt };
}

/** What the rules about status need to know. */
const factsOf = ({ apprenticeship, history, terms }: FakeAgreement) => ({
  apprenticeship,
  history,
  agency: terms.agency,
  holidays: new Set<CalendarDate>(),
  today: today(),
  now: new Date().toISOString() as Instant,
  recordEntry: fakeId() as RecordEntryId,
});

function keep(state: FakeState, agreement: FakeAgreement, { apprenticeship, change }: ChangedStatus) {
  agreement.apprenticeship = apprenticeship;
  agreement.history.push(change);
  const own = state.apprenticeships.find((one) => one.id === apprenticeship.id);
  if (own) own.status = apprenticeship.status;
  return view(state, agreement);
}

/** A new draft; the same one when it was sent before. */
function drafted(state: FakeState, body: z.output<typeof draftAgreementBody>): FakeAgreement {
  const before = state.agreements.find((one) => one.apprenticeship.id === body.id);
  if (before) return before;
  const { apprentice, id, beganOn } = body;
  const person =
    'person' in apprentice
      ? state.former.find((one) => one.id === apprentice.person)
      : { id: fakeId(), name: apprentice.name };
  if (!person) throw refusal(404, 'not-found', 'There is nobody like that here.');
  const nothing = { mentors: [], running: {}, hours: [], entries: [] };
  const own = { ...nothing, id, status: 'draft' as const, apprentice: person, beganOn };
  const draft = fakeAgreement(own);
  draft.apprenticeship = { ...draft.apprenticeship, employer: body.employer };
  state.apprenticeships.push(own);
  state.agreements.push(draft);
  return draft;
}

/** Agreements decided by the domain's own rules; only what is kept is not a database. */
export const agreementRoutes = (state: FakeState): FakeRoute[] => [
  ...registrationRoutes(state),
  ...statusRoutes(state),
  ...mentorRoutes(state),
  ...noticeRoutes(state),
];

const registrationRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.programOptions, () => {
    signedIn(state);
    const { id, occupation, version, approach, termMonths } = fakeStandard;
    return {
      sponsors: [
        {
          sponsor,
          employers: [northfield, lakeside],
          colleges: [college],
          standards: [
            { id, title: occupation.title, rapidsCode: occupation.rapidsCode, version, approach, termMonths },
          ],
          former: state.former,
        },
      ],
    };
  }),
  route(endpoints.draftAgreement, ({ body }) => view(state, drafted(state, body))),
  route(endpoints.readAgreement, ({ params }) => view(state, find(state, params['apprenticeship']))),
  route(endpoints.registerApprentice, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    const registered = registerApprentice(
      actorOf(state),
      { ...body, apprenticeship: agreement.apprenticeship },
      {
        ...factsOf(agreement),
        standard: { ...agreement.standard, terms: agreement.terms },
        standardStatus: 'published',
        partners,
        otherAgreements: [],
      },
    );
    const changed = decided(registered);
    const { bornOn, signedByApprenticeOn, guardian } = body;
    const minor = isMinor({ bornOn, beganOn: agreement.apprenticeship.beganOn }, agreement.terms.agency.adultAge);
    agreement.signatures = { minor, signedByApprenticeOn: signedByApprenticeOn ?? bornOn, guardian };
    return keep(state, agreement, changed);
  }),
];

const statusRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.changeStatus, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    return keep(state, agreement, decided(changeStatus(actorOf(state), body, factsOf(agreement))));
  }),
  route(endpoints.transferApprentice, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    const facts = { ...factsOf(agreement), rapidsCode: agreement.standard.occupation.rapidsCode };
    return keep(state, agreement, decided(transferApprentice(actorOf(state), body, facts)));
  }),
  route(endpoints.listOtherEmployers, ({ params }) => {
    const { employer } = find(state, params['apprenticeship']).apprenticeship;
    return { employers: [northfield, lakeside].filter(({ id }) => id !== employer) };
  }),
  route(endpoints.changeEmployer, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    const facts = { ...factsOf(agreement), partners, history: agreement.employerChanges };
    const { apprenticeship, change } = decided(changeEmployer(actorOf(state), body, facts));
    agreement.apprenticeship = apprenticeship;
    agreement.employerChanges.push(change);
    const staying = new Set<PersonId>();
    const { ended } = leaveMentors(agreement.mentorships, { from: body.from, staying, today: today() });
    agreement.mentorships = agreement.mentorships.map((one) => ended.find(({ id }) => id === one.id) ?? one);
    return view(state, agreement);
  }),
];

const mentorRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listPossibleMentors, ({ params }) => {
    const { employer } = find(state, params['apprenticeship']).apprenticeship;
    return { mentors: employer === northfield.id ? [people.lucia, people.marcus].map(named) : [] };
  }),
  route(endpoints.assignMentor, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    const working = state.agreements.filter((one) => one.apprenticeship.employer === agreement.apprenticeship.employer);
    const mentors = new Set<PersonId>([
      body.mentor,
      ...working.flatMap((one) => one.mentorships.map(({ mentor }) => mentor)),
    ]);
    const { mentorship, flags } = decided(
      assignMentor(actorOf(state), body, {
        apprenticeship: agreement.apprenticeship,
        assigned: agreement.mentorships,
        ratio: agreement.terms.ratio,
        site: { apprentices: working.length, journeyworkers: mentors.size },
      }),
    );
    agreement.mentorships.push({ ...mentorship, id: fakeId() });
    return { agreement: view(state, agreement), flags: [...flags] };
  }),
  route(endpoints.endMentorship, ({ params, body }) => {
    const agreement = find(state, params['apprenticeship']);
    const mentorship = agreement.mentorships.find(({ id }) => id === params['mentorship']);
    if (!mentorship) throw refusal(404, 'not-found', 'There is no such assignment.');
    const ended = decided(endMentorship(actorOf(state), { mentorship, until: body.until }, agreement.apprenticeship));
    agreement.mentorships = agreement.mentorships.map((one) => (one === mentorship ? { ...ended, id: one.id } : one));
    return view(state, agreement);
  }),
];

const order = { late: 0, due: 1, reported: 2, 'reported-late': 2 } as const;
const listedDays = 90;

const noticeRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listNotices, () => {
    signedIn(state);
    const listed = state.agreements
      .flatMap(noticesOf)
      .filter(({ reportedOn }) => !reportedOn || daysSince(reportedOn as CalendarDate) <= listedDays)
      .toSorted((a, b) => order[a.state] - order[b.state] || (a.dueOn < b.dueOn ? -1 : 1));
    return { notices: listed };
  }),
  route(endpoints.reportNotice, ({ params, body, shown }) => {
    const entry = params['entry'] ?? '';
    const agreement = state.agreements.find((one) => one.history.some(({ id }) => id === entry));
    const changed = agreement?.history.find(({ id }) => id === entry);
    if (!agreement || !changed) throw refusal(404, 'not-found', 'There is no such notice.');
    const { apprenticeship } = agreement;
    const facts = { apprenticeship, notice: { occurredOn: changed.occurredOn }, today: today() };
    const on = decided(reportNotice(actorOf(state), body.reportedOn, facts));
    asShown(shown, editionOf(agreement.reported.get(entry)));
    agreement.reported.set(entry, { on, reference: body.reference });
    const reported = noticesOf(agreement).find((one) => one.entry === entry);
    if (!reported) throw refusal(404, 'not-found', 'There is no such notice.');
    return reported;
  }),
];
