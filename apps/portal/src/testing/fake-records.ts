import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { fakeRecord } from './fake-record.js';
import { mentors, signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { type FakeApprenticeship, named, northfield, reversalOf, sponsor } from './fake-world.js';

const pageSize = 100;

/** The record as the person signed in reads it. */
export function recordFor(state: FakeState, id: string | undefined) {
  const person = signedIn(state);
  const own = state.apprenticeships.find((one) => one.id === id);
  const has = (role: string) => person.roles.some((held) => held.role === role);
  if (own?.apprentice.id === person.id) return fakeRecord(own, 'apprentice', { logHours: true, requestSignOff: true });
  if (own && mentors(state, own)) return fakeRecord(own, 'mentor', { signOff: true, correctHours: true });
  if (own && has('employer-admin')) return fakeRecord(own, 'employer');
  if (own && has('sponsor-admin'))
    return fakeRecord(own, 'sponsor', { correctHours: true, approveVariance: true, voidEntry: true });
  throw refusal(403, 'not-their-record', 'This record is not yours to open. Ask the sponsor if you should see it.');
}

interface EntriesQuery {
  readonly subject?: string | undefined;
  readonly code?: string | undefined;
  readonly before?: number | undefined;
}

/** The entries behind a number, newest first, a page at a time. */
export function entriesFor(own: FakeApprenticeship, query: EntriesQuery | undefined) {
  const { subject, code, before = Number.POSITIVE_INFINITY } = query ?? {};
  const matching = own.entries
    .filter((entry) => !subject || entry.subject?.kind === subject)
    .filter((entry) => !code || entry.subject?.code === code)
    .toReversed();
  const left = matching.filter((entry) => entry.sequence < before);
  const entries = left.slice(0, pageSize);
  return { entries, total: matching.length, next: left.length > pageSize ? (entries.at(-1)?.sequence ?? null) : null };
}

/** Records, their entries and the list of apprentices. */
export const recordRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listApprenticeships, () => {
    signedIn(state);
    return { apprenticeships: state.apprenticeships.map(summary) };
  }),
  route(endpoints.readRecord, ({ params }) => recordFor(state, params['apprenticeship'])),
  route(endpoints.listEntries, ({ params, query }) => {
    recordFor(state, params['apprenticeship']);
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    return entriesFor(own as FakeApprenticeship, query);
  }),
  route(endpoints.voidEntry, ({ params, body }) => {
    const record = recordFor(state, params['apprenticeship']);
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    const entry = own?.entries.find((one) => one.id === params['entry']);
    if (!own || !entry) throw refusal(404, 'not-found', 'There is nothing here that you may see.');
    if (!record.may.voidEntry) throw refusal(403, 'not-their-program', 'Only the sponsor voids entries.');
    if (entry.reversed) throw refusal(409, 'already-voided', 'This entry was voided already.');
    const reversal = { ...reversalOf(entry, body.reason.trim()), answeredBy: named(signedIn(state)) };
    own.entries.push({ ...reversal, sequence: own.entries.length + 1 });
  }),
];

function summary(own: FakeApprenticeship) {
  const record = fakeRecord(own, 'sponsor');
  return {
    id: own.id,
    apprentice: own.apprentice,
    occupation: record.occupation,
    employer: northfield,
    sponsor,
    status: record.status,
    beganOn: own.beganOn,
    requiredMinutes: record.ojt.requiredMinutes + record.rti.requiredMinutes,
    creditedMinutes: record.ojt.creditedMinutes + record.rti.creditedMinutes,
    pendingMinutes: record.ojt.pendingMinutes,
    competencies: record.competencies,
    pace: record.pace,
    lastWorkedOn:
      own.hours
        .map((entry) => entry.workedOn)
        .sort()
        .at(-1) ?? null,
  };
}
