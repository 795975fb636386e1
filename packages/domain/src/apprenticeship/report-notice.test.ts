import { expect, test } from 'vitest';
import { reportNotice } from './report-notice.js';
import { refusalOf } from '../testing/accepted.js';
import {
  apprenticeship,
  apprenticeWithOffice,
  day,
  employerActor,
  otherSponsor,
  sponsorActor,
  today,
} from '../testing/build.js';

const notice = { occurredOn: day('2026-03-02') };
const reporting = (reportedOn: string, who: typeof sponsorActor = sponsorActor) =>
  reportNotice(who, day(reportedOn), { apprenticeship: apprenticeship({ status: 'cancelled' }), notice, today });

test.each(['2026-03-02', '2026-03-04'])(
  'a change is reported by the sponsor on %s, also when it closed the record',
  (on) => {
    expect(reporting(on)).toEqual({ ok: true, value: on });
  },
);

test.each([
  ['before it happened', '2026-03-01', sponsorActor, 'reported-before-change'],
  ['on a day to come', '2026-03-05', sponsorActor, 'future-date'],
  ['by the employer', '2026-03-03', employerActor, 'not-their-program'],
  ['by another sponsor', '2026-03-03', otherSponsor, 'not-their-program'],
  ['by the apprentice with an office', '2026-03-03', apprenticeWithOffice, 'not-their-program'],
] as const)('a change is not reported %s', (_, on, who, kind) => {
  expect(refusalOf(reporting(on, who))).toBe(kind);
});
