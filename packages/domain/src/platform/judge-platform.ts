import type { Instant } from '../units.js';
import type { DeploymentStatus } from './decide-deployment.js';

/** What is known of how an installation works. */
export interface PlatformFacts {
  readonly lastLaunchAt: Instant | null;
  readonly rosterReadAt: Instant | null;
  readonly rosterFailed: { readonly courses: number; readonly said: string | null; readonly since: Instant | null };
  /** Courses whose grades could not be read. */
  readonly resultsFailed: { readonly courses: number; readonly said: string | null; readonly since: Instant | null };
  readonly gradeDeliveredAt: Instant | null;
  /** Of the last two weeks. */
  readonly gradesFailed: { readonly scores: number; readonly said: string | null; readonly since: Instant | null };
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
}

export type PlatformState = 'pending' | 'blocked' | 'unused' | 'well' | 'troubled';

/**
 * Says how an installation does, and what is wrong with it and who can put it right. Whatever does not answer is nobody's to fix
 * before it has lasted; what answers and refuses is a setting of the platform (lti.md 7.4).
 */
export function judgePlatform(
  status: DeploymentStatus,
  facts: PlatformFacts,
  now: Instant,
): { readonly state: PlatformState; readonly troubles: readonly PlatformTrouble[] } {
  if (status !== 'active') return { state: status, troubles: [] };
  const troubles = [...answerTroubles(facts.answers, now), ...checkTroubles(facts.check), ...serviceTroubles(facts)];
  if (troubles.length > 0) return { state: 'troubled', troubles };
  return { state: facts.lastLaunchAt === null ? 'unused' : 'well', troubles };
}

const fixerOf = (problem: 'unreachable' | 'refused') =>
  problem === 'refused' ? ('platform-administrator' as const) : ('nobody-yet' as const);

/** Whatever does not answer for this long is no passing thing any more, but its administrator's. */
const lastingHours = 24;

function answerTroubles(answers: PlatformAnswers | null, now: Instant): PlatformTrouble[] {
  const since = answers?.failingSince ?? null;
  if (since === null) return [];
  const lasts = Date.parse(now) - Date.parse(since) >= lastingHours * 3_600_000;
  return [{ kind: 'answers', since, said: null, fixer: lasts ? 'platform-administrator' : 'nobody-yet' }];
}

function checkTroubles(check: PlatformCheck | null): PlatformTrouble[] {
  if (!check?.doneAt) return [];
  const { doneAt: since, keysProblem, tokenProblem } = check;
  return [
    ...(keysProblem ? [{ kind: 'keys' as const, since, said: null, fixer: fixerOf(keysProblem) }] : []),
    ...(tokenProblem ? [{ kind: 'token' as const, since, said: null, fixer: fixerOf(tokenProblem) }] : []),
  ];
}

function serviceTroubles({ rosterFailed, resultsFailed, gradesFailed }: PlatformFacts): PlatformTrouble[] {
  const roster = { kind: 'roster', since: rosterFailed.since, said: rosterFailed.said } as const;
  const results = { kind: 'results', since: resultsFailed.since, said: resultsFailed.said } as const;
  const grades = { kind: 'grades', since: gradesFailed.since, said: gradesFailed.said } as const;
  return [
    ...(rosterFailed.courses > 0 ? [{ ...roster, fixer: 'platform-administrator' as const }] : []),
    ...(resultsFailed.courses > 0 ? [{ ...results, fixer: 'platform-administrator' as const }] : []),
    ...(gradesFailed.scores > 0 ? [{ ...grades, fixer: 'instructor' as const }] : []),
  ];
}
