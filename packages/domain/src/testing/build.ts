/**
 * Builders for tests and benches: each gives a whole, valid value with recognisable contents, and takes overrides for what the
 * test is about. Ada is the apprentice, Grace her mentor, Irene her instructor; she works at Foundry, under the sponsor Council.
 */
import type { Mentorship } from '../access/mentorship.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { SignOffRequest } from '../competency/request-sign-off.js';
import type { SignOff, SignOffFacts } from '../competency/sign-off-competency.js';
import type { Approval } from '../hours/approve-hours.js';
import type { ApprovedHours, DraftHours, ReturnedHours, SubmittedHours } from '../hours/hours-entry.js';
import type { HoursToLog, LoggingFacts } from '../hours/log-hours.js';
import type { Completion, CompletionFacts } from '../instruction/confirm-completion.js';
import type { Candidate, LearnerDetails } from '../instruction/suggest-match.js';
import { minutes } from '../units.js';
import {
  ada,
  apprenticeshipId,
  at,
  competencyCode,
  council,
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
  signOffRequestId,
  standardId,
  today,
} from './build-ids.js';
import { mentorActor } from './build-people.js';
import { standard } from './build-standard.js';

export * from './build-ids.js';
export * from './build-completed.js';
export * from './build-later.js';
export * from './build-people.js';
export * from './build-program.js';
export * from './build-record.js';
export * from './build-standard.js';
export * from './build-standing.js';

export const apprenticeship = (overrides: Partial<Apprenticeship> = {}): Apprenticeship => ({
  id: apprenticeshipId(1),
  sponsor: council,
  employer: foundry,
  apprentice: ada,
  standard: standardId(1),
  status: 'active',
  beganOn: day('2026-01-05'),
  ...overrides,
});

/** Grace mentors Ada from the first day of the agreement and still does. */
export const mentorship = (overrides: Partial<Mentorship> = {}): Mentorship => ({
  mentor: grace,
  apprenticeship: apprenticeshipId(1),
  from: day('2026-01-05'),
  until: null,
  ...overrides,
});

export const hoursToLog = (overrides: Partial<HoursToLog> = {}): HoursToLog => ({
  id: hoursEntryId(1),
  workProcess: processCode('WP01'),
  workedOn: day('2026-03-02'),
  minutes: minutes(450),
  note: 'Ran line 3',
  ...overrides,
});

export const loggingFacts = (overrides: Partial<LoggingFacts> = {}): LoggingFacts => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  minutesThatDay: minutes(0),
  today,
  now,
  ...overrides,
});

const worked = () => ({
  ...hoursToLog(),
  apprenticeship: apprenticeshipId(1),
  apprentice: ada,
  employer: foundry,
  standard: standardId(1),
  version: 1,
  loggedAt: at('2026-03-02T21:00:00Z'),
});

export const draftHours = (overrides: Partial<DraftHours> = {}): DraftHours => ({
  ...worked(),
  status: 'draft',
  ...overrides,
});

export const submittedHours = (overrides: Partial<SubmittedHours> = {}): SubmittedHours => ({
  ...worked(),
  status: 'submitted',
  version: 2,
  submittedAt: at('2026-03-02T21:00:05Z'),
  ...overrides,
});

export const approvedHours = (overrides: Partial<ApprovedHours> = {}): ApprovedHours => ({
  ...worked(),
  status: 'approved',
  version: 3,
  submittedAt: at('2026-03-02T21:00:05Z'),
  approvedBy: grace,
  approvedAt: now,
  ...overrides,
});

export const returnedHours = (overrides: Partial<ReturnedHours> = {}): ReturnedHours => ({
  ...worked(),
  status: 'returned',
  version: 3,
  submittedAt: at('2026-03-02T21:00:05Z'),
  returnedBy: grace,
  returnedAt: now,
  reason: 'You left at noon that day',
  ...overrides,
});

/** Grace approves what `submittedHours()` showed her. */
export const approval = (overrides: Partial<Approval> = {}): Approval => ({
  by: mentorActor,
  apprenticeship: apprenticeship(),
  mentorships: [mentorship()],
  shownVersion: 2,
  at: now,
  recordEntry: recordEntryId(1),
  ...overrides,
});

export const signOff = (overrides: Partial<SignOff> = {}): SignOff => ({
  competency: competencyCode('WP01.01'),
  level: 3,
  comment: 'Three starts without a prompt',
  observedOn: day('2026-03-03'),
  by: grace,
  ...overrides,
});

export const signOffFacts = (overrides: Partial<SignOffFacts> = {}): SignOffFacts => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  mentorships: [mentorship()],
  signedLevel: null,
  signedTimes: 0,
  today,
  now,
  recordEntry: recordEntryId(3),
  ...overrides,
});

/** Ada asks for the sign-off of WP01.01; nobody has answered. */
export const signOffRequest = (overrides: Partial<SignOffRequest> = {}): SignOffRequest => ({
  id: signOffRequestId(1),
  apprenticeship: apprenticeshipId(1),
  competency: competencyCode('WP01.01'),
  note: 'Ran it alone all week',
  requestedAt: now,
  state: 'open',
  ...overrides,
});

/** Irene confirms that Ada passed Manufacturing 101 with 88 percent. */
export const completion = (overrides: Partial<Completion> = {}): Completion => ({
  section: sectionId(1),
  course: courseCode('RTI03'),
  scorePercent: 88,
  source: 'lms-grade',
  confirmedBy: irene,
  completedOn: day('2026-03-03'),
  ...overrides,
});

export const completionFacts = (overrides: Partial<CompletionFacts> = {}): CompletionFacts => ({
  apprenticeship: apprenticeship(),
  standard: standard(),
  passMarkPercent: 70,
  standing: null,
  reversedTimes: 0,
  now,
  recordEntry: recordEntryId(2),
  ...overrides,
});

export const learner = (overrides: Partial<LearnerDetails> = {}): LearnerDetails => ({
  name: 'Ada Lopez',
  email: 'ada.lopez@college.example',
  sisId: 'S-1001',
  ...overrides,
});

export const candidate = (overrides: Partial<Candidate> = {}): Candidate => ({
  person: ada,
  name: 'Ada Lopez',
  email: 'ada.lopez@college.example',
  studentId: 'S-1001',
  ...overrides,
});
