import { describe, expect, test } from 'vitest';
import { at, now } from '../testing/build.js';
import { type CoursesFailed, judgePlatform, type PlatformFacts } from './judge-platform.js';

const works: CoursesFailed = { courses: 0, titles: [], said: null, since: null };
const quiet: PlatformFacts = {
  lastLaunchAt: now,
  rosterReadAt: null,
  rosterFailed: works,
  resultsFailed: works,
  columnsLost: works,
  gradeDeliveredAt: null,
  gradesFailed: { forbidden: works, unanswered: works, refused: works },
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
    const failed = { ...quiet, rosterFailed: { courses: 2, titles: ['Safety', 'Welding'], said: 'no', since: now } };
    expect(judgePlatform(status, failed, now)).toEqual({ state: status, troubles: [] });
  });
  test('says what failed, in which courses, since when and who can put it right', () => {
    const titles = ['Blueprint Reading', 'Safety', 'Welding'];
    const { state, troubles } = judge({
      rosterFailed: { courses: 1, titles: ['Safety'], said: 'not allowed', since: hoursAgo(3) },
      resultsFailed: { courses: 5, titles, said: 'not granted', since: hoursAgo(2) },
      gradesFailed: {
        forbidden: { courses: 1, titles: ['Safety'], said: 'no service', since: hoursAgo(1) },
        unanswered: { courses: 1, titles: ['Welding'], said: 'busy', since: now },
        refused: works,
      },
      check: { ...check, tokenProblem: 'refused' },
    });
    const [all, administrator] = [{ courses: [], moreCourses: 0 }, { fixer: 'platform-administrator' }];
    expect(state).toBe('troubled');
    expect(troubles).toEqual([
      { kind: 'token', since: now, said: null, ...administrator, ...all },
      {
        kind: 'roster',
        since: hoursAgo(3),
        said: 'not allowed',
        ...administrator,
        courses: ['Safety'],
        moreCourses: 0,
      },
      { kind: 'results', since: hoursAgo(2), said: 'not granted', ...administrator, courses: titles, moreCourses: 2 },
      { kind: 'grades', since: hoursAgo(1), said: 'no service', ...administrator, courses: ['Safety'], moreCourses: 0 },
      { kind: 'grades', since: now, said: 'busy', fixer: 'nobody-yet', courses: ['Welding'], moreCourses: 0 },
    ]);
  });
  test.each([
    [
      'grades',
      { gradesFailed: { forbidden: works, unanswered: works, refused: { ...works, courses: 1, titles: ['Safety'] } } },
    ],
    ['results', { columnsLost: { ...works, courses: 1, titles: ['Safety'] } }],
  ] as const)('works all the same when an instructor has to see to %s in a course, and says so', (kind, part) => {
    expect(judge(part)).toEqual({
      state: 'well',
      troubles: [{ kind, since: null, said: null, fixer: 'instructor', courses: ['Safety'], moreCourses: 0 }],
    });
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
      troubles: [
        { kind: 'answers', since: hoursAgo(23.9), said: null, fixer: 'nobody-yet', courses: [], moreCourses: 0 },
      ],
    });
    expect(judge({ answers: answers(24) }).troubles).toMatchObject([{ fixer: 'platform-administrator' }]);
    expect(judge({ answers: { failingSince: null, leftAloneUntil: null, lastOkAt: now } }).state).toBe('well');
  });
  test('is not judged by a check that is under way', () => {
    expect(judge({ check: { ...check, doneAt: null, keysProblem: 'refused' } }).state).toBe('well');
  });
});
