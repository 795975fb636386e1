import { termsOf } from '../program/program-terms.js';
import type { Standard } from '../program/standard.js';
import type { RecordEntry, WageStepGiven } from '../record/record-entry.js';
import { reachedOn } from '../record/reached-on.js';
import { standingEntries } from '../record/totals.js';
import type { CalendarDate } from '../units.js';
import { addDays, addMonths } from '../units.js';
import { competenciesReachedOn } from './competencies-reached-on.js';
import type { WageSchedule, WageStep } from './wage-schedule.js';
import { stepCentsPerHour } from './wage-schedule.js';

export interface WageFacts {
  readonly standard: Standard;
  readonly beganOn: CalendarDate;
  readonly entries: readonly RecordEntry[];
  readonly today: CalendarDate;
}

/** Where an apprentice stands on one step of the schedule. */
export interface WageStepState {
  readonly step: WageStep;
  /** The least it pays, in cents an hour. */
  readonly leastCentsPerHour: number;
  /** The day on which everything it asks for was reached; null while it is not. */
  readonly reachedOn: CalendarDate | null;
  /** What was paid and since when; null while nobody recorded it. */
  readonly given: { readonly centsPerHour: number; readonly on: CalendarDate } | null;
  /** `overdue` once the agency's days of grace are over. A step is given too when a higher one is. */
  readonly state: 'ahead' | 'due' | 'overdue' | 'given';
}

/**
 * Every step of a schedule, with the day it fell due and what was really paid (29 CFR 29.5(b)(5)): by hours, months or competencies, all
 * of those it names. Advanced standing counts where the agency's policy lets it move the step.
 */
export function wageSteps(schedule: WageSchedule, facts: WageFacts): readonly WageStepState[] {
  const given = givenSteps(facts.entries, { schedule, standard: facts.standard });
  const highest = Math.max(0, ...given.keys());
  const { wageStepGraceDays } = termsOf(facts.standard).agency;
  return schedule.steps.map((step) => {
    const reached = stepReachedOn(step, facts);
    const isGiven = step.step <= highest;
    const overdue = reached !== null && facts.today > addDays(reached, wageStepGraceDays);
    return {
      step,
      leastCentsPerHour: stepCentsPerHour(schedule, step),
      reachedOn: reached,
      given: given.get(step.step) ?? null,
      state: isGiven ? 'given' : reached === null ? 'ahead' : overdue ? 'overdue' : 'due',
    };
  });
}

/** The number of the highest step that was reached; null before the first. */
export function reachedStep(schedule: WageSchedule, facts: WageFacts): number | null {
  const reached = schedule.steps.filter((step) => stepReachedOn(step, facts) !== null);
  return reached.at(-1)?.step ?? null;
}

/** The rates recorded so far, by step; of one step, the latest. */
export function givenSteps(
  entries: readonly RecordEntry[],
  program: PaidUnder,
): ReadonlyMap<number, { readonly centsPerHour: number; readonly on: CalendarDate }> {
  const given = standingEntries(entries)
    .filter((entry) => entry.kind === 'wage-step-given')
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0));
  return new Map(given.map((one) => [paidStep(one, program), { centsPerHour: one.centsPerHour, on: one.occurredOn }]));
}

export interface PaidUnder {
  readonly schedule: WageSchedule;
  readonly standard: Pick<Standard, 'id'>;
}

/**
 * Which step of this version a recorded rate is. One of another version is the highest step that it pays here, whatever its number was
 * there; 0 when it pays none.
 */
export function paidStep({ standard, step, centsPerHour }: WageStepGiven, program: PaidUnder): number {
  if (standard === program.standard.id) return step;
  const { schedule } = program;
  return schedule.steps.findLast((one) => stepCentsPerHour(schedule, one) <= centsPerHour)?.step ?? 0;
}

/** The latest of the days on which each thing the step asks for was reached; null while one of them is not, up to today. */
function stepReachedOn({ after }: WageStep, { standard, beganOn, entries, today }: WageFacts): CalendarDate | null {
  const granted = termsOf(standard).agency.standing.movesWageStep;
  const days = [
    beganOn,
    ...(after.ojtMinutes === undefined ? [] : [reachedOn(entries, after.ojtMinutes, { counted: 'ojt', granted })]),
    ...(after.rtiMinutes === undefined ? [] : [reachedOn(entries, after.rtiMinutes, { counted: 'rti', granted })]),
    ...(after.months === undefined ? [] : [addMonths(beganOn, after.months)]),
    ...(after.competencies === undefined
      ? []
      : [competenciesReachedOn(standard, { entries, count: after.competencies, granted })]),
  ];
  return days.reduce((latest, day) =>
    latest === null || day === null || day > today ? null : day > latest ? day : latest,
  );
}
