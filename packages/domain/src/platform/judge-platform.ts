import type { Instant } from '../units.js';
import type { DeploymentStatus } from './decide-deployment.js';

/** What does not work in some courses of an installation. */
export interface CoursesFailed {
  /** How many; none while it works. */
  readonly courses: number;
  /** Some of them by their titles, three at most. */
  readonly titles: readonly string[];
  /** What the part said last, for people. */
  readonly said: string | null;
  readonly since: Instant | null;
}

/** What is known of how an installation works. */
export interface PlatformFacts {
  readonly lastLaunchAt: Instant | null;
  readonly rosterReadAt: Instant | null;
  readonly rosterFailed: CoursesFailed;
  /** Grades that could not be read, where there is a column to read them from. */
  readonly resultsFailed: CoursesFailed;
  /** Courses whose column was deleted in the gradebook. */
  readonly columnsLost: CoursesFailed;
  readonly gradeDeliveredAt: Instant | null;
  /** Newest grades of learners of the last two weeks that were not delivered, by whose matter that is. */
  readonly gradesFailed: {
    /** The platform lets nobody deliver them. */
    readonly forbidden: CoursesFailed;
    /** It did not answer; they are sent again. */
    readonly unanswered: CoursesFailed;
    /** A locked grade, a learner who left, a grade typed over ours: a matter of the course. */
    readonly refused: CoursesFailed;
  };
  /** How it answers what the tool asks by itself; null while it was never asked. */
  readonly answers: PlatformAnswers | null;
  readonly check: PlatformCheck | null;
}

export interface PlatformAnswers {
  /** Since when it does not answer; null while it does. */
  readonly failingSince: Instant | null;
  /** Until when it is asked nothing, since it failed several times running; null while it is asked. */
  readonly leftAloneUntil: Instant | null;
  readonly lastOkAt: Instant | null;
}

export interface PlatformCheck {
  readonly askedAt: Instant;
  /** Null while it is under way. */
  readonly doneAt: Instant | null;
  readonly keysProblem: 'unreachable' | 'refused' | null;
  readonly tokenProblem: 'unreachable' | 'refused' | null;
}

export interface PlatformTrouble {
  readonly kind: 'answers' | 'keys' | 'token' | 'roster' | 'results' | 'grades';
  /** Since when it does not work; null when that is not known. */
  readonly since: Instant | null;
  /** What the part said, for people; null where the kind says it all. */
  readonly said: string | null;
  /** Who can put it right. */
  readonly fixer: 'platform-administrator' | 'instructor' | 'nobody-yet';
  /** The courses that it is a matter of by their titles, three at most, and how many there are besides; none when it is a matter of all. */
  readonly courses: readonly string[];
  readonly moreCourses: number;
}

export type PlatformState = 'pending' | 'blocked' | 'unused' | 'well' | 'troubled';

/**
 * Says how an installation does, and what is wrong with it and who can put it right. Whatever does not answer is nobody's to fix
 * before it has lasted; what answers and refuses is a setting of the platform; a locked or overwritten grade and a deleted column are for
 * the teacher (lti.md 7.4). What an instructor puts right in a course is said, and the platform works all the same.
 */
export function judgePlatform(
  status: DeploymentStatus,
  facts: PlatformFacts,
  now: Instant,
): { readonly state: PlatformState; readonly troubles: readonly PlatformTrouble[] } {
  if (status !== 'active') return { state: status, troubles: [] };
  const troubles = [...answerTroubles(facts.answers, now), ...checkTroubles(facts.check), ...serviceTroubles(facts)];
  if (troubles.some(({ fixer }) => fixer !== 'instructor')) return { state: 'troubled', troubles };
  return { state: facts.lastLaunchAt === null ? 'unused' : 'well', troubles };
}

const ofAll = { said: null, courses: [], moreCourses: 0 } as const;

const fixerOf = (problem: 'unreachable' | 'refused') =>
  problem === 'refused' ? ('platform-administrator' as const) : ('nobody-yet' as const);

/** Whatever does not answer for this long is no passing thing any more, but its administrator's. */
const lastingHours = 24;

function answerTroubles(answers: PlatformAnswers | null, now: Instant): PlatformTrouble[] {
  const since = answers?.failingSince ?? null;
  if (since === null) return [];
  const lasts = Date.parse(now) - Date.parse(since) >= lastingHours * 3_600_000;
  return [{ ...ofAll, kind: 'answers', since, fixer: lasts ? 'platform-administrator' : 'nobody-yet' }];
}

function checkTroubles(check: PlatformCheck | null): PlatformTrouble[] {
  if (!check?.doneAt) return [];
  const { doneAt: since, keysProblem, tokenProblem } = check;
  return [
    ...(keysProblem ? [{ ...ofAll, kind: 'keys' as const, since, fixer: fixerOf(keysProblem) }] : []),
    ...(tokenProblem ? [{ ...ofAll, kind: 'token' as const, since, fixer: fixerOf(tokenProblem) }] : []),
  ];
}

function serviceTroubles({ rosterFailed, resultsFailed, columnsLost, gradesFailed }: PlatformFacts): PlatformTrouble[] {
  return [
    ...ofCourses('roster', 'platform-administrator', rosterFailed),
    ...ofCourses('results', 'platform-administrator', resultsFailed),
    ...ofCourses('grades', 'platform-administrator', gradesFailed.forbidden),
    ...ofCourses('grades', 'nobody-yet', gradesFailed.unanswered),
    ...ofCourses('results', 'instructor', columnsLost),
    ...ofCourses('grades', 'instructor', gradesFailed.refused),
  ];
}

function ofCourses(
  kind: PlatformTrouble['kind'],
  fixer: PlatformTrouble['fixer'],
  { courses, titles, said, since }: CoursesFailed,
): PlatformTrouble[] {
  return courses > 0 ? [{ kind, since, said, fixer, courses: titles, moreCourses: courses - titles.length }] : [];
}
