import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { mentors, signedIn } from './fake-session.js';
import { asShown, type FakeRoute, refusal, route } from './fake-transport.js';
import { type FakeApprenticeship, type FakeHours, fakeHours, named, ojtEntry, reversalOf } from './fake-world.js';
import { daysSince } from '../ui/show-dates.js';
import type { CalendarDate } from '@journeybook/domain';

const find = (state: FakeState, id: string | undefined) => {
  const own = state.apprenticeships.find((one) => one.id === id);
  if (!own) throw refusal(404, 'not-their-record', 'There is no such record, or it is not yours to open.');
  return own;
};

const findEntry = (state: FakeState, id: string | undefined): { own: FakeApprenticeship; entry: FakeHours } => {
  for (const own of state.apprenticeships) {
    const entry = own.hours.find((one) => one.id === id);
    if (entry) return { own, entry };
  }
  throw refusal(404, 'not-found', 'There is no such entry.');
};

type Shown = readonly { id: string; version: number }[];

/** The entries as shown, or a refusal of the whole when one of them is not as it was. */
function decide(
  state: FakeState,
  shown: Shown,
  from: FakeHours['status'],
  change: (found: ReturnType<typeof findEntry>) => void,
) {
  const found = shown.map(({ id, version }) => ({ ...findEntry(state, id), version }));
  if (found.some(({ entry, version }) => entry.version !== version || entry.status !== from))
    throw refusal(409, 'changed-since-shown', 'Some of these hours changed since you looked. Look again, then decide.');
  for (const one of found) {
    change(one);
    one.entry.version += 1;
  }
  return {
    entries: found.map(({ entry }) => ({ id: entry.id, version: entry.version })),
    minutes: found.reduce((sum, { entry }) => sum + entry.minutes, 0),
  };
}

const append = (own: FakeApprenticeship, entry: FakeApprenticeship['entries'][number]) =>
  own.entries.push({ ...entry, sequence: own.entries.length + 1 });

/** Logging and deciding about hours, thin but with the same refusals. */
export const hoursRoutes = (state: FakeState): FakeRoute[] => [
  ...loggingRoutes(state),
  ...openHoursRoutes(state),
  route(endpoints.approvalQueue, () => ({ entries: queue(state) })),
  route(endpoints.approveHours, ({ body }) =>
    decide(state, body.entries, 'submitted', ({ own, entry }) => {
      Object.assign(entry, {
        status: 'approved',
        decidedBy: named(signedIn(state)),
        decidedAt: new Date().toISOString(),
      });
      append(
        own,
        ojtEntry(entry.workProcess.code, daysSince(entry.workedOn as CalendarDate), entry.minutes, {
          text: entry.note,
          hours: {
            id: entry.id,
            version: entry.version + 1,
            status: 'approved',
            times: entry.times,
            practised: entry.practised,
            workProcess: entry.workProcess.code,
          },
        }),
      );
    }),
  ),
  route(endpoints.undoApproval, ({ body }) =>
    decide(state, body.entries, 'approved', ({ own, entry }) => {
      Object.assign(entry, { status: 'submitted', decidedBy: null, decidedAt: null });
      const credited = own.entries.findLast((one) => one.minutes === entry.minutes && !one.reversed);
      if (credited) append(own, reversalOf(credited, 'Approval taken back'));
    }),
  ),
  route(endpoints.returnHours, ({ body }) =>
    decide(state, body.entries, 'submitted', ({ entry }) => {
      const decidedAt = new Date().toISOString();
      Object.assign(entry, { status: 'returned', decidedBy: named(signedIn(state)), decidedAt, reason: body.reason });
    }),
  ),
];

const loggingRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.logHours, ({ params, body }) => {
    const own = find(state, params['apprenticeship']);
    for (const line of body.lines) {
      const before = own.hours.find((entry) => entry.id === line.id);
      if (before && (before.minutes !== line.minutes || before.workedOn !== body.workedOn))
        throw refusal(409, 'id-taken', 'An entry with this id is there already, with other content.');
      if (before) continue;
      const { id, note, minutes, times = null, practised = [] } = line;
      const part = {
        id,
        note,
        times,
        practised,
        status: body.submit ? 'submitted' : 'draft',
        workedOn: body.workedOn,
        loggedAt: new Date().toISOString(),
      } as const;
      own.hours.push(fakeHours(line.workProcess, 0, minutes, part));
    }
    return { entries: body.lines.map((line) => findEntry(state, line.id).entry) };
  }),
  route(endpoints.listHours, ({ params }) => ({
    entries: ownHours(state, find(state, params['apprenticeship'])),
  })),
];

/** What is done with a draft or with what came back. */
const openHoursRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.correctHours, ({ params, body, shown }) => {
    const { entry } = findEntry(state, params['entry']);
    asShown(shown, entry.version);
    const { workedOn, minutes, note, workProcess, submit, times = null, practised = [] } = body;
    const { title } = fakeHours(workProcess, 0, minutes).workProcess;
    const status = submit ? 'submitted' : 'draft';
    return Object.assign(entry, {
      workedOn,
      minutes,
      note,
      times,
      practised,
      status,
      reason: null,
      decidedBy: null,
      decidedAt: null,
      version: entry.version + 1,
      workProcess: { code: workProcess, title },
    });
  }),
  route(endpoints.discardHours, ({ params, shown }) => {
    const { own, entry } = findEntry(state, params['entry']);
    asShown(shown, entry.version);
    own.hours = own.hours.filter((one) => one !== entry);
  }),
];

/** The newest first, with what their codes are called today. */
const ownHours = (state: FakeState, { hours }: FakeApprenticeship) =>
  hours
    .toSorted((a, b) => (a.workedOn < b.workedOn ? 1 : -1))
    .map((entry) => ({
      ...entry,
      today: { workProcess: entry.workProcess.code, practised: entry.practised, ...state.codesToday[entry.id] },
    }));

function queue(state: FakeState) {
  return state.apprenticeships
    .filter((own) => mentors(state, own))
    .flatMap((own) =>
      own.hours
        .filter((entry) => entry.status === 'submitted')
        .map((entry) => ({
          ...entry,
          apprenticeship: own.id,
          apprentice: own.apprentice,
          flags: [
            ...(entry.minutes > 720 ? (['over-shift-limit'] as const) : []),
            ...(daysSince(entry.workedOn as CalendarDate) > 14 ? (['logged-late'] as const) : []),
          ],
          minutesThatDay: entry.minutes,
          blocked: state.blocked[entry.id] ?? null,
        })),
    );
}
