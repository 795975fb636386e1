import type { PaceReasonView, PaceView } from '@journeybook/contracts';
import { minutesPerHour } from '@journeybook/domain';
import type { BadgeTone } from './badge.js';
import { countOf, showDate } from './show-dates.js';
import { showHours } from './show-hours.js';

type Sentences = {
  readonly [Kind in PaceReasonView['kind']]: (reason: Extract<PaceReasonView, { kind: Kind }>) => string;
};
type OutOfTraining = Extract<PaceReasonView, { kind: 'not-in-training' }>['status'];

const statuses = {
  draft: 'not registered yet',
  registered: 'on probation',
  active: 'active',
  suspended: 'suspended',
  completed: 'completed',
  cancelled: 'cancelled',
  transferred: 'transferred',
} as const satisfies Record<OutOfTraining, string>;

const sentences: Sentences = {
  'not-in-training': ({ status }) => `The apprenticeship is ${statuses[status]}: no hours are logged meanwhile.`,
  'nothing-logged': ({ days }) => `No hours have been logged since the apprenticeship began ${showSpan(days)} ago.`,
  'no-log': ({ days, lastWorkedOn }) =>
    `No hours have been logged for ${showSpan(days)}; the last day worked is ${showDate(lastWorkedOn)}.`,
  'queue-waiting': ({ mentor, days, entries, minutes }) =>
    `${countOf(entries, 'entry', 'entries')} (${showHours(minutes)}) ${entries === 1 ? 'has' : 'have'} waited ${countOf(days, 'day')} for ${mentor.name}.`,
  // The number and its unit stay on one line.
  'course-not-scheduled': ({ title, minutes }) =>
    `No class is set for ${title} (${showHours(minutes).replaceAll(' ', '\u00a0')}).`,
  'too-few-hours': ({ weeklyMinutes, neededWeeklyMinutes }) =>
    `${showRoughly(weeklyMinutes)} a week were credited lately; ${showRoughly(neededWeeklyMinutes)} a week are needed to end as planned.`,
  'term-over': ({ days }) =>
    days === 0
      ? 'The planned term ends today, and hours on the job are still left.'
      : `The planned term ended ${showSpan(days)} ago, and hours on the job are still left.`,
};

/** Why an apprentice is, or will be, behind: one sentence with its names and numbers. */
export function sayReason(reason: PaceReasonView): string {
  const say = sentences[reason.kind] as (reason: PaceReasonView) => string;
  return say(reason);
}

/** The reasons as they are told: classes that are not set come last, there may be one for every course. */
export const reasonsInOrder = ({ reasons }: PaceView): readonly PaceReasonView[] =>
  reasons.toSorted(
    (one, other) => Number(one.kind === 'course-not-scheduled') - Number(other.kind === 'course-not-scheduled'),
  );

/** The reason to tell first: why the end is late when it is, else the first there is; undefined when nothing stands in the way. */
export const firstReason = (pace: PaceView): PaceReasonView | undefined => reasonsInOrder(pace)[0];

/** What is behind is worked out from an even course: whole hours say it well enough. */
export const showRoughly = (minutes: number): string =>
  showHours(minutes < minutesPerHour ? minutes : Math.round(minutes / minutesPerHour) * minutesPerHour);

const daysPerWeek = 7;
const daysPerMonth = 30.4;

/** A number of days as people say it: `9 days`, `3 weeks`, `8 months`. */
export function showSpan(days: number): string {
  if (days < 2 * daysPerWeek) return countOf(days, 'day');
  if (days < 26 * daysPerWeek) return countOf(Math.round(days / daysPerWeek), 'week');
  return countOf(Math.round(days / daysPerMonth), 'month');
}

/** A projected day against the planned one: `3 weeks ahead of plan`. */
export function sayAgainstPlan(daysLate: number): string {
  if (daysLate === 0) return 'as planned';
  return daysLate > 0 ? `${showSpan(daysLate)} later than planned` : `${showSpan(-daysLate)} ahead of plan`;
}

/** Whether anything is late: the day of the end, the hours on the job or those of instruction. */
export const isBehind = ({ projectedOn, daysLate, ojtBehindMinutes, rtiBehindMinutes }: PaceView): boolean =>
  projectedOn === null || (daysLate ?? 0) > 0 || ojtBehindMinutes > 0 || rtiBehindMinutes > 0;

/** Where somebody stands, in two or three words. */
export function sayStandingOfPace(pace: PaceView): { readonly tone: BadgeTone; readonly words: string } {
  const { projectedOn, daysLate, ojtBehindMinutes, rtiBehindMinutes, reasons } = pace;
  const never = reasons.some(({ kind }) => kind === 'nothing-logged');
  if (projectedOn === null) return { tone: 'stop', words: never ? 'no hours yet' : 'no hours lately' };
  if (daysLate !== null && daysLate > 0) return { tone: 'stop', words: `${showSpan(daysLate)} late` };
  if (ojtBehindMinutes > 0) return { tone: 'wait', words: `${showRoughly(ojtBehindMinutes)} behind on the job` };
  if (rtiBehindMinutes > 0) return { tone: 'wait', words: `${showRoughly(rtiBehindMinutes)} behind in instruction` };
  return { tone: 'ok', words: 'on pace' };
}

/** The most behind first: by the days late, then by the hours, then by the day of the end; whoever has no pace comes last. */
export function byMostBehind(one: PaceView | null, other: PaceView | null): number {
  if (!one || !other) return Number(one === null) - Number(other === null);
  return late(other) - late(one) || hours(other) - hours(one) || (other.daysLate ?? 0) - (one.daysLate ?? 0);
}

// Without a projection nothing moves at all: later than any day. A finite number, so that two of them compare as equal.
const never = 1_000_000;
const late = ({ projectedOn, daysLate }: PaceView): number =>
  projectedOn === null ? never : Math.max(0, daysLate ?? 0);
const hours = ({ ojtBehindMinutes, rtiBehindMinutes }: PaceView): number => ojtBehindMinutes + rtiBehindMinutes;
