import { describe, expect, test } from 'vitest';
import { undoApproval, undoWindowMinutes } from './undo-approval.js';
import {
  actor,
  apprenticeship,
  approvedHours,
  at,
  day,
  draftHours,
  entryReversed,
  grace,
  mentorActor,
  mill,
  ojtHoursCredited,
  recordEntryId,
  returnedHours,
  stranger,
  submittedHours,
} from '../testing/build.js';

const approvedAt = at('2026-03-04T15:00:00Z');
const undo = {
  by: mentorActor,
  apprenticeship: apprenticeship(),
  at: approvedAt,
  today: day('2026-03-04'),
  credit: ojtHoursCredited(),
  recordEntry: recordEntryId(6),
};

describe('taking an approval back', () => {
  test('lets the hours wait again, one version on', () => {
    expect(undoApproval(approvedHours(), undo)).toMatchObject({
      ok: true,
      value: { submitted: submittedHours({ version: 4 }) },
    });
  });
  test('puts a reversal beside the credit', () => {
    const answer = undoApproval(approvedHours(), undo);
    const reversal = entryReversed({ occurredOn: day('2026-03-04'), reason: 'Approval taken back by the approver' });
    expect(answer).toMatchObject({ ok: true, value: { reversal } });
  });
  test('leaves no approver on the hours', () => {
    const answer = undoApproval(approvedHours(), undo);
    expect(answer.ok && Object.keys(answer.value.submitted).sort()).toEqual(Object.keys(submittedHours()).sort());
  });
  test.each([0, undoWindowMinutes])('is in time after %i minutes', (minutesLater) => {
    const later = at(new Date(Date.parse(approvedAt) + minutesLater * 60_000).toISOString());
    expect(undoApproval(approvedHours({ approvedAt }), { ...undo, at: later }).ok).toBe(true);
  });
  test('is too late a moment after the window', () => {
    const later = at(new Date(Date.parse(approvedAt) + undoWindowMinutes * 60_000 + 1).toISOString());
    expect(undoApproval(approvedHours({ approvedAt }), { ...undo, at: later })).toEqual({
      ok: false,
      refusal: { kind: 'too-late-to-undo', windowMinutes: undoWindowMinutes },
    });
  });
  test('refuses everybody but the person who approved', () => {
    expect(undoApproval(approvedHours(), { ...undo, by: actor(stranger, ...mentorActor.roles) })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-approval' },
    });
  });
  test('refuses who is a mentor there no longer', () => {
    const by = actor(grace, { role: 'mentor', organization: mill });
    expect(undoApproval(approvedHours(), { ...undo, by })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-mentor' },
    });
  });
  test.each([draftHours(), submittedHours(), returnedHours()])('refuses hours that are $status', (entry) => {
    expect(undoApproval(entry, undo)).toEqual({ ok: false, refusal: { kind: 'not-approved', status: entry.status } });
  });
});
