import type { Competency, Policies, RtiCourse, Standard, WorkProcess } from '../program/standard.js';
import { hours } from '../units.js';
import { competencyCode, courseCode, processCode, standardId } from './build-ids.js';

export const workProcess = (overrides: Partial<WorkProcess> = {}): WorkProcess => ({
  code: processCode('WP01'),
  title: 'Operate production equipment',
  requiredMinutes: hours(1_000),
  minimumMinutes: null,
  maximumMinutes: null,
  local: false,
  ...overrides,
});

export const competency = (overrides: Partial<Competency> = {}): Competency => ({
  code: competencyCode('WP01.01'),
  workProcess: processCode('WP01'),
  title: 'Start up and shut down production equipment in the prescribed sequence',
  requiredLevel: 3,
  evaluationMethod: 'Observation on the job',
  ...overrides,
});

export const course = (overrides: Partial<RtiCourse> = {}): RtiCourse => ({
  code: courseCode('RTI03'),
  title: 'Manufacturing 101',
  requiredMinutes: hours(24),
  local: false,
  ...overrides,
});

export const policies = (overrides: Partial<Policies> = {}): Policies => ({
  passMarkPercent: 70,
  shiftLimitMinutes: hours(12),
  loggingWindowDays: 7,
  ...overrides,
});

/** Two work processes (1,000 h and 136 h of local options), two competencies, two courses (24 h and 10 h); no fault in it. */
export const standard = (overrides: Partial<Standard> = {}): Standard => ({
  id: standardId(1),
  version: '2026.1',
  occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031', onetSoc: '51-9199' },
  approach: 'time',
  termMonths: 18,
  ojtMinutes: hours(1_136),
  rtiMinutes: hours(34),
  workProcesses: [
    workProcess(),
    workProcess({ code: processCode('WP06'), title: 'Local options', requiredMinutes: hours(136), local: true }),
  ],
  competencies: [
    competency(),
    competency({ code: competencyCode('WP01.06'), title: 'Load and unload materials and parts', requiredLevel: 2 }),
  ],
  courses: [course(), course({ code: courseCode('RTI11'), title: 'Industrial Math', requiredMinutes: hours(10) })],
  levels: ['Not started', 'Shown', 'With help', 'Performs independently', 'Can teach'].map((name, level) => ({
    level,
    name,
  })),
  completionCredentials: [{ code: 'OSHA-10', name: 'OSHA 10-hour general industry' }],
  jobBookStatus: 'template-unverified',
  policies: policies(),
  ...overrides,
});
