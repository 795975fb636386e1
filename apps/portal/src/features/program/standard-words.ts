import type { StandardContents, StandardSummary } from '@journeybook/contracts';
import { showHours } from '../../ui/show-hours.js';

export const approachNames = {
  time: 'time-based',
  competency: 'competency-based',
  hybrid: 'hybrid',
} as const satisfies Record<StandardContents['approach'], string>;

export const jobBookNames = {
  'template-unverified': 'starter template, not reviewed',
  reviewed: 'reviewed',
} as const satisfies Record<StandardContents['jobBookStatus'], string>;

export const methodNames = {
  observation: 'observation',
  test: 'test',
  'work-sample': 'work sample',
  interview: 'interview',
} as const satisfies Record<NonNullable<StandardContents['competencies'][number]['evaluation']>, string>;

type Size = Pick<StandardSummary, 'approach' | 'termMonths' | 'ojtMinutes' | 'rtiMinutes'>;

/** `hybrid · 18 months · 2,736 h on the job · 264 h of instruction`. */
export const describeSize = ({ approach, termMonths, ojtMinutes, rtiMinutes }: Size): string =>
  [
    approachNames[approach],
    `${termMonths} months`,
    `${showHours(ojtMinutes)} on the job`,
    `${showHours(rtiMinutes)} of instruction`,
  ].join(' · ');
