import { describe, expect, test } from 'vitest';
import { now } from '../testing/build.js';
import { judgePlatform, type PlatformFacts } from './judge-platform.js';

const quiet: PlatformFacts = {
  lastLaunchAt: now,
  rosterReadAt: null,
  rosterFailed: { courses: 0, said: null },
  gradeDeliveredAt: null,
  gradesFailed: { scores: 0, said: null, since: null },
  check: null,
};
const check = { askedAt: now, doneAt: now, keysProblem: null, tokenProblem: null };
const judge = (facts: Partial<PlatformFacts>) => judgePlatform('active', { ...quiet, ...facts });

describe('an installation', () => {
  test('is well when nothing failed, and unused before its first launch', () => {
    expect(judge({ check }).state).toBe('well');
    expect(judge({ lastLaunchAt: null }).state).toBe('unused');
  });
  test.each(['pending', 'blocked'] as const)('that is %s is nothing else', (status) => {
    const failed = { ...quiet, rosterFailed: { courses: 2, said: 'no' } };
    expect(judgePlatform(status, failed)).toEqual({ state: status, troubles: [] });
  });
  test('says what failed, since when and who can put it right', () => {
    const { state, troubles } = judge({
      rosterFailed: { courses: 1, said: 'not allowed' },
      gradesFailed: { scores: 3, said: 'locked', since: now },
      check: { ...check, tokenProblem: 'refused' },
    });
    expect(state).toBe('troubled');
    expect(troubles).toEqual([
      { kind: 'token', since: now, said: null, fixer: 'platform-administrator' },
      { kind: 'roster', since: null, said: 'not allowed', fixer: 'platform-administrator' },
      { kind: 'grades', since: now, said: 'locked', fixer: 'instructor' },
    ]);
  });
  test('that does not answer is nobody’s to fix yet', () => {
    expect(judge({ check: { ...check, keysProblem: 'unreachable' } }).troubles).toMatchObject([
      { kind: 'keys', fixer: 'nobody-yet' },
    ]);
  });
  test('is not judged by a check that is under way', () => {
    expect(judge({ check: { ...check, doneAt: null, keysProblem: 'refused' } }).state).toBe('well');
  });
});
