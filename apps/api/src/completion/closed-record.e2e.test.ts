import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { RecordEntry } from '@journeybook/domain';
import { hours } from '@journeybook/domain';
import {
  advancedStandingGranted,
  competencyCode,
  courseCode,
  day,
  mill,
  processCode,
  terms,
  wageSchedule,
} from '@journeybook/domain/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptAll, attest, award, giveBack, readCompletion, readyApprentice, review } from '../testing/completion.js';
import { correctShown, dayOf, line, log } from '../testing/hours.js';
import { totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import { confirmShown, matchedSection } from '../testing/section.js';
import { addEntries, smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
let grace: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [employer, sponsor, grace] = await Promise.all([
    api.as(people.foundryAdmin),
    api.as(people.councilAdmin),
    api.as(people.grace),
  ]);
});
afterAll(() => api.stop());

const course = { kind: 'course' as const, course: courseCode('RTI11'), minutes: hours(1) };
const askedFor = { items: [course], reason: 'Earlier work', evidence: [{ title: 'Transcript' }] };
/** RTI03 is met by advanced standing: an instructor could still confirm it. */
const isManufacturing = (entry: RecordEntry) => entry.kind === 'rti-hours-credited' && entry.course === 'RTI03';

/** Awarded, with work in every state and a request left over from before. */
async function awarded() {
  const program = smallProgram('time', { terms: terms({ wages: wageSchedule() }) });
  const apprentice = await readyApprentice(api.database, { program, leftOut: isManufacturing });
  const { apprenticeship } = apprentice;
  const subject = { kind: 'course', course: courseCode('RTI03'), minutes: hours(4) } as const;
  await addEntries(api.database, apprentice, [advancedStandingGranted({ subject })]);
  const call = await api.as(apprentice);
  const on = (date: string) => dayOf([line({ minutes: 30 })], { workedOn: day(date) });
  const shown = await log(call, apprenticeship, on('2026-03-02'));
  const { entries: approved } = await grace(endpoints.approveHours, { body: { entries: shown } });
  const waiting = await log(call, apprenticeship, on('2026-03-03'));
  const toReturn = await log(call, apprenticeship, on('2026-03-04'));
  const { entries: returned } = await grace(endpoints.returnHours, {
    body: { entries: toReturn, reason: 'Which line?' },
  });
  const { id: request } = await employer(endpoints.requestStanding, { params: { apprenticeship }, body: askedFor });
  const section = await matchedSection(api, { one: apprenticeship });
  await attest(employer, apprenticeship);
  const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
  await award(sponsor, apprenticeship, reviewVersion);
  return { ...apprentice, call, approved, waiting, returned, request, section, reviewVersion };
}

test('nothing can be added to a record once completion is awarded, by any door', async () => {
  const { apprenticeship, call, approved, waiting, returned, request, section, reviewVersion } = await awarded();
  const before = await api.database.read.record.list(apprenticeship);
  const params = { apprenticeship };
  const [[again], [recorded]] = [returned, approved];
  const credit = before.find((entry) => entry.kind === 'rti-hours-credited');
  if (!again || !recorded || !credit) throw new Error('nothing was returned, approved or credited');
  const correction = { version: again.version, workedOn: day('2026-03-04'), workProcess: processCode('WP01') };

  const doors: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['logging hours', () => log(call, apprenticeship), '409 not-in-training'],
    [
      'correcting hours',
      () =>
        correctShown(call, {
          params: { entry: again.id },
          body: { ...correction, minutes: hours(1), note: '', submit: true },
        }),
      '409 not-in-training',
    ],
    ['approving hours', () => grace(endpoints.approveHours, { body: { entries: waiting } }), '409 record-closed'],
    [
      'returning hours',
      () => grace(endpoints.returnHours, { body: { entries: waiting, reason: 'Which line?' } }),
      '409 record-closed',
    ],
    [
      'taking an approval back',
      () => grace(endpoints.undoApproval, { body: { entries: approved } }),
      '409 record-closed',
    ],
    [
      'correcting what is recorded',
      () =>
        grace(endpoints.correctRecordedHours, {
          params: { entry: recorded.id },
          body: { ...correction, version: recorded.version, minutes: hours(1), note: '', reason: 'Half a shift' },
        }),
      '409 record-closed',
    ],
    [
      'reversing hours',
      () =>
        grace(endpoints.reverseHours, {
          params: { entry: recorded.id },
          body: { version: recorded.version, reason: 'Another line' },
        }),
      '409 record-closed',
    ],
    [
      'voiding an entry',
      () => sponsor(endpoints.voidEntry, { params: { ...params, entry: credit.id }, body: { reason: 'Typed wrong' } }),
      '409 record-closed',
    ],
    [
      'signing off',
      () =>
        grace(endpoints.signOff, {
          params,
          body: { competency: competencyCode('WP01.01'), level: 4, observedOn: day('2026-03-03') },
        }),
      '409 not-in-training',
    ],
    ['asking for credit', () => employer(endpoints.requestStanding, { params, body: askedFor }), '409 record-closed'],
    [
      'granting credit',
      () => sponsor(endpoints.decideStanding, { params: { request }, body: { granted: [course], reason: 'Seen' } }),
      '409 record-closed',
    ],
    [
      'giving a wage step',
      () =>
        employer(endpoints.giveWageStep, { params, body: { step: 1, centsPerHour: 1_850, from: day('2026-01-05') } }),
      '409 record-closed',
    ],
    [
      'recording a credential',
      () =>
        employer(endpoints.recordCredential, {
          params,
          body: { credential: 'OSHA-10', earnedOn: day('2026-01-05'), reference: 'Card 2' },
        }),
      '409 record-closed',
    ],
    [
      'changing the status',
      () =>
        sponsor(endpoints.changeStatus, {
          params,
          body: { to: 'cancelled', effectiveOn: day('2026-03-04'), reason: 'Left', noticeGivenOn: day('2026-03-01') },
        }),
      '409 no-such-change',
    ],
    [
      'changing the employer',
      () => sponsor(endpoints.changeEmployer, { params, body: { employer: mill, from: day('2026-03-04') } }),
      '409 record-closed',
    ],
    [
      'assigning a mentor',
      () => sponsor(endpoints.assignMentor, { params, body: { mentor: people.felix.id, from: day('2026-03-04') } }),
      '409 record-closed',
    ],
    ['attesting', () => attest(employer, apprenticeship), '409 not-active'],
    [
      'reviewing',
      () => review(sponsor, apprenticeship, [{ kind: 'course', code: 'RTI11' }], reviewVersion),
      '409 not-active',
    ],
    ['awarding', () => award(sponsor, apprenticeship, reviewVersion), '409 not-active'],
    ['returning the materials', () => giveBack(sponsor, apprenticeship, ['Look again']), '409 not-active'],
  ];
  for (const [what, knock, refusal] of doors) expect([what, await refusalOf(knock())]).toEqual([what, refusal]);

  const confirmed = await confirmShown(section.call, [{ identity: section.identityOf('one'), scorePercent: 88 }]);
  expect(confirmed.learners).toMatchObject([{ outcome: 'refused', kind: 'not-an-apprentice-here' }]);

  expect(await api.database.read.record.list(apprenticeship)).toEqual(before);
  await totalsOf(api.database, apprenticeship);
  const { may: offered } = await readCompletion(sponsor, apprenticeship);
  expect(Object.values(offered)).toEqual([false, false, false, false]);
});
