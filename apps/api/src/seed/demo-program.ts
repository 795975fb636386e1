import type { Standard } from '@journeybook/domain';
import { federalPolicy, hours } from '@journeybook/domain';

/** IMT as the demo's committee registered it: with a wage schedule and a ratio, which the program itself leaves to the sponsor. */
export const demoStandard = (imt: Standard): Standard => ({
  ...imt,
  terms: {
    agency: federalPolicy,
    ratio: { apprentices: 3, journeyworkers: 1 },
    wages: {
      journeyworkerCentsPerHour: 2_800,
      steps: [
        { step: 1, title: 'Entry', after: {}, percent: 65 },
        { step: 2, title: 'After 1,000 hours', after: { ojtMinutes: hours(1_000) }, percent: 75 },
        {
          step: 3,
          title: 'After 2,000 hours and a year',
          after: { ojtMinutes: hours(2_000), months: 12 },
          percent: 85,
        },
      ],
    },
  },
});

/** What the committee is writing for the next year. */
export const nextStandard = (standard: Standard, id: Standard['id']): Standard => ({
  ...standard,
  id,
  version: '2027.1',
  policies: { ...standard.policies, loggingWindowDays: 7 },
  competencies: standard.competencies.map((one) =>
    one.code === 'WP11.01' ? { ...one, evaluation: 'test' as const, evaluationMethod: 'Written safety test' } : one,
  ),
});
