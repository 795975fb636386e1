import type { StandingView } from '@journeybook/contracts';
import { showDate } from '../../ui/show-dates.js';
import { showHours } from '../../ui/show-hours.js';

/** The agency's rules for credit, a sentence each. */
export function policyWords({ policy }: Pick<StandingView, 'policy'>): readonly string[] {
  const { capMinutes, grantedMinutes, percentOfYouthHours, decideBy, evidenceDueOn } = policy;
  const granted = grantedMinutes > 0 ? `${showHours(grantedMinutes)} on the job are granted so far` : '';
  const cap = capMinutes === null ? '' : `at most ${showHours(capMinutes)} on the job may be granted`;
  return [
    granted || cap
      ? `${sentenceCase([granted, cap].filter(Boolean).join('; '))}.`
      : 'The agency sets no cap; each item counts up to what is left of it.',
    ...(percentOfYouthHours === null
      ? []
      : [`Of hours worked as a youth apprentice, ${percentOfYouthHours}\u00a0% may count.`]),
    ...(decideBy === null ? [] : [`It has to be decided by ${showDate(decideBy)}, when probation ends.`]),
    ...(evidenceDueOn === null ? [] : [`Evidence has to be with the agency by ${showDate(evidenceDueOn)}.`]),
  ];
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
