import type {
  AdvancedStandingGranted,
  CompetencyAttested,
  EntryReversed,
  OjtHoursCredited,
  RtiHoursCredited,
  StatusChanged,
} from '../record/record-entry.js';
import { hours, minutes } from '../units.js';
import {
  apprenticeshipId,
  competencyCode,
  courseCode,
  day,
  foundry,
  grace,
  hoursEntryId,
  irene,
  now,
  processCode,
  recordEntryId,
  sectionId,
  standardId,
} from './build-ids.js';

const entry = () => ({
  apprenticeship: apprenticeshipId(1),
  standard: standardId(1),
  recordedAt: now,
  answeredBy: grace,
});

/** 7 h 30 min in WP01, approved by Grace. */
export const ojtHoursCredited = (overrides: Partial<OjtHoursCredited> = {}): OjtHoursCredited => ({
  ...entry(),
  kind: 'ojt-hours-credited',
  id: recordEntryId(1),
  source: `hours/${hoursEntryId(1)}/3`,
  occurredOn: day('2026-03-02'),
  workProcess: processCode('WP01'),
  minutes: minutes(450),
  employer: foundry,
  hoursEntry: hoursEntryId(1),
  note: 'Ran line 3',
  ...overrides,
});

/** The 24 h of RTI03, confirmed by Irene at 88 percent. */
export const rtiHoursCredited = (overrides: Partial<RtiHoursCredited> = {}): RtiHoursCredited => ({
  ...entry(),
  kind: 'rti-hours-credited',
  id: recordEntryId(2),
  source: `course/${apprenticeshipId(1)}/RTI03/1`,
  occurredOn: day('2026-03-03'),
  answeredBy: irene,
  course: courseCode('RTI03'),
  minutes: hours(24),
  section: sectionId(1),
  scorePercent: 88,
  evidence: 'lms-grade',
  ...overrides,
});

/** WP01.01 at level 3, signed off by Grace. */
export const competencyAttested = (overrides: Partial<CompetencyAttested> = {}): CompetencyAttested => ({
  ...entry(),
  kind: 'competency-attested',
  id: recordEntryId(3),
  source: `competency/${apprenticeshipId(1)}/WP01.01/1`,
  occurredOn: day('2026-03-03'),
  competency: competencyCode('WP01.01'),
  level: 3,
  comment: 'Three starts without a prompt',
  ...overrides,
});

/** 40 h of WP01 for earlier work. */
export const advancedStandingGranted = (overrides: Partial<AdvancedStandingGranted> = {}): AdvancedStandingGranted => ({
  ...entry(),
  kind: 'advanced-standing-granted',
  id: recordEntryId(4),
  source: `standing/${apprenticeshipId(1)}/WP01/1`,
  occurredOn: day('2026-01-05'),
  subject: { kind: 'work-process', workProcess: processCode('WP01'), minutes: hours(40) },
  reason: 'Two years as an operator at another plant',
  ...overrides,
});

/** Registered on the first day of the agreement. */
export const statusChanged = (overrides: Partial<StatusChanged> = {}): StatusChanged => ({
  ...entry(),
  kind: 'status-changed',
  id: recordEntryId(5),
  source: `status/${apprenticeshipId(1)}/1`,
  occurredOn: day('2026-01-05'),
  status: 'registered',
  reason: 'Agreement signed',
  ...overrides,
});

/** Takes `ojtHoursCredited()` out of the totals. */
export const entryReversed = (overrides: Partial<EntryReversed> = {}): EntryReversed => ({
  ...entry(),
  kind: 'entry-reversed',
  id: recordEntryId(6),
  source: `reversal/${recordEntryId(1)}`,
  occurredOn: day('2026-03-04'),
  reverses: recordEntryId(1),
  reason: 'Logged on the wrong day',
  ...overrides,
});
