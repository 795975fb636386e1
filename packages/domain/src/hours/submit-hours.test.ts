import { describe, expect, test } from 'vitest';
import { submitHours } from './submit-hours.js';
import { ada, approvedHours, at, draftHours, grace, returnedHours, submittedHours } from '../testing/build.js';

const when = at('2026-03-02T21:00:05Z');

describe('submitting hours', () => {
  test('hands a draft to the mentor, one version on', () => {
    expect(submitHours(draftHours(), { by: ada, at: when })).toEqual({ ok: true, value: submittedHours() });
  });
  test('hands returned hours over again, without the old reason', () => {
    const answer = submitHours(returnedHours({ version: 3 }), { by: ada, at: when });
    expect(answer).toEqual({ ok: true, value: submittedHours({ version: 4, submittedAt: when }) });
  });
  test('refuses everybody but the apprentice who worked them', () => {
    expect(submitHours(draftHours(), { by: grace, at: when })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-hours' },
    });
  });
  test.each([submittedHours(), approvedHours()])('refuses hours that are already $status', (entry) => {
    expect(submitHours(entry, { by: ada, at: when })).toEqual({
      ok: false,
      refusal: { kind: 'not-open', status: entry.status },
    });
  });
});
