import { describe, expect, test } from 'vitest';
import { mayCorrectRecord } from './correct-record.js';
import {
  actor,
  apprenticeActor,
  apprenticeWithOffice,
  apprenticeship,
  approvedHours,
  employerActor,
  day,
  grace,
  mentorActor,
  mill,
  mentorship,
  ojtHoursCredited,
  otherSponsor,
  sponsorActor,
  submittedHours,
} from '../testing/build.js';
import { refusalOf } from '../testing/accepted.js';

const elsewhereMentor = actor(grace, { role: 'mentor', organization: mill });
const recorded = {
  apprenticeship: apprenticeship(),
  mentorships: [mentorship()],
  credit: ojtHoursCredited(),
  shownVersion: 3,
  reason: 'Half the shift was a class',
};

describe('correcting hours on the record', () => {
  test.each([
    ['a mentor of that day', mentorActor],
    ['the sponsor', sponsorActor],
  ])('is open to %s', (_, who) => {
    expect(mayCorrectRecord(who, approvedHours(), recorded)).toEqual({ ok: true, value: approvedHours() });
  });
  test.each([
    ['the apprentice', apprenticeActor, approvedHours(), {}, 'own-hours'],
    ['the apprentice with an office', apprenticeWithOffice, approvedHours(), {}, 'own-hours'],
    ['the employer', employerActor, approvedHours(), {}, 'not-their-mentor'],
    ['a mentor whose role there has ended', elsewhereMentor, approvedHours(), {}, 'not-their-mentor'],
    ['another sponsor', otherSponsor, approvedHours(), {}, 'not-their-mentor'],
    [
      'a mentor assigned since',
      mentorActor,
      approvedHours(),
      { mentorships: [mentorship({ from: day('2026-03-03') })] },
      'not-their-mentor',
    ],
    [
      'a closed record',
      sponsorActor,
      approvedHours(),
      { apprenticeship: apprenticeship({ status: 'completed' }) },
      'record-closed',
    ],
    ['hours that are not approved', mentorActor, submittedHours(), {}, 'not-approved'],
    ['hours that changed since', mentorActor, approvedHours({ version: 5 }), {}, 'changed-since-shown'],
    ['a blank reason', mentorActor, approvedHours(), { reason: ' ' }, 'reason-missing'],
  ] as const)('is refused to %s', (...[, who, entry, change, kind]) => {
    expect(refusalOf(mayCorrectRecord(who, entry, { ...recorded, ...change }))).toBe(kind);
  });
});
