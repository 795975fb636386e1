import type { CompetencyCode, CourseCode, StandardId, WorkProcessCode } from '../brand.js';
import type { Minutes } from '../units.js';

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
}

export interface Competency {
  readonly code: CompetencyCode;
  readonly workProcess: WorkProcessCode;
  readonly title: string;
  /** The level at which a mentor may sign it off. */
  readonly requiredLevel: number;
  readonly evaluationMethod: string;
}

export interface RtiCourse {
  readonly code: CourseCode;
  readonly title: string;
  readonly requiredMinutes: Minutes;
  readonly local: boolean;
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
  readonly levels: readonly CompetencyLevel[];
  readonly completionCredentials: readonly { readonly code: string; readonly name: string }[];
  readonly jobBookStatus: 'template-unverified' | 'reviewed';
  readonly policies: Policies;
}

/** The most minutes that count in a process: its maximum, or what it requires when no maximum is set. */
export const countableMinutes = (process: WorkProcess): Minutes => process.maximumMinutes ?? process.requiredMinutes;
