import type { AgencyPolicyView, StandardContents } from '@journeybook/contracts';
import { showPercent } from '../../ui/course-standing.js';
import { countOf } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

type WageStep = NonNullable<NonNullable<StandardContents['terms']>['wages']>['steps'][number];
type Deadline = AgencyPolicyView['reporting']['registered'];

/** What has to be reached for a wage step: `after 1,000 h on the job and 50 sign-offs`; `from the first day` for nothing. */
export function describeThreshold({ ojtMinutes, rtiMinutes, months, competencies }: WageStep['after']): string {
  const parts = [
    ...(ojtMinutes ? [`${showHours(ojtMinutes)} on the job`] : []),
    ...(rtiMinutes ? [`${showHours(rtiMinutes)} of instruction`] : []),
    ...(months ? [countOf(months, 'month')] : []),
    ...(competencies ? [countOf(competencies, 'sign\u2011off')] : []),
  ];
  return parts.length === 0 ? 'from the first day' : `after ${parts.join(' and ')}`;
}

/** `45 days`, `10 business days`. */
export const describeDeadline = ({ days, count }: Deadline): string =>
  countOf(days, count === 'business' ? 'business day' : 'day');

type Length = Pick<StandardContents, 'ojtMinutes' | 'rtiMinutes' | 'termMonths'>;

/** `750 h, 4.5 months or 12 months, whichever comes first`: when probation ends under a policy. */
export function describeProbation(
  { ojtMinutes, rtiMinutes, termMonths }: Length,
  { percentOfTerm, longestMonths }: AgencyPolicyView['probation'],
): string {
  const part = percentOfTerm / 100;
  // As the rule rounds it: up to the next minute.
  const minutes = Math.ceil((ojtMinutes + rtiMinutes) * part);
  const months = Math.round(termMonths * part * 10) / 10;
  return `${showHours(minutes)}, ${countOf(months, 'month')} or ${countOf(longestMonths, 'month')}, whichever comes first`;
}

type Policy = readonly (readonly [name: string, value: string])[];

const reported = {
  registered: 'Registration',
  suspended: 'Suspension',
  reinstated: 'Reinstatement',
  cancelled: 'Cancellation',
  completed: 'Completion',
  transferred: 'Transfer',
} as const satisfies Record<keyof AgencyPolicyView['reporting'], string>;

export const reportedEvents = Object.entries(reported) as [keyof AgencyPolicyView['reporting'], string][];

/** Every number of an agency's policy with its name. */
export function describePolicy(policy: AgencyPolicyView): Policy {
  const { standing, instructionPerYear } = policy;
  return [
    ['Least age', `${policy.minimumAge} years; a guardian signs below ${policy.adultAge}`],
    ['Instruction a year', `${showHours(instructionPerYear.minutes)}, ${instructionPerYear.weight}`],
    ['Least time on the job', describeLeast(policy)],
    ['Credit for earlier learning', describeStanding(standing)],
    ['Notice before suspending or cancelling', countOf(policy.correctiveActionDays, 'day')],
    ['Minimum wage', `$${(policy.minimumWageCents / 100).toFixed(2)} an hour`],
    ['A wage step is overdue after', countOf(policy.wageStepGraceDays, 'day')],
    ['Records are kept', countOf(policy.retentionYears, 'year')],
    ...reportedEvents.map(
      ([event, name]) => [`${name} reported within`, describeDeadline(policy.reporting[event])] as const,
    ),
  ];
}

function describeLeast({ ojtMinimumMinutes, ojtMinimumMonths }: AgencyPolicyView): string {
  const parts = [
    ...(ojtMinimumMinutes > 0 ? [showHours(ojtMinimumMinutes)] : []),
    ...(ojtMinimumMonths > 0 ? [countOf(ojtMinimumMonths, 'month')] : []),
  ];
  return parts.join(' and ') || 'none';
}

function describeStanding(standing: AgencyPolicyView['standing']): string {
  return [
    standing.percentOfOjt === null ? 'no cap' : `at most ${showPercent(standing.percentOfOjt)} of the hours on the job`,
    ...(standing.percentOfYouthHours === null ? [] : [`${showPercent(standing.percentOfYouthHours)} of youth hours`]),
    standing.decideBy === 'any-time' ? 'decided at any time' : 'decided before probation ends',
    ...(standing.evidenceDue ? [`evidence within ${describeDeadline(standing.evidenceDue)}`] : []),
    standing.movesWageStep ? 'moves the wage step' : 'does not move the wage step',
  ].join('; ');
}
