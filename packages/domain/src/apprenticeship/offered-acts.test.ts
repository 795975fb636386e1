import { describe, expect, test } from 'vitest';
import type { PersonActor } from '../access/roles.js';
import type { ApprenticeshipStatus } from './apprenticeship.js';
import { assignMentor } from './assign-mentor.js';
import { changeEmployer } from './change-employer.js';
import type { ChangeStatusFacts } from './change-status.js';
import { changeStatus } from './change-status.js';
import type { OfferedActsFacts } from './offered-acts.js';
import { offeredActs } from './offered-acts.js';
import { registerApprentice } from './register-apprentice.js';
import { reportNotice } from './report-notice.js';
import { transferApprentice } from './transfer-apprentice.js';
import { federalPolicy } from '../program/agency-policies.js';
import { moveApprentice, proposeMapping } from '../program/move-apprentice.js';
import type { StatusChanged } from '../record/record-entry.js';
import {
  apprenticeActor,
  apprenticeship,
  apprenticeWithOffice,
  day,
  employerActor,
  employerChanged,
  foundry,
  grace,
  imt,
  mentorActor,
  mill,
  now,
  otherEmployer,
  otherSponsor,
  recordEntryId,
  sponsorActor,
  standardId,
  statusChanged,
  today,
} from '../testing/build.js';

const actors = {
  apprenticeActor,
  apprenticeWithOffice,
  employerActor,
  mentorActor,
  otherEmployer,
  otherSponsor,
  sponsorActor,
};
const statuses: readonly ApprenticeshipStatus[] = [
  'draft',
  'registered',
  'active',
  'suspended',
  'completed',
  'cancelled',
  'transferred',
];
const registered = statusChanged({ status: 'registered' });
const active = statusChanged({ status: 'active', occurredOn: day('2026-02-01') });
const histories: readonly (readonly StatusChanged[])[] = [[], [registered], [registered, active]];

const offer = (facts: Partial<OfferedActsFacts>): OfferedActsFacts => ({
  apprenticeship: apprenticeship(),
  history: [registered, active],
  employerHistory: [],
  otherVersions: 1,
  today,
  ...facts,
});

/** Tries every act with days and words that would do. */
function tryAll(
  actor: PersonActor,
  { apprenticeship, history, employerHistory, probationEndsOn = null }: OfferedActsFacts,
) {
  const common = { apprenticeship, today, now, recordEntry: recordEntryId(70) };
  const facts: ChangeStatusFacts = { ...common, history, probationEndsOn, agency: federalPolicy, holidays: new Set() };
  const change = { effectiveOn: today, reason: 'Because', noticeGivenOn: day('2026-02-20') };
  const [standard, next] = [imt(), imt('hybrid', { id: standardId(2) })];
  const registration = { bornOn: day('2000-01-01'), signedByApprenticeOn: today, guardian: null, reason: 'Signed' };
  const given = { ...change, toRapidsCode: '2031', agreedByApprenticeOn: today, transcriptGivenOn: today };
  const accepts = (to: ApprenticeshipStatus, noticeGivenOn = change.noticeGivenOn as typeof today | null) =>
    changeStatus(actor, { ...change, to, noticeGivenOn }, facts).ok;
  const changes = statuses.filter((to) => accepts(to));
  return {
    register: registerApprentice(
      actor,
      { ...registration, apprenticeship },
      { ...facts, standard, standardStatus: 'published', partners: [foundry], otherAgreements: [] },
    ).ok,
    changeStatus: changes,
    needsNotice: (['suspended', 'cancelled'] as const).some((to) => changes.includes(to) && !accepts(to, null)),
    transfer: transferApprentice(actor, given, { ...facts, rapidsCode: '2031' }).ok,
    changeEmployer: changeEmployer(
      actor,
      { employer: mill, from: today },
      { ...common, partners: [mill], history: employerHistory },
    ).ok,
    assignMentor: assignMentor(
      actor,
      { mentor: grace, from: apprenticeship.beganOn, until: null, kind: 'mentor' },
      { apprenticeship, assigned: [], ratio: null, site: { apprentices: 1, journeyworkers: 1 } },
    ).ok,
    report: reportNotice(actor, today, { apprenticeship, notice: registered, today }).ok,
    move: moveApprentice(
      actor,
      { mapping: proposeMapping(standard, next), reason: 'Because' },
      {
        ...common,
        from: standard,
        to: next,
        toStatus: 'published',
        fromChanges: [],
        toChanges: [],
        waiting: [],
        totals: [],
        earlier: [],
      },
    ).ok,
  };
}

describe('what is offered is what would be accepted', () => {
  test.each(Object.entries(actors))('to the %s, in every status and after every history', (_, actor) => {
    for (const status of statuses)
      for (const history of histories) {
        const facts = offer({ apprenticeship: apprenticeship({ status }), history });
        const { changeStatus: offered, ...acts } = offeredActs(actor, facts);
        const { changeStatus: accepted, ...would } = tryAll(actor, facts);
        expect(offered.toSorted(), `${status} after ${history.length} changes`).toEqual(accepted.toSorted());
        expect(acts, `${status} after ${history.length} changes`).toEqual(would);
      }
  });
  test.each([
    ['before the first day', { apprenticeship: apprenticeship({ status: 'draft', beganOn: day('2026-03-05') }) }],
    [
      'after the day probation ends',
      {
        apprenticeship: apprenticeship({ status: 'registered' }),
        history: [registered],
        probationEndsOn: day('2026-03-03'),
      },
    ],
    ['on the day the employer changed', { employerHistory: [employerChanged({ occurredOn: today })] }],
    ['the day after the employer changed', { employerHistory: [employerChanged({ occurredOn: day('2026-03-03') })] }],
  ] as const)('to the sponsor %s', (_, overrides) => {
    const facts = offer(overrides);
    expect(offeredActs(sponsorActor, facts)).toMatchObject(tryAll(sponsorActor, facts));
  });
});

test('moving is offered while there is a version to move to', () => {
  expect(offeredActs(sponsorActor, offer({ otherVersions: 0 })).move).toBe(false);
});
