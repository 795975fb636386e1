import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import { isTraining } from '../apprenticeship/apprenticeship.js';
import type { CourseCode, PersonId } from '../brand.js';
import type { CalendarDate, Minutes } from '../units.js';
import { daysBetween } from '../units.js';
import type { PaceFacts } from './pace.js';
import { windowDays } from './window-days.js';

/** Hours entries that wait for one mentor. */
export interface WaitingQueue {
  readonly mentor: PersonId;
  readonly entries: number;
  readonly minutes: Minutes;
  /** The day the oldest of them was submitted. */
  readonly oldestOn: CalendarDate;
}

/** One cause, as a kind and the numbers of its sentence. */
export type PaceReason =
  | { readonly kind: 'not-in-training'; readonly status: ApprenticeshipStatus }
  | { readonly kind: 'nothing-logged'; readonly days: number }
  | { readonly kind: 'no-log'; readonly days: number; readonly lastWorkedOn: CalendarDate }
  | {
      readonly kind: 'queue-waiting';
      readonly mentor: PersonId;
      readonly days: number;
      readonly entries: number;
      readonly minutes: Minutes;
    }
  | {
      readonly kind: 'course-not-scheduled';
      readonly course: CourseCode;
      readonly title: string;
      readonly minutes: Minutes;
    }
  | { readonly kind: 'too-few-hours'; readonly weeklyMinutes: Minutes; readonly neededWeeklyMinutes: Minutes }
  | { readonly kind: 'term-over'; readonly days: number };

/** Days without a log after which it is said. */
export const quietDays = 21;
/** Days that a queue may wait at a mentor before it is said. */
export const queueDays = 10;

type LeftFacts = PaceFacts & { readonly ojtLeftMinutes: Minutes };

/** Why an apprentice is, or will be, behind; none when nothing stands in the way. Courses only while instruction is behind. */
export function paceReasons(
  facts: LeftFacts & { readonly rtiBehindMinutes: Minutes; readonly plannedOn: CalendarDate },
): readonly PaceReason[] {
  const { status } = facts.apprenticeship;
  if (status === 'completed') return [];
  if (!isTraining(status)) return [{ kind: 'not-in-training', status }];
  return [...quiet(facts), ...queues(facts), ...courses(facts), ...rate(facts)];
}

function quiet({ apprenticeship, lastWorkedOn, today, ojtLeftMinutes }: LeftFacts): readonly PaceReason[] {
  const days = daysBetween(lastWorkedOn ?? apprenticeship.beganOn, today);
  if (days < quietDays || ojtLeftMinutes === 0) return [];
  return [lastWorkedOn ? { kind: 'no-log', days, lastWorkedOn } : { kind: 'nothing-logged', days }];
}

const queues = ({ waiting, today }: PaceFacts): readonly PaceReason[] =>
  waiting
    .map(({ mentor, entries, minutes, oldestOn }) => ({
      kind: 'queue-waiting' as const,
      mentor,
      entries,
      minutes,
      days: daysBetween(oldestOn, today),
    }))
    .filter((one) => one.days >= queueDays)
    .sort((a, b) => b.days - a.days);

const courses = ({
  progress,
  scheduled,
  rtiBehindMinutes,
}: PaceFacts & { rtiBehindMinutes: Minutes }): readonly PaceReason[] =>
  rtiBehindMinutes === 0
    ? []
    : progress.courses
        .filter((one) => one.leftMinutes > 0 && one.electiveGroup === undefined && !scheduled.has(one.code))
        .map(({ code, title, leftMinutes }) => ({
          kind: 'course-not-scheduled',
          course: code,
          title,
          minutes: leftMinutes,
        }));

const daysPerWeek = 7;

/** Fewer hours a week than what is left needs until the planned day; or that day is over. */
function rate(facts: LeftFacts & { plannedOn: CalendarDate }): readonly PaceReason[] {
  const { apprenticeship, ojtLeftMinutes: leftMinutes, recentMinutes, plannedOn, today } = facts;
  if (leftMinutes === 0) return [];
  if (today >= plannedOn) return [{ kind: 'term-over', days: daysBetween(plannedOn, today) }];
  const days = windowDays(apprenticeship.beganOn, today);
  const weeklyMinutes = Math.round((Math.max(0, recentMinutes) * daysPerWeek) / days) as Minutes;
  const weeksLeft = daysBetween(today, plannedOn) / daysPerWeek;
  const neededWeeklyMinutes = Math.ceil(leftMinutes / weeksLeft) as Minutes;
  return weeklyMinutes < neededWeeklyMinutes ? [{ kind: 'too-few-hours', weeklyMinutes, neededWeeklyMinutes }] : [];
}
