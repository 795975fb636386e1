import type {
  ApprenticeshipId,
  CompetencyCode,
  CourseCode,
  PersonId,
  StandingRequestId,
  WorkProcessCode,
} from '../brand.js';
import type { Instant, Minutes } from '../units.js';

/** What credit is asked for: minutes of a work process or a course, or a competency at a level. */
export type StandingItem =
  | { readonly kind: 'work-process'; readonly workProcess: WorkProcessCode; readonly minutes: Minutes }
  | { readonly kind: 'course'; readonly course: CourseCode; readonly minutes: Minutes }
  | { readonly kind: 'competency'; readonly competency: CompetencyCode; readonly level: number };

/** Something shown for it, e.g. a transcript, and where it is kept. */
export interface StandingEvidence {
  readonly title: string;
  readonly reference: string;
}

interface Asked {
  readonly id: StandingRequestId;
  readonly apprenticeship: ApprenticeshipId;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  readonly items: readonly StandingItem[];
  readonly reason: string;
  readonly evidence: readonly StandingEvidence[];
  /** Minutes worked as a youth apprentice, where that is the ground; null otherwise. */
  readonly youthMinutes: Minutes | null;
}

export interface OpenStandingRequest extends Asked {
  readonly state: 'requested';
}
export interface DecidedStandingRequest extends Asked {
  readonly state: 'granted' | 'refused';
  /** What was granted; empty when refused. */
  readonly granted: readonly StandingItem[];
  readonly decidedBy: PersonId;
  readonly decidedAt: Instant;
  readonly decisionReason: string;
}

/** A request for advanced standing, with the state it is in. */
export type StandingRequest = OpenStandingRequest | DecidedStandingRequest;

/** The code an item is about, with its kind: two items of one request differ in it. */
export function itemKey(item: StandingItem): string {
  switch (item.kind) {
    case 'work-process':
      return `work-process ${item.workProcess}`;
    case 'course':
      return `course ${item.course}`;
    case 'competency':
      return `competency ${item.competency}`;
  }
}
