/** Which product the simulated platform behaves like. */
export type LmsProfile = 'moodle' | 'canvas';

export type LmsRole = 'instructor' | 'ta' | 'designer' | 'administrator' | 'learner' | 'observer' | 'test-student';

export type EnrolmentState = 'active' | 'suspended';

/** What the college lets the tool know about a person; `public` when left out. */
export type Privacy = 'public' | 'name-only' | 'email-only' | 'anonymous';

export interface LmsPerson {
  /** The key used by tests and pages; never sent to the tool. */
  readonly id: string;
  /** The `sub` of launches and `user_id` of services: digits in Moodle, a UUID in Canvas. */
  readonly sub: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly username: string;
  /** Empty when the account has none. */
  readonly email: string;
  /** The college's own number; empty when the account has none. */
  readonly sisId: string;
  readonly privacy?: Privacy;
  /** Canvas only: the number in its own URLs and variables. */
  readonly canvasId?: string;
  /** Canvas only: the 40-hex id of LTI 1.1; derived from `id` when left out. */
  readonly legacyId?: string;
}

export interface LmsEnrolment {
  readonly personId: string;
  readonly role: LmsRole;
  readonly state: EnrolmentState;
  /** Observers only: the learners they watch. */
  readonly observes?: readonly string[];
}

/** The gradebook column that belongs to an activity. */
export interface LmsLinkColumn {
  readonly id: string;
  readonly scoreMaximum: number;
  readonly resourceId?: string;
  readonly tag?: string;
}

export interface LmsResourceLink {
  /** `resource_link.id`: digits in Moodle, a UUID in Canvas. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem?: LmsLinkColumn;
  /** Where Moodle opens the activity; `iframe` when left out. */
  readonly container?: 'iframe' | 'window';
  /** Moodle only: the course module number inside the message hint. */
  readonly cmid?: number;
  /** Canvas only: the 40-hex id of LTI 1.1; derived when left out. */
  readonly legacyId?: string;
}

export interface LmsTerm {
  readonly name: string;
  /** ISO 8601 with offset. */
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface LmsCourse {
  /** The number in the platform's URLs; in Moodle also `context.id`. */
  readonly id: string;
  /** Canvas only: the 40-hex `context.id`; derived when left out. */
  readonly contextId?: string;
  readonly label: string;
  readonly title: string;
  readonly sisId: string;
  readonly term?: LmsTerm;
  /** Canvas only: the course's own dates, when it has any; ISO 8601 with offset. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** The numbers of the courses it was copied from, the nearest first. */
  readonly copiedFrom?: readonly string[];
  readonly sectionIds?: readonly string[];
  /** Canvas lists nobody in a concluded course, and refuses the services of grades. */
  readonly concluded?: boolean;
  readonly enrolments: readonly LmsEnrolment[];
  readonly resourceLinks: readonly LmsResourceLink[];
}

export interface LmsCollege {
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  readonly guid: string;
}

/** Everything one simulated college knows when it starts. */
export interface LmsWorld {
  readonly college: LmsCollege;
  /** How the tool is called in menus and frames. */
  readonly toolName: string;
  /** Custom parameters of the registration; values may be `$Variables`. */
  readonly toolCustom: Readonly<Record<string, string>>;
  /**
   * Moodle's setting for names and e-mail. With `delegate` the teacher decides in each activity, and the
   * roster shows them only when it is asked for one activity; `always` when left out.
   */
  readonly nameSharing?: 'always' | 'delegate';
  readonly people: readonly LmsPerson[];
  readonly courses: readonly LmsCourse[];
}
