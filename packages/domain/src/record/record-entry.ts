import type {
  ApprenticeshipId,
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
import type { CompletionSource } from '../instruction/confirm-completion.js';
import type { ApprenticeshipStatus } from '../apprenticeship/apprenticeship.js';
import type { CalendarDate, Instant, Minutes } from '../units.js';

interface Entry {
  readonly id: RecordEntryId;
  readonly apprenticeship: ApprenticeshipId;
  /** Unique with the kind: the same fact seen twice is one entry. */
  readonly source: string;
  /** The version of the standard it was decided under. */
  readonly standard: StandardId;
  readonly occurredOn: CalendarDate;
  readonly recordedAt: Instant;
  /** The person who stands behind it. */
  readonly answeredBy: PersonId;
}

export interface OjtHoursCredited extends Entry {
  readonly kind: 'ojt-hours-credited';
  readonly workProcess: WorkProcessCode;
  readonly minutes: Minutes;
  readonly employer: OrganizationId;
  readonly hoursEntry: HoursEntryId;
  readonly note: string;
}
export interface RtiHoursCredited extends Entry {
  readonly kind: 'rti-hours-credited';
  readonly course: CourseCode;
  readonly minutes: Minutes;
  readonly section: SectionId;
  readonly scorePercent: number | null;
  readonly evidence: CompletionSource;
}
export interface CompetencyAttested extends Entry {
  readonly kind: 'competency-attested';
  readonly competency: CompetencyCode;
  readonly level: number;
  readonly comment: string;
}
export interface AdvancedStandingGranted extends Entry {
  readonly kind: 'advanced-standing-granted';
  readonly subject:
    | { readonly kind: 'work-process'; readonly workProcess: WorkProcessCode; readonly minutes: Minutes }
    | { readonly kind: 'course'; readonly course: CourseCode; readonly minutes: Minutes };
  readonly reason: string;
}
export interface StatusChanged extends Entry {
  readonly kind: 'status-changed';
  readonly status: ApprenticeshipStatus;
  readonly reason: string;
}
export interface EntryReversed extends Entry {
  readonly kind: 'entry-reversed';
  readonly reverses: RecordEntryId;
  readonly reason: string;
}

/** One line of the record. Kinds are never removed or renamed: old entries keep them for ever. */
export type RecordEntry =
  | OjtHoursCredited
  | RtiHoursCredited
  | CompetencyAttested
  | AdvancedStandingGranted
  | StatusChanged
  | EntryReversed;
