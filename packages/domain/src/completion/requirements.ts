import { termsOf } from '../program/program-terms.js';
import type { Standard } from '../program/standard.js';
import { askedMinutes } from '../program/standard.js';
import type { RecordEntry } from '../record/record-entry.js';
import type { ProcessProgress, Progress } from '../record/progress.js';
import { progress } from '../record/progress.js';
import type { Total } from '../record/totals.js';
import { standingEntries, totals } from '../record/totals.js';
import type { CalendarDate, Minutes } from '../units.js';
import { addMonths } from '../units.js';

/** What would meet a requirement that is not met. */
export type Missing =
  | { readonly kind: 'minutes'; readonly minutes: Minutes }
  | { readonly kind: 'sign-off'; readonly requiredLevel: number; readonly level: number | null }
  | { readonly kind: 'until'; readonly on: CalendarDate }
  | { readonly kind: 'credential' };

/** One thing that completion asks for. */
export interface Requirement {
  readonly kind:
    | 'process-hours'
    | 'competency'
    | 'course'
    | 'electives'
    | 'ojt-minimum'
    | 'ojt-months'
    | 'completion-credential';
  /** The item's code; the kind again where there is one only. */
  readonly code: string;
  readonly title: string;
  readonly met: boolean;
  /** Null when it is met. */
  readonly missing: Missing | null;
}

/** The hours of one process that are asked for. */
export type AskedHours = Pick<
  ProcessProgress,
  'code' | 'title' | 'requiredMinutes' | 'creditedMinutes' | 'leftMinutes'
>;

export interface RequirementFacts {
  readonly beganOn: CalendarDate;
  readonly entries: readonly RecordEntry[];
  readonly today: CalendarDate;
}

/** The same, counted already. */
export interface CountedFacts {
  readonly beganOn: CalendarDate;
  readonly totals: readonly Total[];
  /** Codes of the completion credentials that stand. */
  readonly credentials: ReadonlySet<string>;
  readonly today: CalendarDate;
}

/**
 * Every requirement of completion, met and unmet, with what would meet it, by approach (29 CFR 29.5(b)(2)): time-based, every process's
 * hours; competency-based, every competency and the policy's least time on the job; hybrid, every process's minimum and every
 * competency. All ask for all RTI and for the program's completion credentials.
 */
export const listRequirements = (standard: Standard, { entries, ...facts }: RequirementFacts): readonly Requirement[] =>
  countRequirements(standard, { ...facts, totals: totals(entries), credentials: earnedCredentials(entries) });

/** As `listRequirements`, for whoever has the totals and need not read every entry for them. */
export function countRequirements(standard: Standard, facts: CountedFacts): readonly Requirement[] {
  const now = progress(standard, facts.totals, new Map());
  const instruction = [...courses(now), ...electives(now), ...credentials(standard, facts.credentials)];
  const { processes } = now;
  switch (standard.approach) {
    case 'time':
      return [...processes.map((one) => hoursOf(standard, one)), ...instruction];
    case 'competency':
      return [...competencies(now), ...leastOnTheJob(standard, now, facts), ...instruction];
    case 'hybrid':
      return [
        ...processes.map((one) => hoursOf(standard, one)),
        ...competencies(now),
        ...leastMonths(standard, facts),
        ...instruction,
      ];
  }
}

/** The requirements that are not met. */
export const unmet = (requirements: readonly Requirement[]): readonly Requirement[] =>
  requirements.filter((one) => !one.met);

const met = { met: true, missing: null } as const;
const short = (minutes: number): Pick<Requirement, 'met' | 'missing'> =>
  minutes <= 0 ? met : { met: false, missing: { kind: 'minutes', minutes: minutes as Minutes } };

const hoursOf = (standard: Standard, one: ProcessProgress): Requirement => {
  const { code, title, creditedMinutes } = one;
  return { kind: 'process-hours', code, title, ...short(askedOf(standard, one) - creditedMinutes) };
};

const askedOf = ({ approach, workProcesses }: Standard, { code, requiredMinutes }: ProcessProgress): Minutes => {
  const minimumMinutes = workProcesses.find((one) => one.code === code)?.minimumMinutes ?? null;
  return askedMinutes(approach, { requiredMinutes, minimumMinutes });
};

/** What is asked for in hours on the job, by process, and what counts towards it: more of one makes up for none of another. */
export const askedOnTheJob = (standard: Standard, { processes }: Progress): readonly AskedHours[] =>
  processes.map((one) => {
    const asked = askedOf(standard, one);
    const counts = Math.min(one.creditedMinutes, asked);
    return {
      code: one.code,
      title: one.title,
      requiredMinutes: asked,
      creditedMinutes: counts as Minutes,
      leftMinutes: (asked - counts) as Minutes,
    };
  });

const competencies = ({ processes }: Progress): readonly Requirement[] =>
  processes
    .flatMap((process) => process.competencies)
    .map(({ code, title, requiredLevel, level, signedOff }) => ({
      kind: 'competency',
      code,
      title,
      met: signedOff,
      missing: signedOff ? null : { kind: 'sign-off', requiredLevel, level },
    }));

const courses = (now: Progress): readonly Requirement[] =>
  now.courses
    .filter((one) => one.electiveGroup === undefined)
    .map(({ code, title, leftMinutes }) => ({ kind: 'course', code, title, ...short(leftMinutes) }));

const electives = (now: Progress): readonly Requirement[] =>
  (now.electives ?? []).map(({ code, title, leftMinutes }) => ({
    kind: 'electives',
    code,
    title,
    ...short(leftMinutes),
  }));

function leastOnTheJob(standard: Standard, now: Progress, facts: CountedFacts): readonly Requirement[] {
  const { ojtMinimumMinutes } = termsOf(standard).agency;
  const hours: Requirement = {
    kind: 'ojt-minimum',
    code: 'ojt-minimum',
    title: 'On-the-job training',
    ...short(ojtMinimumMinutes - now.ojt.creditedMinutes),
  };
  return [...(ojtMinimumMinutes > 0 ? [hours] : []), ...leastMonths(standard, facts)];
}

function leastMonths(standard: Standard, { beganOn, today }: CountedFacts): readonly Requirement[] {
  const { ojtMinimumMonths } = termsOf(standard).agency;
  if (ojtMinimumMonths === 0) return [];
  const on = addMonths(beganOn, ojtMinimumMonths);
  return [
    {
      kind: 'ojt-months',
      code: 'ojt-months',
      title: 'Months on the job',
      ...(today >= on ? met : { met: false, missing: { kind: 'until', on } }),
    },
  ];
}

const credentials = (standard: Standard, earned: ReadonlySet<string>): readonly Requirement[] =>
  standard.completionCredentials.map(({ code, name }) => ({
    kind: 'completion-credential',
    code,
    title: name,
    ...(earned.has(code) ? met : { met: false, missing: { kind: 'credential' as const } }),
  }));

/** The codes of the completion credentials that stand. */
export const earnedCredentials = (entries: readonly RecordEntry[]): ReadonlySet<string> =>
  new Set(standingEntries(entries).flatMap((entry) => (entry.kind === 'credential-earned' ? [entry.credential] : [])));
