import type {
  CompetencyCode,
  CourseCode,
  HoursEntryId,
  OrganizationId,
  PersonId,
  RecordEntryId,
  SectionId,
  StandardId,
  WorkProcessCode,
} from '../brand.js';
import type { Evaluation } from '../competency/evaluation.js';
import type { CompletionSource } from '../instruction/confirm-completion.js';
import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { CalendarDate, Minutes } from '../units.js';
import type { EntryOrigin } from './entry-origin.js';

export interface OjtHoursCredited extends EntryOrigin {
  readonly kind: 'ojt-hours-credited';
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly employer: OrganizationId;
  readonly hoursEntry: HoursEntryId;
  readonly note: string;
}
export interface RtiHoursCredited extends EntryOrigin {
  readonly kind: 'rti-hours-credited';
  readonly course: CourseCode;
  readonly minutes: Minutes;
  readonly section: SectionId;
  readonly scorePercent: number | null;
  readonly evidence: CompletionSource;
}
export interface CompetencyAttested extends EntryOrigin {
  readonly kind: 'competency-attested';
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly comment: string;
  /** How it was judged, where the competency asks for more than an observation. */
  readonly evaluation?: Evaluation;
}
export interface AdvancedStandingGranted extends EntryOrigin {
  readonly kind: 'advanced-standing-granted';
  readonly subject:
    | { readonly kind: 'work-process'; readonly workProcess: WorkProcessCode; readonly minutes: Minutes }
    | { readonly kind: 'course'; readonly course: CourseCode; readonly minutes: Minutes }
    | { readonly kind: 'competency'; readonly competency: CompetencyCode; readonly level: number };
  readonly reason: string;
  /** The person who asked for it; never the one who answers for it. */
  readonly requestedBy?: PersonId;
  /** What was shown: a transcript, a certificate, a youth apprenticeship's record. */
  readonly evidence?: readonly string[];
  /** The policy it was granted under (29 CFR 29.5(b)(12): uniformly applied). */
  readonly policy?: string;
  /** The wage step that the apprentice stands on with it; null when it moves none. */
  readonly wageStep?: number | null;
}
export interface StatusChanged extends EntryOrigin {
  readonly kind: 'status-changed';
  readonly status: ApprenticeshipStatus;
  readonly reason: string;
  /** The status before; left out on the first. */
  readonly from?: ApprenticeshipStatus;
  /** Whose decision it was. */
  readonly decidedBy?: 'apprentice' | 'sponsor';
  /** When the apprentice was told what has to be put right (29 CFR 29.7(h)). */
  readonly noticeGivenOn?: CalendarDate;
  /** Of a transfer: when the apprentice agreed to it and was given the transcript (29 CFR 29.5(b)(13)). */
  readonly agreedByApprenticeOn?: CalendarDate;
  readonly transcriptGivenOn?: CalendarDate;
}
export interface EntryReversed extends EntryOrigin {
  readonly kind: 'entry-reversed';
  readonly reverses: RecordEntryId;
  readonly reason: string;
}

/** A mentor showed the work to the apprentice. */
export interface CompetencyDemonstrated extends EntryOrigin {
  readonly kind: 'competency-demonstrated';
  readonly competency: CompetencyCode;
  readonly comment: string;
}
/** A mentor watched the apprentice at work; no sign-off. */
export interface CompetencyObserved extends EntryOrigin {
  readonly kind: 'competency-observed';
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly feedback: string;
}
/** The sponsor lets minutes above a process's maximum count. */
export interface VarianceApproved extends EntryOrigin {
  readonly kind: 'variance-approved';
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly reason: string;
}
/** The apprentice works for another employer of the program from that day. */
export interface EmployerChanged extends EntryOrigin {
  readonly kind: 'employer-changed';
  readonly from: OrganizationId;
  readonly employer: OrganizationId;
}
/** A wage step was paid from that day, at the actual rate. */
export interface WageStepGiven extends EntryOrigin {
  readonly kind: 'wage-step-given';
  readonly step: number;
  readonly centsPerHour: number;
}
/** A completion credential such as OSHA-10 was earned on that day. */
export interface CredentialEarned extends EntryOrigin {
  readonly kind: 'credential-earned';
  readonly credential: string;
  /** Number of the certificate, or where it is kept. */
  readonly reference: string;
}
/** The agreement goes over from one version of the standard to another; `standard` is the version left. */
export interface StandardChanged extends EntryOrigin {
  readonly kind: 'standard-changed';
  readonly to: StandardId;
  readonly mapping: readonly MappedCode[];
  readonly reason: string;
}
/** What an item of the older version is called in the newer one; null when it ends there. */
export interface MappedCode {
  readonly subject: 'work-process' | 'course' | 'competency';
  readonly from: string;
  readonly to: string | null;
  /** A skill that only a former employer has: it ends, and what was signed stays on the record as it was signed. */
  readonly asHistory?: true;
}
/** The employer's word that the apprentice has mastered the occupation. */
export interface MasteryAttested extends EntryOrigin {
  readonly kind: 'mastery-attested';
  readonly employer: OrganizationId;
  readonly statement: string;
}
/** The sponsor gave the materials back; each reason names an item. */
export interface CompletionReturned extends EntryOrigin {
  readonly kind: 'completion-returned';
  readonly reasons: readonly string[];
}
/** The sponsor awarded completion after going through every requirement. */
export interface CompletionAwarded extends EntryOrigin {
  readonly kind: 'completion-awarded';
  readonly requirements: readonly { readonly kind: string; readonly code: string }[];
}

/**
 * One line of the record. Kinds are never removed or renamed: old entries keep them for ever.
 */
export type RecordEntry =
  | OjtHoursCredited
  | RtiHoursCredited
  | CompetencyAttested
  | AdvancedStandingGranted
  | StatusChanged
  | EntryReversed
  | CompetencyDemonstrated
  | CompetencyObserved
  | VarianceApproved
  | EmployerChanged
  | WageStepGiven
  | CredentialEarned
  | StandardChanged
  | MasteryAttested
  | CompletionReturned
  | CompletionAwarded;
