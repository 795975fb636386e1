import type { CompetencyCode, CourseCode, StandardId, WorkProcessCode } from '../brand.js';
import type { Minutes } from '../units.js';
import type { ProgramTerms } from './program-terms.js';

/** How an apprentice advances: 29 CFR 29.5(b)(2)(i)-(iii). */
export type Approach = 'time' | 'competency' | 'hybrid';

export interface WorkProcess {
  readonly code: WorkProcessCode;
  readonly title: string;
  readonly requiredMinutes: Minutes;
  /** Hybrid only: the least that must be worked; null means the required minutes. */
  readonly minimumMinutes: Minutes | null;
  /** The most that counts without a variance; null means the required minutes. */
  readonly maximumMinutes: Minutes | null;
  /** Filled in by the employer (IMT: 136 h of local options). */
  readonly local: boolean;
  /** Safety training on the job; a published program has one (29 CFR 29.5(b)(9)). */
  readonly safety?: boolean;
}

/** How mastery is judged; a `test` needs a result that passed (29 CFR 29.5(b)(2)(ii): the means of evaluation). */
export type EvaluationMethod = 'observation' | 'test' | 'work-sample' | 'interview';

export interface Competency {
  readonly code: CompetencyCode;
  readonly workProcess: WorkProcessCode;
  readonly title: string;
  /** The level at which a mentor may sign it off. */
  readonly requiredLevel: number;
  /** In the program's own words. */
  readonly evaluationMethod: string;
  /** What a sign-off has to show; left out, it is an observation. */
  readonly evaluation?: EvaluationMethod;
}

export interface RtiCourse {
  readonly code: CourseCode;
  readonly title: string;
  readonly requiredMinutes: Minutes;
  readonly local: boolean;
  /** Safety training in instruction; a published program has one (29 CFR 29.5(b)(9)). */
  readonly safety?: boolean;
  /** The group it may be chosen from; left out, the course is required. */
  readonly electiveGroup?: string;
}

/** Courses of which some are chosen: together they need the group's minutes. */
export interface ElectiveGroup {
  readonly code: string;
  readonly title: string;
  readonly requiredMinutes: Minutes;
}

export interface CompetencyLevel {
  readonly level: number;
  readonly name: string;
}

export interface Policies {
  /** Percent of the maximum at or above which an RTI course is passed. */
  readonly passMarkPercent: number;
  /** Minutes on one date above which an entry is flagged, not refused. */
  readonly shiftLimitMinutes: Minutes;
  /** Days after the work date within which hours are expected to be logged. */
  readonly loggingWindowDays: number;
}

/** A published version of a program's standards. It never changes; an apprentice is bound to one. */
export interface Standard {
  readonly id: StandardId;
  readonly version: string;
  readonly occupation: { readonly title: string; readonly rapidsCode: string; readonly onetSoc: string };
  readonly approach: Approach;
  readonly termMonths: number;
  readonly ojtMinutes: Minutes;
  readonly rtiMinutes: Minutes;
  readonly workProcesses: readonly WorkProcess[];
  readonly competencies: readonly Competency[];
  readonly courses: readonly RtiCourse[];
  readonly electiveGroups?: readonly ElectiveGroup[];
  readonly levels: readonly CompetencyLevel[];
  readonly completionCredentials: readonly { readonly code: string; readonly name: string }[];
  readonly jobBookStatus: 'template-unverified' | 'reviewed';
  readonly policies: Policies;
  /** Wages, ratio and what the agency asks for; left out, `termsOf` gives the federal defaults. */
  readonly terms?: ProgramTerms;
}

/**
 * The minutes of a process that are asked for: of a hybrid program the minimum, where there is one (29 CFR 29.5(b)(2)(iii)). Completion
 * of a competency-based one asks for no hours of a process; those required are how its term is laid out.
 */
export const askedMinutes = (
  approach: Approach,
  { requiredMinutes, minimumMinutes }: Pick<WorkProcess, 'requiredMinutes' | 'minimumMinutes'>,
): Minutes => (approach === 'hybrid' ? (minimumMinutes ?? requiredMinutes) : requiredMinutes);

/** The most minutes that count in a process: its maximum, or what it requires when no maximum is set. */
export const countableMinutes = (process: WorkProcess): Minutes => process.maximumMinutes ?? process.requiredMinutes;
