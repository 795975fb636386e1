import { describe, expect, test } from 'vitest';
import { at, now } from '../testing/build.js';
import { judgePlatform, type PlatformFacts } from './judge-platform.js';

const quiet: PlatformFacts = {
  lastLaunchAt: now,
  rosterReadAt: null,
  rosterFailed: { courses: 0, said: null, since: null },
  resultsFailed: { courses: 0, said: null, since: null },
  gradeDeliveredAt: null,
  gradesFailed: { scores: 0, said: null, since: null },
  answers: null,
  check: null,
};
const check = { askedAt: now, doneAt: now, keysProblem: null, tokenProblem: null };
const hoursAgo = (hours: number) => at(new Date(Date.parse(now) - hours * 3_600_000).toISOString());
const judge = (facts: Partial<PlatformFacts>) => judgePlatform('active', { ...quiet, ...facts }, now);

describe('an installation', () => {
  test('is well when nothing failed, and unused before its first launch', () => {
    expect(judge({ check }).state).toBe('well');
    expect(judge({ lastLaunchAt: null }).state).toBe('unused');
  });
  test.each(['pending', 'blocked'] as const)('that is %s is nothing else', (status) => {
    const failed = { ...quiet, rosterFailed: { courses: 2, said: 'no', since: now } };
    expect(judgePlatform(status, failed, now)).toEqual({ state: status, troubles: [] });
  });
  test('says what failed, since when and who can put it right', () => {
    const { state, troubles } = judge({
      rosterFailed: { courses: 1, said: 'not allowed', since: hoursAgo(3) },
      resultsFailed: { courses: 2, said: 'not granted', since: hoursAgo(2) },
      gradesFailed: { scores: 3, said: 'locked', since: now },
      check: { ...check, tokenProblem: 'refused' },
    });
    expect(state).toBe('troubled');
    expect(troubles).toEqual([
      { kind: 'token', since: now, said: null, fixer: 'platform-administrator' },
      { kind: 'roster', since: hoursAgo(3), said: 'not allowed', fixer: 'platform-administrator' },
      { kind: 'results', since: hoursAgo(2), said: 'not granted', fixer: 'platform-administrator' },
      { kind: 'grades', since: now, said: 'locked', fixer: 'instructor' },
    ]);
  });
  test('that does not answer is nobody’s to fix yet', () => {
    expect(judge({ check: { ...check, keysProblem: 'unreachable' } }).troubles).toMatchObject([
      { kind: 'keys', fixer: 'nobody-yet' },
    ]);
  });
  test('whose platform does not answer what is asked by itself is its administrator’s after a day', () => {
    const answers = (hours: number) => ({
      failingSince: hoursAgo(hours),
      leftAloneUntil: null,
      lastOkAt: hoursAgo(hours),
    });
    expect(judge({ answers: answers(23.9) })).toEqual({
      state: 'troubled',
      troubles: [{ kind: 'answers', since: hoursAgo(23.9), said: null, fixer: 'nobody-yet' }],
    });
    expect(judge({ answers: answers(24) }).troubles).toMatchObject([{ fixer: 'platform-administrator' }]);
    expect(judge({ answers: { failingSince: null, leftAloneUntil: null, lastOkAt: now } }).state).toBe('well');
  });
  test('is not judged by a check that is under way', () => {
    expect(judge({ check: { ...check, doneAt: null, keysProblem: 'refused' } }).state).toBe('well');
  });
});
