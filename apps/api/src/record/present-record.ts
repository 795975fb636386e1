import type { MergedRecord } from '@journeybook/contracts';
import type { RecordView, StandingEntry } from '@journeybook/database';
import type {
  CalendarDate,
  CompetencyProgress,
  Minutes,
  RecordReader,
  Standard,
  WorkProcessCode,
} from '@journeybook/domain';
import { isTraining, progress } from '@journeybook/domain';
import { originOf, presentEntry, scoreOf, textOf } from './present-entry.js';

export interface Reader {
  readonly as: RecordReader | 'launch';
  readonly today: CalendarDate;
}

/** The merged record for one reader: every number comes from the domain's `progress`. */
export function presentRecord(view: RecordView, standard: Standard, { as, today }: Reader): MergedRecord {
  const { processes, courses, ...sums } = progress(standard, view.totals, pendingByProcess(view));
  const attestations = new Map(view.attestations.map((entry) => [entry.code, entry]));
  const training = isTraining(view.status as MergedRecord['status']);
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
    status: view.status as MergedRecord['status'],
    beganOn: view.beganOn,
    termMonths: standard.termMonths,
    readAs: as,
    may: { logHours: as === 'apprentice' && training, signOff: as === 'mentor' && training },
    ...sums,
    levels: [...standard.levels],
    processes: processes.map((process) => ({
      ...process,
      competencies: process.competencies.map((one) => competency(one, attestations.get(one.code))),
    })),
    courses: courses.map((course) => ({
      ...course,
      credit: credit(view.credits.find((entry) => entry.code === course.code)),
      running: view.running
        .filter((section) => section.course === course.code && course.creditedMinutes < course.requiredMinutes)
        .map(({ college, title }) => ({ college, title })),
    })),
    pending: [...view.pending],
    timeline: view.timeline.map(presentEntry),
    timelineTotal: view.timelineTotal,
  };
}

/** Minutes that wait for a decision, by work process. */
function pendingByProcess({ pending }: RecordView): ReadonlyMap<WorkProcessCode, Minutes> {
  const waiting = new Map<WorkProcessCode, Minutes>();
  for (const { workProcess, minutes } of pending) {
    waiting.set(workProcess.code, ((waiting.get(workProcess.code) ?? 0) + minutes) as Minutes);
  }
  return waiting;
}

function competency({ code, title, requiredLevel, signedOff }: CompetencyProgress, entry: StandingEntry | undefined) {
  const attestation = entry && {
    level: entry.level ?? requiredLevel,
    by: entry.answeredBy,
    on: entry.occurredOn,
    comment: textOf(entry.details),
  };
  return { code, title, requiredLevel, signedOff, attestation: attestation ?? null };
}

const credit = (entry: StandingEntry | undefined) =>
  entry
    ? { by: entry.answeredBy, on: entry.occurredOn, origin: originOf(entry), scorePercent: scoreOf(entry.details) }
    : null;
