import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { recordFor } from './fake-records.js';
import { signedIn } from './fake-session.js';
import { fakeProcesses } from './fake-standard.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import {
  type FakeApprenticeship,
  type FakeEntry,
  fakeHours,
  named,
  northfield,
  ojtEntry,
  reversalOf,
} from './fake-world.js';

/** The credit of hours that stands, by the id of the hours. */
function credit(state: FakeState, hours: string | undefined): { own: FakeApprenticeship; entry: FakeEntry } {
  for (const own of state.apprenticeships) {
    const entry = own.entries.find((one) => one.hours?.id === hours && !one.reversed);
    if (entry) return { own, entry };
  }
  throw refusal(404, 'not-found', 'There is nothing here that you may see.');
}

/** The same, for somebody who may correct it as it was shown. */
function correctable(state: FakeState, hours: string | undefined, shown: { version: number; reason: string }) {
  const found = credit(state, hours);
  if (!recordFor(state, found.own.id).may.correctHours)
    throw refusal(403, 'not-their-mentor', 'You were not assigned to this apprentice on that day.');
  if (found.entry.hours?.version !== shown.version)
    throw refusal(409, 'changed-since-shown', 'Something here changed since you opened the page. Look at it again.');
  if (shown.reason.trim() === '') throw refusal(422, 'reason-missing', 'Say why, so that it can be understood later.');
  return found;
}

function add(state: FakeState, own: FakeApprenticeship, entry: FakeEntry) {
  const recordedAt = new Date().toISOString();
  own.entries.push({ ...entry, recordedAt, sequence: own.entries.length + 1, answeredBy: named(signedIn(state)) });
}

/** Hours that are on the record, put right or taken back, and what may count above a maximum. */
export const correctionRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.correctRecordedHours, ({ params, body }) => {
    const { own, entry } = correctable(state, params['entry'], body);
    if (body.workedOn < own.beganOn)
      throw refusal(422, 'before-agreement', `The apprenticeship began on ${own.beganOn}.`);
    const { workProcess, minutes, workedOn, note } = body;
    const hours = {
      workProcess,
      id: params['entry'] ?? '',
      version: body.version + 1,
      status: 'approved' as const,
      times: body.times ?? null,
      practised: body.practised ?? [],
    };
    add(state, own, reversalOf(entry, body.reason.trim()));
    add(state, own, ojtEntry(workProcess, 0, minutes, { occurredOn: workedOn, text: note, hours }));
    const { workProcess: _code, ...kept } = hours;
    const part = { ...kept, workedOn, note, loggedAt: entry.loggedAt ?? '' };
    return fakeHours(workProcess, 0, minutes, part);
  }),
  route(endpoints.reverseHours, ({ params, body }) => {
    const { own, entry } = correctable(state, params['entry'], body);
    add(state, own, reversalOf(entry, body.reason.trim()));
    const returned = fakeHours(entry.subject?.code ?? '', 0, entry.minutes ?? 0, {
      id: params['entry'] ?? '',
      version: body.version + 1,
      status: 'returned',
      workedOn: entry.occurredOn,
      reason: body.reason,
      decidedBy: named(signedIn(state)),
      decidedAt: new Date().toISOString(),
    });
    own.hours.push(returned);
    return returned;
  }),
  route(endpoints.approveVariance, ({ params, body }) => {
    const own = state.apprenticeships.find((one) => one.id === params['apprenticeship']);
    if (!own || !recordFor(state, own.id).may.approveVariance)
      throw refusal(403, 'not-their-program', 'Only the sponsor of this apprentice may do this.');
    if (body.reason.trim() === '') throw refusal(422, 'reason-missing', 'Say why, so that it can be understood later.');
    const title = fakeProcesses.find((one) => one.code === body.workProcess)?.title ?? '';
    add(state, own, {
      ...ojtEntry(body.workProcess, 0, body.minutes, { loggedAt: null, hours: null, origin: northfield.name }),
      kind: 'variance-approved',
      subject: { kind: 'work-process', code: body.workProcess, title, ended: false },
      text: body.reason,
    });
  }),
];
