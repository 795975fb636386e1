import type { mergedRecord } from '@journeybook/contracts';
import { addMonths, type CalendarDate } from '@journeybook/domain';
import type { z } from 'zod';
import { competenciesOf, standing } from './fake-competencies.js';
import { fakeCourses, fakeLevels, fakeProcesses } from './fake-standard.js';
import { type FakeApprenticeship, named, northfield, sponsor } from './fake-world.js';

type MergedInput = z.input<typeof mergedRecord>;

const sum = (parts: readonly { minutes: number | null }[]) =>
  parts.reduce((total, part) => total + (part.minutes ?? 0), 0);

function part(
  own: FakeApprenticeship,
  subject: 'work-process' | 'course',
  item: { code: string; title: string; hours: number; most?: number },
) {
  const behind = standing(own.entries).filter((one) => one.subject?.kind === subject && one.subject.code === item.code);
  const entries = behind.filter((one) => one.kind !== 'variance-approved');
  const varianceMinutes = sum(behind.filter((one) => one.kind === 'variance-approved'));
  const waiting = own.hours.filter((one) => one.status === 'submitted' && one.workProcess.code === item.code);
  const requiredMinutes = item.hours * 60;
  const creditedMinutes = Math.min((item.most ?? item.hours) * 60 + varianceMinutes, sum(entries));
  return {
    code: item.code,
    title: item.title,
    local: item.code === 'WP06' || item.code === 'RTI01',
    requiredMinutes,
    creditedMinutes,
    pendingMinutes: sum(waiting),
    leftMinutes: Math.max(0, requiredMinutes - creditedMinutes),
    uncountedMinutes: sum(entries) - creditedMinutes,
    ...(varianceMinutes > 0 ? { varianceMinutes } : {}),
    advancedMinutes: sum(entries.filter((one) => one.kind === 'advanced-standing-granted')),
    entries: entries.length,
  };
}

type Sum = MergedInput['ojt'];

const total = (parts: readonly Sum[]): Sum => ({
  requiredMinutes: parts.reduce((all, one) => all + one.requiredMinutes, 0),
  creditedMinutes: parts.reduce((all, one) => all + one.creditedMinutes, 0),
  pendingMinutes: parts.reduce((all, one) => all + one.pendingMinutes, 0),
  leftMinutes: parts.reduce((all, one) => all + one.leftMinutes, 0),
});

function coursesOf(own: FakeApprenticeship) {
  return fakeCourses.map(([code, title, hours]) => {
    const credited = standing(own.entries).find((one) => one.subject?.kind === 'course' && one.subject.code === code);
    const section = own.running[code];
    return {
      ...part(own, 'course', { code, title, hours }),
      electiveGroup: own.electives?.courses.includes(code) ? own.electives.code : null,
      credit: credited
        ? {
            by: credited.answeredBy,
            on: credited.occurredOn,
            origin: credited.origin.split(':')[0] ?? '',
            scorePercent: Number(credited.origin.split(': ')[1]?.replace(' %', '') ?? 0),
          }
        : null,
      running: !credited && section ? [section] : [],
    };
  });
}

function electivesOf({ electives }: FakeApprenticeship, courses: MergedInput['courses']): MergedInput['electives'] {
  if (!electives) return [];
  const { code, title, hours } = electives;
  const chosen = total(courses.filter((one) => one.electiveGroup === code));
  const requiredMinutes = hours * 60;
  const creditedMinutes = Math.min(requiredMinutes, chosen.creditedMinutes);
  return [
    {
      code,
      title,
      requiredMinutes,
      creditedMinutes,
      pendingMinutes: 0,
      leftMinutes: requiredMinutes - creditedMinutes,
    },
  ];
}

const nothing: MergedInput['may'] = {
  logHours: false,
  signOff: false,
  requestSignOff: false,
  correctHours: false,
  approveVariance: false,
  voidEntry: false,
};

/** On pace, whatever the entries say: pages about being behind set it themselves. */
export const fakePace = (own: FakeApprenticeship): NonNullable<MergedInput['pace']> => ({
  plannedOn: addMonths(own.beganOn as CalendarDate, 18),
  projectedOn: addMonths(own.beganOn as CalendarDate, 17),
  daysLate: -30,
  ojtLeftMinutes: 60_000,
  processes: [],
  ojtBehindMinutes: 0,
  rtiBehindMinutes: 0,
  reasons: [],
  ...own.pace,
});

/** The merged record of a fake apprenticeship, counted from its entries. */
export function fakeRecord(
  own: FakeApprenticeship,
  readAs: MergedInput['readAs'],
  may: Partial<MergedInput['may']> = {},
): MergedInput {
  const processes = fakeProcesses.map((process) => ({
    ...part(own, 'work-process', process),
    minimumMinutes: process.least === undefined ? null : process.least * 60,
    maximumMinutes: (process.most ?? process.hours) * 60,
    competencies: competenciesOf(own, process.code),
  }));
  const courses = coursesOf(own);
  const electives = electivesOf(own, courses);
  const all = processes.flatMap((process) => process.competencies);
  return {
    apprenticeship: own.id,
    apprentice: named(own.apprentice),
    occupation: 'Industrial Manufacturing Technician',
    approach: 'hybrid',
    standardVersion: '2026.1',
    jobBookStatus: 'template-unverified',
    employer: northfield,
    sponsor,
    mentors: [...own.mentors],
    status: own.status ?? 'active',
    beganOn: own.beganOn,
    termMonths: 18,
    readAs,
    may: { ...nothing, ...may },
    ojt: total(processes),
    rti: total([...courses.filter((one) => one.electiveGroup === null), ...electives]),
    competencies: { required: all.length, signedOff: all.filter((one) => one.signedOff).length },
    levels: fakeLevels,
    processes,
    courses,
    electives,
    pace: fakePace(own),
    pending: own.hours
      .filter((one) => one.status === 'submitted')
      .toSorted((a, b) => (a.workedOn < b.workedOn ? -1 : 1)),
    timeline: own.entries.toReversed().slice(0, 20),
    timelineTotal: own.entries.length,
  };
}
