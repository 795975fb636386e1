import { type AgencyPolicyView, type StandardContents, standardContents } from '@journeybook/contracts';
import { agencyPolicies, federalPolicy, hours } from '@journeybook/domain';
import { fakeCourses, fakeLevels, fakeProcesses } from './fake-standard.js';

const localProcess = 'WP06';
const safetyProcess = 'WP11';
const localCourse = 'RTI01';
const safetyCourse = 'RTI08';

/** The policies that ship, as the API lists them. */
export const fakePolicies = (): AgencyPolicyView[] => agencyPolicies.map((one) => ({ ...one, basis: [...one.basis] }));

const fakeTerms = {
  wages: {
    journeyworkerCentsPerHour: 2_650,
    steps: [
      { step: 1, title: 'Entry', after: {}, percent: 60 },
      { step: 2, title: 'Second', after: { ojtMinutes: hours(1_000) }, percent: 75 },
      { step: 3, title: 'Third', after: { ojtMinutes: hours(2_000), competencies: 50 }, percent: 90 },
    ],
  },
  ratio: { apprentices: 1, journeyworkers: 1 },
  agency: federalPolicy,
};

/** The IMT program as it ships, ready to be published but for a Job Book that nobody has reviewed. */
export const fakeContents = (part: Partial<StandardContents> = {}): StandardContents =>
  standardContents.parse({
    version: '2026.1',
    occupation: { title: 'Industrial Manufacturing Technician', rapidsCode: '2031HY', onetSoc: '17-3026.00' },
    approach: 'hybrid',
    termMonths: 18,
    ojtMinutes: hours(2_736),
    rtiMinutes: hours(264),
    workProcesses: fakeProcesses.map(({ code, title, hours: required }) => ({
      code,
      title,
      requiredMinutes: hours(required),
      minimumMinutes: code === 'WP01' ? hours(800) : null,
      maximumMinutes: code === 'WP01' ? hours(1_200) : null,
      local: code === localProcess,
      safety: code === safetyProcess,
    })),
    competencies: fakeProcesses.flatMap(({ code, tasks }) =>
      tasks.map((title, index) => ({
        code: `${code}.${index + 1}`,
        workProcess: code,
        title,
        requiredLevel: 3,
        evaluationMethod: 'Observed on the job by a mentor',
        evaluation: 'observation',
      })),
    ),
    courses: fakeCourses.map(([code, title, required]) => ({
      code,
      title,
      requiredMinutes: hours(required),
      local: code === localCourse,
      safety: code === safetyCourse,
    })),
    levels: fakeLevels,
    completionCredentials: [
      { code: 'MSSC-CPT-SAFETY', name: 'MSSC Safety certificate' },
      { code: 'OSHA-10', name: 'OSHA 10-hour' },
      { code: 'FA-CPR', name: 'First Aid / CPR' },
    ],
    jobBookStatus: 'template-unverified',
    policies: { passMarkPercent: 70, shiftLimitMinutes: hours(12), loggingWindowDays: 14 },
    terms: fakeTerms,
    ...part,
  });

/** The same a year later: a process more, a course gone, a title, a wage step and some hours changed. */
export function laterContents(): StandardContents {
  const before = fakeContents();
  const [first, second, ...others] = before.workProcesses;
  const { terms } = before;
  const wages = terms?.wages;
  if (!first || !second || !wages) throw new Error('the fake program has processes and wages');
  return standardContents.parse({
    ...before,
    version: '2027.1',
    workProcesses: [
      { ...first, requiredMinutes: hours(900) },
      { ...second, title: 'Make products that meet quality standards' },
      ...others,
      {
        ...first,
        code: 'WP12',
        title: 'Run automated cells',
        requiredMinutes: hours(100),
        minimumMinutes: null,
        maximumMinutes: null,
      },
    ],
    competencies: [
      ...before.competencies.filter((one) => one.code !== 'WP01.9' && one.code !== 'WP01.1'),
      { ...before.competencies[0], code: 'WP01.11', title: 'Start up and shut down safely' },
      { ...before.competencies[0], code: 'WP12.1', workProcess: 'WP12', title: 'Load a robot cell' },
    ],
    courses: [
      ...before.courses.filter((one) => one.code !== 'RTI13'),
      { ...before.courses[12], code: 'RTI15', title: 'Robotics basics' },
    ],
    terms: {
      ...terms,
      wages: {
        ...wages,
        journeyworkerCentsPerHour: 2_800,
        steps: wages.steps.map((one) => ({ ...one, percent: one.percent + 5 })),
      },
    },
  });
}
