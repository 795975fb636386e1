import type { Standard } from '../program/standard.js';
import type { StandardChanged, WageStepGiven } from '../record/record-entry.js';
import type { Total } from '../record/totals.js';
import type { CalendarDate } from '../units.js';
import { addMonths } from '../units.js';
import type { WageSchedule, WageThreshold } from './wage-schedule.js';
import { paidStep } from './wage-steps.js';

export interface CountedWageFacts {
  readonly standard: Standard;
  readonly beganOn: CalendarDate;
  readonly today: CalendarDate;
  readonly totals: readonly Total[];
  /** Those that stand. */
  readonly given: readonly WageStepGiven[];
  /** Whether the apprentice ever moved to another version. */
  readonly moves: readonly StandardChanged[];
}

/**
 * Whether a step may be due or overdue, by the totals alone: on a list of many apprentices only the records in question are read as a
 * whole. Never false where `wageSteps` has one; it may be true where it has none, as where granted minutes move no step.
 */
export function mayBeDue(schedule: WageSchedule, facts: CountedWageFacts): boolean {
  const program = { schedule, standard: facts.standard };
  const highest = Math.max(0, ...facts.given.map((one) => paidStep(one, program)));
  const later = schedule.steps.filter((one) => one.step > highest);
  // Minutes of codes that ended with a move are in no total and still count towards a step.
  if (facts.moves.length > 0) return later.length > 0;
  const { beganOn, today } = facts;
  return beganOn <= today && later.some(({ after }) => isReached(after, facts));
}

function isReached(after: WageThreshold, { standard, totals, beganOn, today }: CountedWageFacts): boolean {
  const minutesOf = (subject: Total['subject']): number =>
    totals.reduce((sum, one) => sum + (one.subject === subject ? one.minutes : 0), 0);
  const required = new Map<string, number>(standard.competencies.map((one) => [one.code, one.requiredLevel]));
  const signed = totals.filter(
    (one) => one.subject === 'competency' && one.level !== null && one.level >= (required.get(one.code) ?? Infinity),
  );
  return (
    minutesOf('work-process') >= (after.ojtMinutes ?? 0) &&
    minutesOf('course') >= (after.rtiMinutes ?? 0) &&
    signed.length >= (after.competencies ?? 0) &&
    addMonths(beganOn, after.months ?? 0) <= today
  );
}
