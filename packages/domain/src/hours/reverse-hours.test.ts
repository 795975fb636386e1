import { expect, test } from 'vitest';
import { reverseHours } from './reverse-hours.js';
import { approveHours } from './approve-hours.js';
import { submitHours } from './submit-hours.js';
import {
  ada,
  apprenticeship,
  approval,
  approvedHours,
  apprenticeActor,
  entryReversed,
  mentorActor,
  mentorship,
  now,
  ojtHoursCredited,
  recordEntryId,
  returnedHours,
  today,
} from '../testing/build.js';
import { totals } from '../record/totals.js';
import { accepted, refusalOf } from '../testing/accepted.js';

const reversing = {
  apprenticeship: apprenticeship(),
  mentorships: [mentorship()],
  credit: ojtHoursCredited(),
  shownVersion: 3,
  reason: ' Logged on the wrong day ',
  today,
  at: now,
  recordEntry: recordEntryId(6),
};

test('reversed hours come back to the apprentice with the reason, and count no more', () => {
  const { returned, reversal } = accepted(reverseHours(mentorActor, approvedHours(), reversing));
  expect(returned).toEqual(returnedHours({ version: 4, reason: 'Logged on the wrong day' }));
  expect(reversal).toEqual(entryReversed());
  expect(totals([ojtHoursCredited(), reversal])).toEqual([]);
});

test('reversed hours can be submitted and credited again, from another source', () => {
  const { returned } = accepted(reverseHours(mentorActor, approvedHours(), reversing));
  const submitted = accepted(submitHours(returned, { by: ada, at: now }));
  const again = accepted(approveHours(submitted, approval({ shownVersion: submitted.version })));
  expect(again.credit.source).not.toBe(ojtHoursCredited().source);
});

test('an apprentice reverses nothing', () => {
  expect(refusalOf(reverseHours(apprenticeActor, approvedHours(), reversing))).toBe('own-hours');
});
