import { describe, expect, test } from 'vitest';
import { approveHours } from './approve-hours.js';
import { correctHours } from './correct-hours.js';
import { returnHours } from './return-hours.js';
import { submitHours } from './submit-hours.js';
import { undoApproval } from './undo-approval.js';
import type { Result } from '../result.js';
import type { HoursEntry } from './hours-entry.js';
import type { Approval } from './approve-hours.js';
import {
  ada,
  apprenticeActor,
  apprenticeship,
  approval,
  approvedHours,
  day,
  grace,
  hoursToLog,
  loggingFacts,
  mentorActor,
  now,
  today,
  ojtHoursCredited,
  recordEntryId,
  statusChanged,
  submittedHours,
} from '../testing/build.js';
import { addDays } from '../units.js';

const accepted = <Value>(answer: Result<Value, { readonly kind: string }>): Value => {
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
};
const approved = (entry: HoursEntry, given: Approval = approval()) => accepted(approveHours(entry, given));

describe('approving hours', () => {
  test('makes them approved, by whom and when, one version on', () => {
    expect(approved(submittedHours()).approved).toEqual(
      approvedHours({ version: 3, approvedBy: grace, approvedAt: now }),
    );
  });
  test('credits the minutes to the record under the standard, the employer and the day worked', () => {
    expect(approved(submittedHours()).credit).toEqual(ojtHoursCredited());
  });
  test('leaves nothing of the submitted entry but what was worked', () => {
    expect(Object.keys(approved(submittedHours()).approved).sort()).toEqual(Object.keys(approvedHours()).sort());
  });
  test('refuses as deciding does', () => {
    expect(approveHours(submittedHours(), approval({ by: apprenticeActor }))).toEqual({
      ok: false,
      refusal: { kind: 'own-hours' },
    });
  });
});

test('hours of a day of a suspension are refused, also when that was recorded after they were submitted; those before it are not', () => {
  const since = (from: string) => [statusChanged({ status: 'suspended', from: 'active', occurredOn: day(from) })];
  const { workedOn } = submittedHours();
  expect(approveHours(submittedHours(), approval({ statusHistory: since(workedOn) }))).toEqual({
    ok: false,
    refusal: { kind: 'not-in-training', status: 'suspended' },
  });
  expect(approveHours(submittedHours(), approval({ statusHistory: since(addDays(workedOn, 1)) })).ok).toBe(true);
});

const undoing = (credit: Parameters<typeof undoApproval>[1]['credit']) => ({
  by: mentorActor,
  apprenticeship: apprenticeship(),
  at: now,
  today,
  credit,
  recordEntry: recordEntryId(2),
});

describe('the source of a credit', () => {
  test('is the same for the same approval, so that the record takes it once', () => {
    const first = approved(submittedHours(), approval({ recordEntry: recordEntryId(1) }));
    const again = approved(submittedHours(), approval({ recordEntry: recordEntryId(2) }));
    expect(again.credit.source).toBe(first.credit.source);
  });
  test('is another one after the approval was taken back', () => {
    const first = approved(submittedHours());
    const undone = accepted(undoApproval(first.approved, undoing(first.credit)));
    const waiting = undone.submitted;
    const second = approved(waiting, approval({ shownVersion: waiting.version, recordEntry: recordEntryId(3) }));
    expect(second.credit.source).not.toBe(first.credit.source);
  });
  test('is another one after the hours were taken back, returned, corrected and handed over again', () => {
    const first = approved(submittedHours());
    const undone = accepted(undoApproval(first.approved, undoing(first.credit)));
    const shownVersion = undone.submitted.version;
    const returned = accepted(
      returnHours(undone.submitted, { ...approval({ shownVersion }), reason: 'Wrong process' }),
    );
    const change = { by: ada, shownVersion: returned.version, corrected: hoursToLog() };
    const corrected = accepted(correctHours(returned, change, loggingFacts()));
    const again = accepted(submitHours(corrected, { by: ada, at: now }));
    const second = approved(again, approval({ shownVersion: again.version, recordEntry: recordEntryId(3) }));
    expect(second.credit.source).not.toBe(first.credit.source);
  });
});
