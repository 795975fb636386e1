import type { AgencyPolicy, Deadline } from './agency-policy.js';
import { hours } from '../units.js';

const in45Days: Deadline = { days: 45, count: 'calendar' };

/** The federal defaults: 29 CFR Part 29 and OA Circular 2026-01 (no cap on credit for earlier experience). */
export const federalPolicy: AgencyPolicy = {
  agency: 'US',
  name: 'Office of Apprenticeship',
  basis: ['29 CFR 29.3(e)', '29 CFR 29.5', '29 CFR 29.7(h)', 'OA Circular 2026-01', '29 CFR 30.12'],
  reporting: {
    registered: in45Days,
    suspended: in45Days,
    reinstated: in45Days,
    cancelled: in45Days,
    completed: in45Days,
    transferred: in45Days,
  },
  minimumAge: 16,
  adultAge: 18,
  probation: { percentOfTerm: 25, longestMonths: 12 },
  instructionPerYear: { minutes: hours(144), weight: 'recommended' },
  ojtMinimumMinutes: hours(0),
  ojtMinimumMonths: 0,
  standing: {
    id: 'US-29.5(b)(12)',
    percentOfOjt: null,
    percentOfYouthHours: null,
    decideBy: 'any-time',
    evidenceDue: null,
    movesWageStep: true,
  },
  correctiveActionDays: 0,
  minimumWageCents: 725,
  wageStepGraceDays: 14,
  retentionYears: 5,
};

type Overlay = Partial<Omit<AgencyPolicy, 'agency' | 'name' | 'basis' | 'standing'>> & {
  readonly standing?: Partial<AgencyPolicy['standing']>;
};

/** The federal policy with what one state asks for instead; its clause comes first. */
const overlay = (agency: string, name: string, clause: string, changes: Overlay): AgencyPolicy => ({
  ...federalPolicy,
  ...changes,
  agency,
  name,
  basis: [clause, ...federalPolicy.basis],
  standing: { ...federalPolicy.standing, id: `${agency}-standing`, ...changes.standing },
});

/** Examples of states whose rules differ (domain.md §1.1); a sponsor may hold any other as data. */
export const agencyPolicies: readonly AgencyPolicy[] = [
  federalPolicy,
  overlay('US-CA', 'California Division of Apprenticeship Standards', 'Cal. Labor Code 3078.5', {
    ojtMinimumMonths: 6,
  }),
  overlay('US-OH', 'ApprenticeOhio', 'Ohio Adm. Code 5101:11-4-02', {
    reporting: { ...federalPolicy.reporting, registered: { days: 45, count: 'business' } },
    standing: { evidenceDue: { days: 10, count: 'business' } },
  }),
  overlay('US-LA', 'Louisiana Workforce Commission', 'La. R.S. 23:387', {
    instructionPerYear: { minutes: hours(144), weight: 'required' },
  }),
  overlay('US-RI', 'Apprenticeship Rhode Island', 'Rhode Island sponsor guide, credit decisions', {
    standing: { decideBy: 'probation-end' },
  }),
  overlay('US-NC', 'ApprenticeshipNC', '04 NCAC 22 .0610', { retentionYears: 5 }),
  overlay('US-WI', 'Wisconsin Bureau of Apprenticeship Standards', 'Wisconsin youth apprenticeship crosswalk', {
    standing: { percentOfYouthHours: 75 },
  }),
];

/** The policy of an agency that ships with Journeybook; null when it is not among them. */
export const findAgencyPolicy = (agency: string): AgencyPolicy | null =>
  agencyPolicies.find((one) => one.agency === agency) ?? null;
