import type { ProgramTerms } from '../program/program-terms.js';
import { federalTerms } from '../program/program-terms.js';
import type { Approach, Standard } from '../program/standard.js';
import type { StandardVersion } from '../program/standard-draft.js';
import type { WageSchedule } from '../wages/wage-schedule.js';
import { hours } from '../units.js';
import { competency, course, standard, workProcess } from './build-standard.js';
import { competencyCode, council, courseCode, processCode } from './build-ids.js';

/** Hours of domain.md §2.2, in the order of the table; WP06 is local, WP11 is safety. */
export const imtProcessHours = [1_000, 500, 200, 200, 200, 136, 100, 100, 100, 100, 100];
/** RTI01 is sector-specific, RTI08 is safety. */
export const imtCourseHours = [30, 28, 24, 24, 24, 24, 24, 20, 16, 16, 10, 8, 8, 8];

const two = (number: number): string => String(number).padStart(2, '0');

/** Three steps at 60, 75 and 90 percent of $30.00: at once, after 1,000 h and after 2,000 h. */
export const wageSchedule = (overrides: Partial<WageSchedule> = {}): WageSchedule => ({
  journeyworkerCentsPerHour: 3_000,
  steps: [
    { step: 1, title: 'Entry', after: {}, percent: 60 },
    { step: 2, title: 'Second', after: { ojtMinutes: hours(1_000) }, percent: 75 },
    { step: 3, title: 'Third', after: { ojtMinutes: hours(2_000) }, percent: 90 },
  ],
  ...overrides,
});

export const terms = (overrides: Partial<ProgramTerms> = {}): ProgramTerms => ({
  ...federalTerms,
  wages: wageSchedule(),
  ratio: { apprentices: 1, journeyworkers: 1 },
  ...overrides,
});

/** The Industrial Manufacturing Technician: 2,736 h and 264 h, one competency a process; ready to be published. */
export const imt = (approach: Approach = 'hybrid', overrides: Partial<Standard> = {}): Standard =>
  standard({
    approach,
    ojtMinutes: hours(2_736),
    rtiMinutes: hours(264),
    workProcesses: imtProcessHours.map((required, index) =>
      workProcess({
        code: processCode(`WP${two(index + 1)}`),
        requiredMinutes: hours(required),
        local: index === 5,
        safety: index === 10,
      }),
    ),
    competencies: imtProcessHours.map((_, index) =>
      competency({
        code: competencyCode(`WP${two(index + 1)}.01`),
        workProcess: processCode(`WP${two(index + 1)}`),
      }),
    ),
    courses: imtCourseHours.map((required, index) =>
      course({
        code: courseCode(`RTI${two(index + 1)}`),
        requiredMinutes: hours(required),
        local: index === 0,
        safety: index === 7,
      }),
    ),
    jobBookStatus: 'reviewed',
    terms: terms(),
    ...overrides,
  });

export const standardVersion = (overrides: Partial<StandardVersion> = {}): StandardVersion => ({
  sponsor: council,
  status: 'draft',
  edition: 1,
  standard: imt(),
  ...overrides,
});
