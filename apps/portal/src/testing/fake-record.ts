import type { mergedRecord } from '@journeybook/contracts';
import { addMonths, type CalendarDate } from '@journeybook/domain';
import type { z } from 'zod';
import { fakeCompetencies } from './fake-apprenticeships.js';
import { fakeCourses, fakeLevels, fakeProcesses } from './fake-standard.js';
import { type FakeApprenticeship, type FakeEntry, named, northfield, sponsor } from './fake-world.js';

type MergedInput = z.input<typeof mergedRecord>;

/** The entries that stand: neither reversed nor a reversal. */
const standing = (entries: readonly FakeEntry[]) =>
  entries.filter((entry) => !entry.reversed && entry.kind !== 'entry-reversed');

const sum = (parts: readonly { minutes: number | null }[]) =>
  parts.reduce((total, part) => total + (part.minutes ?? 0), 0);

function part(
  own: FakeApprenticeship,
  subject: 'work-process' | 'course',
  item: { code: string; title: string; hours: number },
) {
  const entries = standing(own.entries).filter(
    (one) => one.subject?.kind === subject && one.subject.code === item.code,
  );
  const waiting = own.hours.filter((one) => one.status === 'submitted' && one.workProcess.code === item.code);
  const requiredMinutes = item.hours * 60;
  const creditedMinutes = Math.min(requiredMinutes, sum(entries));
  return {
    code: item.code,
    title: item.title,
    local: item.code === 'WP06' || item.code === 'RTI01',
    requiredMinutes,
    creditedMinutes,
    pendingMinutes: sum(waiting),
    leftMinutes: requiredMinutes - creditedMinutes,
    uncountedMinutes: sum(entries) - creditedMinutes,
    advancedMinutes: sum(entries.filter((one) => one.kind === 'advanced-standing-granted')),
    entries: entries.length,
  };
}

function competenciesOf(own: FakeApprenticeship, process: string): MergedInput['processes'][number]['competencies'] {
  return fakeCompetencies
    .filter((one) => one.process === process)
    .map(({ code, title }) => {
      const signed = standing(own.entries).findLast(
        (one) => one.subject?.kind === 'competency' && one.subject.code === code,
      );
      const attestation = signed
        ? {
            entry: signed.id,
            level: signed.level ?? 3,
            by: signed.answeredBy,
            on: signed.occurredOn,
            comment: signed.text,
          }
        : null;
      return {
        code,
        title,
        requiredLevel: 3,
        signedOff: attestation !== null,
        attestation,
        evaluation: 'observation',
        evaluationMethod: 'Observed on the job by a mentor',
        demonstratedOn: null,
        observed: null,
        requested: null,
        declined: null,
      };
    });
}

const total = (parts: readonly ReturnType<typeof part>[]) => ({
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
      electiveGroup: null,
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
  processes: [],
  ojtBehindMinutes: 0,
  rtiBehindMinutes: 0,
  reasons: [],
});

/** The merged record of a fake apprenticeship, counted from its entries. */
export function fakeRecord(
  own: FakeApprenticeship,
  readAs: MergedInput['readAs'],
  may: Partial<MergedInput['may']> = {},
): MergedInput {
  const processes = fakeProcesses.map((process) => ({
    ...part(own, 'work-process', process),
    minimumMinutes: null,
    maximumMinutes: process.hours * 60,
    competencies: competenciesOf(own, process.code),
  }));
  const courses = coursesOf(own);
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
    rti: total(courses),
    competencies: { required: all.length, signedOff: all.filter((one) => one.signedOff).length },
    levels: fakeLevels,
    processes,
    courses,
    electives: [],
    pace: fakePace(own),
    pending: own.hours
      .filter((one) => one.status === 'submitted')
      .toSorted((a, b) => (a.workedOn < b.workedOn ? -1 : 1)),
    timeline: own.entries.toReversed().slice(0, 20),
    timelineTotal: own.entries.length,
  };
}
