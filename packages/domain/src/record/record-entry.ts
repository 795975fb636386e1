import type {
  CompetencyCode,
  CourseCode,
  HoursEntryId,
  OrganizationId,
  PersonId,
  RecordEntryId,
  SectionId,
  WorkProcessCode,
} from '../brand.js';
import type { Evaluation } from '../competency/evaluation.js';
import type { CompletionSource } from '../instruction/confirm-completion.js';
import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { Minutes } from '../units.js';
import type { EntryOrigin } from './entry-origin.js';
import type { LaterEntry } from './later-entry.js';

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
}
export interface EntryReversed extends EntryOrigin {
  readonly kind: 'entry-reversed';
  readonly reverses: RecordEntryId;
  readonly reason: string;
}

/** Every kind there is: what the store takes today and the kinds of `later-entry.ts`. */
export type AnyEntry = RecordEntry | LaterEntry;

/**
 * One line of the record as the store takes it. Kinds are never removed or renamed: old entries keep them for ever. The one place
 * where the kinds of `LaterEntry` join, once the table and the contract know them.
 */
export type RecordEntry =
  | OjtHoursCredited
  | RtiHoursCredited
  | CompetencyAttested
  | AdvancedStandingGranted
  | StatusChanged
  | EntryReversed;
