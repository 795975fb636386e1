import type {
  CompetencyDemonstrated,
  CompetencyObserved,
  CompletionAwarded,
  CompletionReturned,
  CredentialEarned,
  EmployerChanged,
  MasteryAttested,
  StandardChanged,
  VarianceApproved,
  WageStepGiven,
} from '../record/record-entry.js';
import { hours } from '../units.js';
import {
  apprenticeshipId,
  competencyCode,
  day,
  foundry,
  grace,
  mill,
  now,
  processCode,
  recordEntryId,
  standardId,
} from './build-ids.js';

const entry = (number: number) => ({
  id: recordEntryId(number),
  source: `test/${number}`,
  apprenticeship: apprenticeshipId(1),
  standard: standardId(1),
  recordedAt: now,
  answeredBy: grace,
});

/** Grace showed Ada WP01.01. */
export const competencyDemonstrated = (overrides: Partial<CompetencyDemonstrated> = {}): CompetencyDemonstrated => ({
  ...entry(21),
  kind: 'competency-demonstrated',
  occurredOn: day('2026-02-02'),
  competency: competencyCode('WP01.01'),
  comment: 'Start-up of line 3',
  ...overrides,
});

/** Grace watched Ada at WP01.01 and saw level 2. */
export const competencyObserved = (overrides: Partial<CompetencyObserved> = {}): CompetencyObserved => ({
  ...entry(22),
  kind: 'competency-observed',
  occurredOn: day('2026-02-20'),
  competency: competencyCode('WP01.01'),
  level: 2,
  feedback: 'Ask before the second valve',
  ...overrides,
});

/** 50 h of WP01 above its maximum. */
export const varianceApproved = (overrides: Partial<VarianceApproved> = {}): VarianceApproved => ({
  ...entry(23),
  kind: 'variance-approved',
  occurredOn: day('2026-03-04'),
  workProcess: processCode('WP01'),
  minutes: hours(50),
  reason: 'A second line was commissioned',
  ...overrides,
});

/** From Foundry to Mill. */
export const employerChanged = (overrides: Partial<EmployerChanged> = {}): EmployerChanged => ({
  ...entry(24),
  kind: 'employer-changed',
  occurredOn: day('2026-03-01'),
  from: foundry,
  employer: mill,
  ...overrides,
});

/** The entry wage, at $18.00. */
export const wageStepGiven = (overrides: Partial<WageStepGiven> = {}): WageStepGiven => ({
  ...entry(25),
  kind: 'wage-step-given',
  occurredOn: day('2026-01-05'),
  step: 1,
  centsPerHour: 1_800,
  ...overrides,
});

export const credentialEarned = (overrides: Partial<CredentialEarned> = {}): CredentialEarned => ({
  ...entry(26),
  kind: 'credential-earned',
  occurredOn: day('2026-02-10'),
  credential: 'OSHA-10',
  reference: 'Card 36-1234',
  ...overrides,
});

/** From standard 1 to standard 2; WP01 is called WP51 there. */
export const standardChanged = (overrides: Partial<StandardChanged> = {}): StandardChanged => ({
  ...entry(27),
  kind: 'standard-changed',
  occurredOn: day('2026-03-04'),
  to: standardId(2),
  mapping: [{ subject: 'work-process', from: 'WP01', to: 'WP51' }],
  reason: 'The committee adopted version 2027.1',
  ...overrides,
});

export const masteryAttested = (overrides: Partial<MasteryAttested> = {}): MasteryAttested => ({
  ...entry(28),
  kind: 'mastery-attested',
  occurredOn: day('2026-03-04'),
  employer: foundry,
  statement: 'Ada runs the line by herself',
  ...overrides,
});

export const completionReturned = (overrides: Partial<CompletionReturned> = {}): CompletionReturned => ({
  ...entry(29),
  kind: 'completion-returned',
  occurredOn: day('2026-03-04'),
  reasons: ['WP01: the log of week 9 is missing'],
  ...overrides,
});

export const completionAwarded = (overrides: Partial<CompletionAwarded> = {}): CompletionAwarded => ({
  ...entry(30),
  kind: 'completion-awarded',
  occurredOn: day('2026-03-04'),
  requirements: [{ kind: 'course', code: 'RTI03' }],
  ...overrides,
});
