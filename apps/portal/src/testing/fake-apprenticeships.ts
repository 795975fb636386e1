import { fakeProcesses } from './fake-standard.js';
import {
  college,
  daysAgo,
  type FakeApprenticeship,
  type FakeEntry,
  type FakeRequest,
  fakeHours,
  fakeId,
  momentAgo,
  named,
  ojtEntry,
  people,
  reversalOf,
  rtiEntry,
  signedEntry,
  skillEntry,
  workedHours,
} from './fake-world.js';

/** Puts the entries in the order in which they came to the record. */
export const inSequence = (entries: readonly FakeEntry[]): FakeEntry[] =>
  entries
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map((entry, index) => ({ ...entry, sequence: index + 1 }));

const hoursOf: Readonly<Record<string, number>> = {
  WP01: 773.5,
  WP02: 331,
  WP03: 212,
  WP04: 142,
  WP05: 104,
  WP06: 60,
  WP07: 40,
  WP08: 30,
  WP09: 20,
  WP10: 8,
  WP11: 62,
};
const signedOf: Readonly<Record<string, number>> = {
  WP01: 7,
  WP02: 6,
  WP03: 7,
  WP04: 4,
  WP05: 3,
  WP06: 2,
  WP07: 3,
  WP08: 2,
  WP09: 4,
  WP11: 6,
};

function longHistory(): FakeEntry[] {
  const worked = Object.entries(hoursOf).flatMap(([code, hours], index) => workedHours(code, hours, 4 + index * 3));
  const wrong = ojtEntry('WP01', 12, 120, { text: 'press line 2' });
  const advanced = ojtEntry('WP01', 320, 450, {
    kind: 'advanced-standing-granted',
    loggedAt: null,
    hours: null,
    text: 'Youth apprenticeship, certificate on file',
  });
  const signed = Object.entries(signedOf).flatMap(([code, count], index) =>
    Array.from({ length: count }, (_, task) =>
      signedEntry(
        `${code}.${task + 1}`,
        30 + index * 7 + task * 11,
        3,
        task === 0 ? 'Steady hands, no prompting needed.' : '',
      ),
    ),
  );
  const courses = [
    rtiEntry('RTI09', 265, 91),
    rtiEntry('RTI08', 240, 84),
    rtiEntry('RTI03', 200, 77),
    rtiEntry('RTI05', 120, 88),
  ];
  return inSequence([
    ...worked,
    wrong,
    reversalOf(wrong, 'Logged to the wrong process'),
    advanced,
    ...signed,
    ...begun(),
    ...courses,
  ]);
}

/** Skills that were shown or watched and are not signed yet. */
const begun = (): FakeEntry[] => [
  skillEntry('competency-demonstrated', 'WP01.8', 24, { text: 'Walked the line together' }),
  skillEntry('competency-demonstrated', 'WP02.7', 40, {}),
  skillEntry('competency-observed', 'WP02.7', 12, {
    level: 2,
    text: 'Good eye; still needs the checklist beside you.',
  }),
  skillEntry('competency-observed', 'WP05.6', 9, { level: 1, text: 'First try, with a lot of help.' }),
];

/** One skill that waits for a mentor's eyes, and one that was not ready. */
const asked = (): FakeRequest[] => [
  {
    id: fakeId(),
    competency: 'WP02.7',
    note: 'I did the audit of line 2 on Tuesday, the sheets are in the binder.',
    at: momentAgo(2),
    state: 'open',
  },
  {
    id: fakeId(),
    competency: 'WP05.6',
    note: '',
    at: momentAgo(8),
    state: 'declined',
    answer: {
      feedback: 'Run two more first pieces with the check sheet, then ask again.',
      by: named(people.lucia),
      at: momentAgo(7),
    },
  },
];

/** What somebody logged of late, in every state. */
const logged = () => [
  fakeHours('WP01', 1, 450, {
    note: 'press line 2',
    times: { startMinute: 360, endMinute: 840 },
    practised: ['WP01.8', 'WP01.9'],
  }),
  fakeHours('WP01', 2, 480, { note: 'press line 2' }),
  fakeHours('WP04', 3, 510, { loggedAt: momentAgo(3) }),
  fakeHours('WP05', 4, 480, {
    status: 'returned',
    decidedBy: named(people.lucia),
    decidedAt: momentAgo(2),
    reason: 'You were on the press that day, not setting up. Please check.',
  }),
  fakeHours('WP01', 5, 240, { status: 'draft' }),
  fakeHours('WP01', 6, 480, { status: 'approved', decidedBy: named(people.lucia), decidedAt: momentAgo(5) }),
];

/** Late, with a reason of each kind that says who or what has to move. */
const behind = (): NonNullable<FakeApprenticeship['pace']> => ({
  projectedOn: daysAgo(-640),
  daysLate: 110,
  ojtBehindMinutes: 11_520,
  rtiBehindMinutes: 2_640,
  processes: [
    { code: 'WP01', title: 'Operate production equipment', behindMinutes: 3_000 },
    { code: 'WP03', title: 'Interpret technical information', behindMinutes: 2_400 },
    { code: 'WP05', title: 'Set up production equipment', behindMinutes: 2_100 },
    { code: 'WP08', title: 'Demonstrate knowledge of electrical and/or mechanical maintenance', behindMinutes: 1_200 },
  ],
  reasons: [
    { kind: 'no-log', days: 23, lastWorkedOn: daysAgo(23) },
    { kind: 'queue-waiting', mentor: named(people.lucia), days: 12, entries: 2, minutes: 1_260 },
    { kind: 'course-not-scheduled', course: 'RTI06', title: 'Mechanical Knowledge', minutes: 1_440 },
    { kind: 'too-few-hours', weeklyMinutes: 1_200, neededWeeklyMinutes: 1_890 },
  ],
});

/** Three apprentices at different stages, with what waits. */
export function fakeApprenticeships(): FakeApprenticeship[] {
  const mentors = [named(people.lucia)];
  const running = { RTI11: { college: college.name, title: 'Industrial Math, autumn' } };
  return [
    {
      id: fakeId(),
      apprentice: named(people.adaeze),
      mentors,
      beganOn: daysAgo(321),
      running,
      entries: longHistory(),
      requests: asked(),
      paid: [
        { from: daysAgo(20), until: daysAgo(7), minutes: 4_800 },
        { from: daysAgo(34), until: daysAgo(21), minutes: 4_500 },
      ],
      hours: logged(),
    },
    {
      id: fakeId(),
      apprentice: named(people.tomas),
      status: 'registered',
      mentors,
      pace: behind(),
      beganOn: daysAgo(150),
      running,
      entries: inSequence([...workedHours('WP01', 400, 6), ...workedHours('WP02', 80, 6), signedEntry('WP01.1', 40)]),
      hours: [fakeHours('WP05', 2, 780, { note: 'set-up' }), fakeHours('WP01', 30, 480, { loggedAt: momentAgo(1) })],
    },
    {
      id: fakeId(),
      apprentice: named(people.priya),
      status: 'registered',
      mentors,
      beganOn: daysAgo(20),
      pace: { projectedOn: null, daysLate: null, reasons: [{ kind: 'nothing-logged', days: 20 }] },
      running: {},
      entries: [],
      hours: [],
    },
  ];
}

/** Codes of all competencies, for the fake's record. */
export const fakeCompetencies = fakeProcesses.flatMap((process) =>
  process.tasks.map((title, index) => ({ process: process.code, code: `${process.code}.${String(index + 1)}`, title })),
);
