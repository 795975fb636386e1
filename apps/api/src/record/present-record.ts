import type { MergedRecord } from '@journeybook/contracts';
import type { RecordView, StandingEntry } from '@journeybook/database';
import type {
  CalendarDate,
  Minutes,
  ProcessProgress,
  RecordReader,
  Standard,
  StandardId,
  WorkProcessCode,
} from '@journeybook/domain';
import { countableMinutes, currentCode, isClosed, isTraining, progress } from '@journeybook/domain';
import { competencyPresenter } from './present-competency.js';
import type { CodeToday } from './present-entry.js';
import { originOf, presentEntry, scoreOf } from './present-entry.js';
import type { Clock } from '../clock.js';
import { presentPace } from './present-pace.js';

export interface Reader {
  readonly as: RecordReader | 'launch';
  /** Whether they may attest skills today: a mentor, and not only standing in. */
  readonly teaches: boolean;
  /** Whether they may decide as the sponsor, whatever else they read it as; never the apprentice. */
  readonly runsProgram: boolean;
  readonly seesWages: boolean;
  readonly today: CalendarDate;
  readonly dateOf: Clock['dateOf'];
}

/** The merged record for one reader: every number comes from the domain's `progress`. */
export function presentRecord(view: RecordView, standard: Standard, reader: Reader): MergedRecord {
  const codeToday: CodeToday = (subject, of) => currentCode(view.moves, { subject, ...of });
  const now = progress(standard, view.totals, pendingByProcess(view, codeToday));
  const { processes, courses, electives, ...sums } = now;
  return {
    ...presentAgreement(view, standard, reader),
    ...sums,
    levels: [...standard.levels],
    processes: presentProcesses(processes, standard, competencyPresenter(view, standard, codeToday)),
    courses: courses.map((course) => ({
      ...course,
      electiveGroup: course.electiveGroup ?? null,
      credit: credit(view.credits.findLast((one) => codeToday('course', coded(one)) === course.code)),
      running: view.running
        .filter((section) => section.course === course.code && course.creditedMinutes < course.requiredMinutes)
        .map(({ college, title }) => ({ college, title })),
    })),
    electives: [...(electives ?? [])],
    pace: presentPace(view, standard, { progress: now, today: reader.today, dateOf: reader.dateOf }),
    pending: [...view.pending],
    timeline: view.timeline.map((entry) => presentEntry(entry, { codeToday, seesWages: reader.seesWages })),
    timelineTotal: view.timelineTotal,
  };
}

/** Parties, status and what the reader may do. */
function presentAgreement(view: RecordView, standard: Standard, { as, teaches, runsProgram, today }: Reader) {
  const status = view.status as MergedRecord['status'];
  const [training, open] = [isTraining(status), !isClosed(status)];
  return {
    apprenticeship: view.id,
    apprentice: view.apprentice,
    occupation: standard.occupation.title,
    approach: standard.approach,
    standardVersion: standard.version,
    jobBookStatus: standard.jobBookStatus,
    employer: view.employer,
    sponsor: view.sponsor,
    mentors: view.mentorships
      .filter(({ from, until }) => from <= today && (until === null || today <= until))
      .map(({ mentor }) => mentor),
    status,
    beganOn: view.beganOn,
    termMonths: standard.termMonths,
    readAs: as,
    may: {
      logHours: as === 'apprentice' && training,
      signOff: teaches && training,
      requestSignOff: as === 'apprentice' && training,
      correctHours: (as === 'mentor' || runsProgram) && open,
      approveVariance: runsProgram && open,
      voidEntry: runsProgram && open,
    },
  };
}

function presentProcesses(
  processes: readonly ProcessProgress[],
  { workProcesses, approach }: Standard,
  present: ReturnType<typeof competencyPresenter>,
): MergedRecord['processes'] {
  const limits = new Map(workProcesses.map((one) => [one.code, one]));
  return processes.map((process) => {
    const limit = limits.get(process.code);
    return {
      ...process,
      minimumMinutes: approach === 'hybrid' ? (limit?.minimumMinutes ?? null) : null,
      maximumMinutes: limit ? countableMinutes(limit) : process.requiredMinutes,
      competencies: process.competencies.map(present),
    };
  });
}

/** Minutes that wait for a decision, by work process as it is called today. */
function pendingByProcess({ pending }: RecordView, codeToday: CodeToday): ReadonlyMap<WorkProcessCode, Minutes> {
  const waiting = new Map<WorkProcessCode, Minutes>();
  for (const { workProcess, standard, minutes } of pending) {
    const code = codeToday('work-process', { standard, code: workProcess.code }) as WorkProcessCode | null;
    if (code) waiting.set(code, ((waiting.get(code) ?? 0) + minutes) as Minutes);
  }
  return waiting;
}

/** The version and the code of an entry, to be read as of today. */
export const coded = ({ standard, code }: { standard: StandardId; code: string | null }) => ({
  standard,
  code: code ?? '',
});

const credit = (entry: StandingEntry | undefined) =>
  entry
    ? { by: entry.answeredBy, on: entry.occurredOn, origin: originOf(entry), scorePercent: scoreOf(entry.details) }
    : null;
