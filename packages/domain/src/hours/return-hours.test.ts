import { describe, expect, test } from 'vitest';
import { returnHours } from './return-hours.js';
import { apprenticeActor, approval, approvedHours, returnedHours, submittedHours } from '../testing/build.js';

const returning = { ...approval(), reason: 'You left at noon that day' };

describe('returning hours', () => {
  test('gives them back with the reason, one version on', () => {
    expect(returnHours(submittedHours(), returning)).toEqual({ ok: true, value: returnedHours() });
  });
  test('keeps the reason without the blanks around it', () => {
    const answer = returnHours(submittedHours(), { ...returning, reason: '  wrong day\n' });
    expect(answer).toMatchObject({ ok: true, value: { reason: 'wrong day' } });
  });
  test.each(['', '   ', '\n\t'])('refuses %j as a reason', (reason) => {
    expect(returnHours(submittedHours(), { ...returning, reason })).toEqual({
      ok: false,
      refusal: { kind: 'reason-missing' },
    });
  });
  test('refuses as deciding does', () => {
    expect(returnHours(submittedHours(), { ...returning, by: apprenticeActor })).toMatchObject({
      refusal: { kind: 'own-hours' },
    });
    expect(returnHours(submittedHours(), { ...returning, shownVersion: 1 })).toMatchObject({
      refusal: { kind: 'changed-since-shown' },
    });
    expect(returnHours(approvedHours(), returning)).toMatchObject({ refusal: { kind: 'not-submitted' } });
  });
});
