import type { Instant } from '../units.js';
import type { DeploymentStatus } from './decide-deployment.js';

/** What is known of how an installation works. */
export interface PlatformFacts {
  readonly lastLaunchAt: Instant | null;
  readonly rosterReadAt: Instant | null;
  readonly rosterFailed: { readonly courses: number; readonly said: string | null };
  readonly gradeDeliveredAt: Instant | null;
  /** Of the last two weeks. */
  readonly gradesFailed: { readonly scores: number; readonly said: string | null; readonly since: Instant | null };
  readonly check: PlatformCheck | null;
}

export interface PlatformCheck {
  readonly askedAt: Instant;
  /** Null while it is under way. */
  readonly doneAt: Instant | null;
  readonly keysProblem: 'unreachable' | 'refused' | null;
  readonly tokenProblem: 'unreachable' | 'refused' | null;
}

export interface PlatformTrouble {
  readonly kind: 'keys' | 'token' | 'roster' | 'grades';
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
): { readonly state: PlatformState; readonly troubles: readonly PlatformTrouble[] } {
  if (status !== 'active') return { state: status, troubles: [] };
  const troubles = [...checkTroubles(facts.check), ...serviceTroubles(facts)];
  if (troubles.length > 0) return { state: 'troubled', troubles };
  return { state: facts.lastLaunchAt === null ? 'unused' : 'well', troubles };
}

const fixerOf = (problem: 'unreachable' | 'refused') =>
  problem === 'refused' ? ('platform-administrator' as const) : ('nobody-yet' as const);

function checkTroubles(check: PlatformCheck | null): PlatformTrouble[] {
  if (!check?.doneAt) return [];
  const { doneAt: since, keysProblem, tokenProblem } = check;
  return [
    ...(keysProblem ? [{ kind: 'keys' as const, since, said: null, fixer: fixerOf(keysProblem) }] : []),
    ...(tokenProblem ? [{ kind: 'token' as const, since, said: null, fixer: fixerOf(tokenProblem) }] : []),
  ];
}

function serviceTroubles({ rosterFailed, rosterReadAt, gradesFailed }: PlatformFacts): PlatformTrouble[] {
  const roster = { kind: 'roster', since: rosterReadAt, said: rosterFailed.said } as const;
  const grades = { kind: 'grades', since: gradesFailed.since, said: gradesFailed.said } as const;
  return [
    ...(rosterFailed.courses > 0 ? [{ ...roster, fixer: 'platform-administrator' as const }] : []),
    ...(gradesFailed.scores > 0 ? [{ ...grades, fixer: 'instructor' as const }] : []),
  ];
}
