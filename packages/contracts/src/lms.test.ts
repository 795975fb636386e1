import { describe, expect, test } from 'vitest';
import { apprenticeshipId, lmsIdentityId } from '@journeybook/domain/testing';
import { reportLaunchBody, reportResultsBody, reportRosterBody, scoreOutcomeBody } from './lms.js';
import { confirmCompletionsBody, mapCourseBody } from './instruction.js';

const contextId = '70000000-0000-7000-8000-000000000001';
const readAt = '2026-03-02T15:00:00Z';
const nobody = { subject: 'u-1', name: null, email: null, sisId: null };
const launch = {
  collegeId: contextId,
  registrationId: contextId,
  platformName: 'Moodle',
  context: { id: contextId, label: null, title: null, sisId: null },
  person: nobody,
  role: 'learner',
  services: { roster: false, grades: true },
};

describe('what the LTI tool reports', () => {
  test('may be a launch of somebody of whom the platform told nothing but the subject', () => {
    const context = { ...launch.context, lmsId: null, history: [] };
    expect(reportLaunchBody.parse(launch)).toEqual({ ...launch, context });
  });
  test('may be a roster, an empty one too', () => {
    const roster = { contextId, registrationId: contextId, readAt, members: [{ ...nobody, role: 'instructor' }] };
    expect(reportRosterBody.parse(roster)).toEqual(roster);
    expect(reportRosterBody.safeParse({ ...roster, members: [] }).success).toBe(true);
  });
  test('tells a grade that the platform does not know from a zero', () => {
    const result = (scorePercent: number | null) => ({ subject: 'u-1', scorePercent, comment: null, gradedAt: null });
    const results = { contextId, readAt, results: [result(null), result(0), result(100)] };
    expect(reportResultsBody.parse(results).results.map((one) => one.scorePercent)).toEqual([null, 0, 100]);
  });
  test.each([
    ['a launch without a subject', reportLaunchBody, { ...launch, person: { name: 'Ada' } }],
    ['a launch in a role we do not know', reportLaunchBody, { ...launch, role: 'administrator' }],
    [
      'a launch with a subject above 255 characters',
      reportLaunchBody,
      { ...launch, person: { ...nobody, subject: 'x'.repeat(256) } },
    ],
    [
      'a grade above full marks',
      reportResultsBody,
      { contextId, readAt, results: [{ subject: 'u', scorePercent: 101, comment: null, gradedAt: null }] },
    ],
    ['a roster without a time', reportRosterBody, { contextId, members: [] }],
    ['an outcome we do not know', scoreOutcomeBody, { outcome: 'lost', at: readAt, kind: 'x', message: '' }],
  ])('is never %s', (_, schema, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});

describe('what an instructor sends', () => {
  const confirm = (...learners: object[]) => confirmCompletionsBody.safeParse({ course, learners }).success;
  const course = { rapidsCode: '2031', code: 'RTI03', creditMode: 'all' };
  const shown = { identity: lmsIdentityId(1), apprenticeship: apprenticeshipId(1), shownPercent: 85 };

  test('confirms with a grade, or without one', () => {
    expect(confirm({ ...shown, scorePercent: 88 }, { ...shown, identity: lmsIdentityId(2), scorePercent: null })).toBe(
      true,
    );
  });
  test('says of each learner whether there is a grade', () => {
    expect(confirm(shown)).toBe(false);
  });
  test('says which course, which apprentice and which grade were shown', () => {
    const learner = { ...shown, scorePercent: 88 };
    expect(confirm({ ...learner, apprenticeship: null })).toBe(true);
    expect(confirm({ ...learner, apprenticeship: undefined })).toBe(false);
    expect(confirm({ ...learner, shownPercent: null })).toBe(true);
    expect(confirm({ ...learner, shownPercent: undefined })).toBe(false);
    expect(confirmCompletionsBody.safeParse({ learners: [learner] }).success).toBe(false);
  });
  test('confirms at least one learner', () => {
    expect(confirm()).toBe(false);
  });
  test.each([-1, 101, '88'])('never confirms with %j percent', (scorePercent) => {
    expect(confirm({ ...shown, scorePercent })).toBe(false);
  });
  test.each([
    [{ rapidsCode: '2031', course: 'RTI03', passMarkPercent: 70 }, true],
    [{ rapidsCode: '2031', course: '', passMarkPercent: 70 }, false],
    [{ rapidsCode: '2031', course: 'RTI03', passMarkPercent: 170 }, false],
    [{ course: 'RTI03', passMarkPercent: 70 }, false],
  ])('maps a course: %j is taken: %s', (body, taken) => {
    expect(mapCourseBody.safeParse(body).success).toBe(taken);
  });
});
