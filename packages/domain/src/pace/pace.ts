import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { CourseCode } from '../brand.js';
import type { Standard } from '../program/standard.js';
import type { AskedHours } from '../completion/requirements.js';
import { askedOnTheJob } from '../completion/requirements.js';
import type { Progress } from '../record/progress.js';
import type { CalendarDate, Minutes } from '../units.js';
import { addDays, addMonths, daysBetween, sumMinutes } from '../units.js';
import type { PaceReason, WaitingQueue } from './pace-reasons.js';
import { paceReasons } from './pace-reasons.js';
import { windowDays } from './window-days.js';

export interface PaceFacts {
  readonly apprenticeship: Pick<Apprenticeship, 'status' | 'beganOn'>;
  readonly standard: Standard;
  readonly progress: Progress;
  /** Minutes on the job credited for the last 91 days, today included. */
  readonly recentMinutes: Minutes;
  /** The last day worked of any entry, approved or not; null when nothing was logged yet. */
  readonly lastWorkedOn: CalendarDate | null;
  /** What waits for a decision, by mentor. */
  readonly waiting: readonly WaitingQueue[];
  /** Courses the apprentice is in now, or that are set for a day to come. */
  readonly scheduled: ReadonlySet<CourseCode>;
  readonly today: CalendarDate;
}

/** How far one number is behind an even course through the term; 0 when it is not. */
export interface Behind {
  readonly code: string;
  readonly title: string;
  readonly behindMinutes: Minutes;
}

export interface Pace {
  /** The day the term is laid out to end. */
  readonly plannedOn: CalendarDate;
  /** The day the work is done at the rate of the last 13 weeks; today when nothing is left, null while nothing is worked. */
  readonly projectedOn: CalendarDate | null;
  /** Days that is after the planned day; negative before it, null without a projection. */
  readonly daysLate: number | null;
  /** Minutes on the job that completion asks for still. */
  readonly ojtLeftMinutes: Minutes;
  /** Work processes behind, most first. */
  readonly processes: readonly Behind[];
  readonly ojtBehindMinutes: Minutes;
  readonly rtiBehindMinutes: Minutes;
  /** Why, each in one sentence's worth. */
  readonly reasons: readonly PaceReason[];
}

/**
 * Whether an apprentice is on pace, how far behind, and why, from the record alone: an even course through the term is compared with
 * what counts, and what is left is projected at the rate of the last 13 weeks (PRODUCT, "Who uses it"; issue 3, pace). What completion
 * does not ask for is neither: of a hybrid program the minimum of each process counts.
 */
export function pace(facts: PaceFacts): Pace {
  const { apprenticeship, standard, progress, today } = facts;
  const plannedOn = addMonths(apprenticeship.beganOn, standard.termMonths);
  const elapsed = part(daysBetween(apprenticeship.beganOn, today), daysBetween(apprenticeship.beganOn, plannedOn));
  const asked = askedOnTheJob(standard, progress);
  const ojtLeftMinutes = sumMinutes(asked.map((one) => one.leftMinutes));
  const projectedOn = project(facts, ojtLeftMinutes);
  const processes = asked
    .map((one): Behind => ({ code: one.code, title: one.title, behindMinutes: behind(one, elapsed) }))
    .filter((one) => one.behindMinutes > 0)
    .sort((a, b) => b.behindMinutes - a.behindMinutes);
  const rtiBehindMinutes = behind(progress.rti, elapsed);
  return {
    plannedOn,
    projectedOn,
    daysLate: projectedOn && daysBetween(plannedOn, projectedOn),
    ojtLeftMinutes,
    processes,
    ojtBehindMinutes: behind(inAll(asked), elapsed),
    rtiBehindMinutes,
    reasons: paceReasons({ ...facts, ojtLeftMinutes, rtiBehindMinutes, plannedOn }),
  };
}

const part = (some: number, all: number): number => Math.min(1, Math.max(0, some / all));

type Compared = Pick<AskedHours, 'requiredMinutes' | 'creditedMinutes'>;
const inAll = (asked: readonly Compared[]): Compared => ({
  requiredMinutes: sumMinutes(asked.map((one) => one.requiredMinutes)),
  creditedMinutes: sumMinutes(asked.map((one) => one.creditedMinutes)),
});

const behind = ({ requiredMinutes, creditedMinutes }: Compared, elapsed: number): Minutes =>
  Math.max(0, Math.round(requiredMinutes * elapsed) - creditedMinutes) as Minutes;

function project({ apprenticeship, recentMinutes, today }: PaceFacts, leftMinutes: Minutes): CalendarDate | null {
  if (leftMinutes === 0) return today;
  const days = windowDays(apprenticeship.beganOn, today);
  if (recentMinutes <= 0) return null;
  return addDays(today, Math.ceil((leftMinutes * days) / recentMinutes));
}
