import { describe, expect, test } from 'vitest';
import type { DecideStandingFacts, StandingDecision } from './decide-standing.js';
import { decideStanding } from './decide-standing.js';
import type { StandingRequest } from './standing-request.js';
import { federalPolicy, findAgencyPolicy } from '../program/agency-policies.js';
import type { AgencyPolicy } from '../program/agency-policy.js';
import { progress } from '../record/progress.js';
import { totals } from '../record/totals.js';
import { listRequirements } from '../completion/requirements.js';
import {
  actor,
  advancedStandingGranted,
  apprenticeWithOffice,
  apprenticeship,
  council,
  day,
  emma,
  employerActor,
  entryReversed,
  imt,
  now,
  ojtHoursCredited,
  recordEntryId,
  sponsorActor,
  standingRequest,
  standingRequestId,
  terms,
  today,
} from '../testing/build.js';
import { accepted, refusalOf } from '../testing/accepted.js';
import { hours } from '../units.js';

const { items } = standingRequest();
const recordEntries = [recordEntryId(91), recordEntryId(92), recordEntryId(93)];
const under = (agency: AgencyPolicy) => imt('hybrid', { terms: terms({ agency }) });

const deciding = (
  decision: Partial<StandingDecision> = {},
  facts: Partial<DecideStandingFacts> = {},
  { who = sponsorActor, request = standingRequest() }: { who?: typeof sponsorActor; request?: StandingRequest } = {},
) =>
  decideStanding(
    who,
    request,
    { granted: items, reason: 'Seen at work', recordEntries, ...decision },
    { apprenticeship: apprenticeship(), standard: imt(), entries: [], others: [], today, now, ...facts },
  );

describe('granting advanced standing', () => {
  test('is one entry for each item, with who asked, the evidence and the policy', () => {
    const { decided, grants } = accepted(deciding());
    expect(decided).toMatchObject({ state: 'granted', decidedBy: sponsorActor.person, granted: items });
    expect(grants.map((one) => [one.id, one.subject])).toEqual(items.map((item, i) => [recordEntries[i], item]));
    expect(grants[0]).toMatchObject({
      requestedBy: emma,
      answeredBy: sponsorActor.person,
      evidence: ['Letter of the plant'],
      policy: 'US-29.5(b)(12)',
      reason: 'Seen at work',
    });
    expect(new Set(grants.map((one) => one.source)).size).toBe(3);
  });
  test('reduces what is left, visibly, and meets the requirements it covers', () => {
    const { grants } = accepted(deciding());
    const { processes, courses, competencies } = progress(imt(), totals(grants), new Map());
    expect(processes[0]).toMatchObject({ leftMinutes: hours(600), advancedMinutes: hours(400) });
    expect(courses[2]).toMatchObject({ code: 'RTI03', leftMinutes: 0, advancedMinutes: hours(24) });
    expect(competencies.signedOff).toBe(1);
    const met = listRequirements(imt(), { beganOn: day('2026-01-05'), entries: grants, today }).filter(
      (one) => one.met,
    );
    expect(met.map((one) => one.code)).toEqual(['WP01.01', 'RTI03']);
  });
  test('moves the wage step that its hours reach', () => {
    const worked = ojtHoursCredited({ minutes: hours(600) });
    expect(accepted(deciding({}, { entries: [worked] }))).toMatchObject({
      wageStep: 2,
      grants: [{ wageStep: 2 }, {}, {}],
    });
    expect(accepted(deciding()).wageStep).toBe(1);
  });
  test('moves no wage step where the policy says so', () => {
    const standing = { ...federalPolicy.standing, movesWageStep: false };
    expect(accepted(deciding({}, { standard: under({ ...federalPolicy, standing }) })).wageStep).toBeNull();
  });
  test('may be less than was asked, and may be nothing', () => {
    const some = { kind: 'work-process', workProcess: 'WP01' as never, minutes: hours(100) } as const;
    expect(accepted(deciding({ granted: [some] })).grants).toHaveLength(1);
    expect(accepted(deciding({ granted: [] }))).toMatchObject({
      decided: { state: 'refused' },
      grants: [],
      wageStep: null,
    });
  });
});

describe('deciding refuses', () => {
  const whoAsked = actor(emma, { role: 'sponsor-admin', organization: council });

  test.each([
    ['whoever asked', whoAsked, 'requester-cannot-decide'],
    ['the apprentice, whatever their office', apprenticeWithOffice, 'own-standing'],
    ['the employer', employerActor, 'not-their-program'],
  ])('%s', (_, who, kind) => {
    expect(refusalOf(deciding({}, {}, { who }))).toBe(kind);
  });
  test('a second decision', () => {
    const { decided } = accepted(deciding());
    expect(refusalOf(deciding({}, {}, { request: decided }))).toBe('already-decided');
  });
  test.each([
    ['more minutes than were asked for', [{ ...items[0]!, minutes: hours(401) }], 'more-than-requested'],
    ['an item twice', [items[0]!, items[0]!], 'more-than-requested'],
    ['a higher level than was asked for', [{ ...items[2]!, level: 4 }], 'more-than-requested'],
  ])('%s', (_, granted, kind) => {
    expect(refusalOf(deciding({ granted: granted as StandingDecision['granted'] }))).toBe(kind);
  });
  test('a blank reason, and a record that is closed', () => {
    expect(refusalOf(deciding({ reason: ' ' }))).toBe('reason-missing');
    const closed = { apprenticeship: apprenticeship({ status: 'transferred' }) };
    expect(refusalOf(deciding({}, closed))).toBe('record-closed');
  });
  test('more than the process still requires', () => {
    const entries = [ojtHoursCredited({ minutes: hours(601) })];
    expect(deciding({}, { entries })).toEqual({
      ok: false,
      refusal: { kind: 'more-than-required', item: 'work-process WP01', leftMinutes: hours(399) },
    });
  });
  test('more than the policy lets be granted, with what was granted before', () => {
    const standard = under({ ...federalPolicy, standing: { ...federalPolicy.standing, percentOfOjt: 15 } });
    expect(refusalOf(deciding({}, { standard }))).toBeNull();
    expect(deciding({}, { standard, entries: [advancedStandingGranted()] })).toMatchObject({
      refusal: { kind: 'over-standing-cap', grantedMinutes: hours(440) },
    });
  });
  test("more than 75 percent of a youth apprentice's hours in Wisconsin", () => {
    const policy = findAgencyPolicy('US-WI');
    if (!policy) throw new Error('Wisconsin ships with Journeybook');
    const asked = (youth: number) => ({ request: standingRequest({ youthMinutes: hours(youth) }) });
    expect(refusalOf(deciding({}, { standard: under(policy) }, asked(532)))).toBe('over-youth-cap');
    expect(refusalOf(deciding({}, { standard: under(policy) }, asked(534)))).toBeNull();
  });
  test('the same youth hours a second time, unless the first grant was taken back', () => {
    const policy = findAgencyPolicy('US-WI');
    if (!policy) throw new Error('Wisconsin ships with Journeybook');
    const standard = under(policy);
    const youth = { youthMinutes: hours(534) };
    const first = accepted(deciding({}, { standard }, { request: standingRequest(youth) }));
    const again = (entries: DecideStandingFacts['entries']) =>
      deciding(
        { granted: [{ ...items[0]!, minutes: hours(1) }] as StandingDecision['granted'] },
        { standard, entries, others: [first.decided] },
        { request: standingRequest({ ...youth, id: standingRequestId(2) }) },
      );
    expect(refusalOf(again(first.grants))).toBe('over-youth-cap');
    const taken = first.grants.map((one, index) => entryReversed({ id: recordEntryId(200 + index), reverses: one.id }));
    expect(refusalOf(again([...first.grants, ...taken]))).toBeNull();
  });
  test('a decision after probation in Rhode Island', () => {
    const policy = findAgencyPolicy('US-RI');
    if (!policy) throw new Error('Rhode Island ships with Journeybook');
    const on = (date: string) => deciding({}, { standard: under(policy), today: day(date) });
    expect(refusalOf(on('2026-05-20'))).toBeNull();
    expect(on('2026-05-21')).toMatchObject({ refusal: { kind: 'standing-too-late', dueOn: '2026-05-20' } });
  });
});
