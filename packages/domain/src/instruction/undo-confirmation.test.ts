import { describe, expect, test } from 'vitest';
import { at, irene, recordEntryId, rtiHoursCredited, stranger, today } from '../testing/build.js';
import { confirmationUndoSeconds, undoConfirmation } from './undo-confirmation.js';

const credit = rtiHoursCredited();
const after = (milliseconds: number) => at(new Date(Date.parse(credit.recordedAt) + milliseconds).toISOString());
const undo = { by: irene, at: after(0), today, recordEntry: recordEntryId(8) };

describe('taking a confirmation back', () => {
  test.each([0, confirmationUndoSeconds])('after %d seconds puts a reversal beside the credit', (seconds) => {
    expect(undoConfirmation(credit, { ...undo, at: after(seconds * 1_000) })).toMatchObject({
      ok: true,
      value: { reversal: { kind: 'entry-reversed', reverses: credit.id, answeredBy: irene } },
    });
  });
  test('is too late a moment after the minute', () => {
    expect(undoConfirmation(credit, { ...undo, at: after(60_001) })).toEqual({
      ok: false,
      refusal: { kind: 'too-late-to-take-back', windowSeconds: 60 },
    });
  });
  test('is for nobody but who confirmed', () => {
    expect(undoConfirmation(credit, { ...undo, by: stranger })).toEqual({
      ok: false,
      refusal: { kind: 'not-their-confirmation' },
    });
  });
});
