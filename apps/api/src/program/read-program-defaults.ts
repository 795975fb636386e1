import type { CompetencyLevel, Policies } from '@journeybook/domain';
import { hours } from '@journeybook/domain';

/** What a file that says nothing about it gets; a person may change each in the draft. */
export const programDefaults = {
  policies: { passMarkPercent: 70, shiftLimitMinutes: hours(12), loggingWindowDays: 14 } satisfies Policies,
  /** PRODUCT, "Competencies". */
  levels: [
    { level: 0, name: 'Not started' },
    { level: 1, name: 'Demonstrated to apprentice' },
    { level: 2, name: 'Performs with help' },
    { level: 3, name: 'Performs independently (sign-off level)' },
    { level: 4, name: 'Can teach others' },
  ] satisfies readonly CompetencyLevel[],
  /** The level at which a mentor signs off. */
  signOffLevel: 3,
  evaluationMethod: 'Observed on the job by a mentor',
} as const;
