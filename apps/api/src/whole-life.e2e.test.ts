import type { Client, StandardContents } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Approach, ApprenticeshipId, HoursEntryId, PersonId, WorkProcessCode } from '@journeybook/domain';
import { addDays, hours } from '@journeybook/domain';
import { at, competencyCode, council, day, foundry, organizationId, processCode } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalsOf } from './testing/record.js';
import { refusalOf } from './testing/refusal-of.js';
import { confirmShown, mapShown, matchShown, openSection } from './testing/section.js';
import type { RunningApi } from './testing/start-api.js';
import { startApi } from './testing/start-api.js';
import { buildWorld, outsideEmployer, people } from './testing/world.js';

let api: RunningApi;
let sponsor: Client;
let employer: Client;
let mentor: Client;
beforeAll(async () => {
  api = await startApi();
  api.clock.set(at('2026-09-01T15:00:00Z'));
  await buildWorld(api.database);
  sponsor = await api.as(people.councilAdmin);
  employer = await api.as(people.foundryAdmin);
  mentor = await api.as(people.grace);
});
afterAll(() => api.stop());

const beganOn = day('2026-03-02');
const today = day('2026-09-01');

interface Life {
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: Client;
  readonly contents: StandardContents;
  readonly params: { readonly apprenticeship: ApprenticeshipId };
}

/** IMT as it ships, by one approach, under a wage schedule and a policy for credit; refused while it says less than it must. */
async function publishImt(approach: Approach): Promise<{ id: string; contents: StandardContents }> {
  const draft = await sponsor(endpoints.createDraft, { body: { from: null, version: `2026.${approach}` } });
  const params = { draft: draft.id };
  const contents: StandardContents = {
    ...draft.contents,
    approach,
    jobBookStatus: 'reviewed',
    ...(draft.contents.terms === undefined ? {} : { terms: draft.contents.terms }),
  };
  const { policies } = await sponsor(endpoints.listAgencyPolicies, {});
  const federal = policies.find((one) => one.agency === 'US');
  if (!federal) throw new Error('no federal policy');
  const steps = [
    { step: 1, title: 'Entry', after: {}, percent: 60 },
    { step: 2, title: 'After 1,000 hours', after: { ojtMinutes: hours(1_000) }, percent: 80 },
  ];
  const terms = {
    agency: federal,
    ratio: { apprentices: 1, journeyworkers: 1 },
    wages: { journeyworkerCentsPerHour: 2_500, steps },
  };
  const faulty = { ...contents, terms, ojtMinutes: hours(2_700) };
  const edited = await sponsor(endpoints.editDraft, { params, body: { contents: faulty }, ifMatch: draft.edition });
  expect(edited.findings).toMatchObject([{ severity: 'error', kind: 'total-differs' }]);
  expect(await refusalOf(sponsor(endpoints.publishDraft, { params, body: { edition: edited.edition } }))).toBe(
    '409 standard-faulty',
  );
  const right = await sponsor(endpoints.editDraft, {
    params,
    body: { contents: { ...contents, terms } },
    ifMatch: edited.edition,
  });
  expect(await refusalOf(sponsor(endpoints.publishDraft, { params, body: { edition: edited.edition } }))).toBe(
    '409 changed-since-shown',
  );
  const published = await sponsor(endpoints.publishDraft, { params, body: { edition: right.edition } });
  return { id: published.id, contents: published.contents };
}

/** From a draft of an agreement to probation, by way of every refusal. */
async function register(approach: Approach): Promise<Life> {
  const standard = await publishImt(approach);
  const id = newId<ApprenticeshipId>();
  const apprentice = { name: `Ida ${approach}`, email: `ida.${approach}@people.example` };
  const draft = { id, sponsor: council, employer: foundry, standard: standard.id as never, beganOn, apprentice };
  const refusedDraft = (part: object) =>
    refusalOf(sponsor(endpoints.draftAgreement, { body: { ...draft, id: newId(), ...part } }));
  expect(await refusedDraft({ employer: outsideEmployer })).toBe('409 employer-not-in-program');
  expect(await refusedDraft({ sponsor: organizationId(9) })).toBe('403 not-their-program');
  const agreement = await sponsor(endpoints.draftAgreement, { body: draft });
  expect(agreement).toMatchObject({ status: 'draft', may: { register: true } });
  const params = { apprenticeship: id };
  const registering = (part: object) =>
    sponsor(endpoints.registerApprentice, {
      params,
      body: {
        bornOn: day('2009-01-10'),
        signedByApprenticeOn: day('2026-02-27'),
        guardian: { name: 'Rita Ida', relation: 'mother', contact: '555 0101', signedOn: day('2026-02-27') },
        ...part,
      },
    });
  expect(await refusalOf(registering({ bornOn: day('2010-03-03') }))).toBe('422 too-young');
  expect(await refusalOf(registering({ signedByApprenticeOn: null }))).toBe('422 signature-missing');
  expect(await refusalOf(registering({ guardian: null }))).toBe('422 guardian-missing');
  expect(await registering({})).toMatchObject({ status: 'registered', signatures: { minor: true } });
  expect(await refusalOf(registering({}))).toBe('409 no-such-change');
  const known = { id: agreement.apprentice.id as PersonId, ...apprentice };
  return { apprenticeship: id, apprentice: await api.as(known), contents: standard.contents, params };
}

/** Grace is assigned; who may not be, is not. */
async function assignMentor({ params }: Life): Promise<void> {
  const { apprentice } = await sponsor(endpoints.readAgreement, { params });
  const assigning = (part: object) =>
    employer(endpoints.assignMentor, { params, body: { mentor: people.grace.id, from: beganOn, ...part } });
  expect(await refusalOf(assigning({ mentor: apprentice.id }))).toBe('403 own-mentor');
  expect(await refusalOf(assigning({ kind: 'stand-in' }))).toBe('422 stand-in-without-end');
  expect(await refusalOf(assigning({ until: day('2026-03-01') }))).toBe('422 period-backwards');
  expect(await refusalOf(assigning({ from: day('2026-03-01') }))).toBe('422 before-agreement');
  expect(await refusalOf(assigning({ mentor: people.mona.id }))).toBe('422 not-a-mentor-here');
  expect((await assigning({})).agreement.mentorships).toMatchObject([{ mentor: { name: 'Grace Kim' }, until: null }]);
  expect(await refusalOf(assigning({}))).toBe('409 already-assigned');
}

/** Credit for earlier work: asked for by the employer, granted by the sponsor, visible at once. */
async function grantStanding({ params, apprentice }: Life): Promise<void> {
  const left = async () => {
    const { processes } = await apprentice(endpoints.readRecord, { params });
    return processes.find((one) => one.code === 'WP07')?.leftMinutes;
  };
  const asked = {
    items: [{ kind: 'work-process' as const, workProcess: processCode('WP07'), minutes: hours(40) }],
    reason: 'A lean course',
    evidence: [{ title: 'Certificate' }],
  };
  const asking = (part: object) => employer(endpoints.requestStanding, { params, body: { ...asked, ...part } });
  expect(await refusalOf(asking({ evidence: [] }))).toBe('422 evidence-missing');
  expect(await refusalOf(asking({ reason: ' ' }))).toBe('422 reason-missing');
  const before = await left();
  const request = await asking({});
  expect(await left()).toBe(before);
  const deciding = (part: object) =>
    sponsor(endpoints.decideStanding, {
      params: { request: request.id },
      body: { granted: asked.items, reason: 'Seen', ...part },
    });
  expect(await refusalOf(deciding({ granted: [{ ...asked.items[0], minutes: hours(41) }] }))).toBe(
    '422 more-than-requested',
  );
  expect(await deciding({})).toMatchObject({ state: 'granted' });
  expect(await refusalOf(deciding({}))).toBe('409 already-decided');
  expect(await left()).toBe((before ?? 0) - 40 * 60);
}

/** The entry wage, never below its step. */
async function payWages({ params }: Life): Promise<void> {
  const giving = (part: object) =>
    employer(endpoints.giveWageStep, { params, body: { step: 1, centsPerHour: 1_550, from: beganOn, ...part } });
  expect(await refusalOf(giving({ centsPerHour: 1_499 }))).toBe('422 below-step-rate');
  expect(await refusalOf(giving({ centsPerHour: 700 }))).toBe('422 below-minimum-wage');
  expect(await refusalOf(giving({ step: 3 }))).toBe('422 unknown-wage-step');
  expect(await refusalOf(giving({ from: day('2026-03-01') }))).toBe('422 before-agreement');
  expect((await giving({})).steps[0]).toMatchObject({ state: 'given', given: { centsPerHour: 1_550 } });
  expect(await refusalOf(giving({ centsPerHour: 1_520, from: today }))).toBe('422 wage-falls');
}

/** Every refusal of logging, then whole days until each process has what it asks for; approved in one batch. */
async function work(
  { params, apprentice, contents, apprenticeship }: Life,
  asked: (code: WorkProcessCode) => number,
): Promise<void> {
  const logging = (part: object, workedOn = day('2026-03-03')) =>
    apprentice(endpoints.logHours, {
      params,
      body: {
        workedOn,
        lines: [{ id: newId<HoursEntryId>(), workProcess: processCode('WP01'), minutes: 60, ...part }],
      },
    });
  expect(await refusalOf(logging({ minutes: 0 }))).toBe('422 minutes-not-positive');
  expect(await refusalOf(logging({ minutes: 1_441 }))).toBe('422 over-24-hours');
  expect(await refusalOf(logging({ workProcess: 'WELD' }))).toBe('422 unknown-work-process');
  expect(await refusalOf(logging({}, day('2026-09-02')))).toBe('422 future-date');
  expect(await refusalOf(logging({}, day('2026-03-01')))).toBe('422 before-agreement');
  expect(await refusalOf(logging({ times: { startMinute: 480, endMinute: 500 } }))).toBe('422 minutes-exceed-times');
  const shown: { id: HoursEntryId; version: number }[] = [];
  let date = beganOn;
  const credited = new Map(
    (await totalsOf(api.database, apprenticeship)).map((one) => [one.code, one.minutes as number]),
  );
  for (const { code } of contents.workProcesses)
    for (let left = asked(code) - (credited.get(code) ?? 0); left > 0; left -= 1_440, date = addDays(date, 1)) {
      const { entries } = await logging({ workProcess: code, minutes: Math.min(left, 1_440) }, date);
      shown.push(...entries.map(({ id, version }) => ({ id, version })));
    }
  const stale = shown.map((one, index) => (index === 0 ? { ...one, version: 9 } : one));
  expect(await refusalOf(mentor(endpoints.approveHours, { body: { entries: stale } }))).toBe('409 changed-since-shown');
  await mentor(endpoints.approveHours, { body: { entries: shown } });
}

/** Demonstrated, observed and signed off, the whole Job Book. */
async function masterSkills({ params, apprentice, contents }: Life): Promise<void> {
  const first = competencyCode('WP01.01');
  const signing = (competency: string, part: object = {}) =>
    mentor(endpoints.signOff, {
      params,
      body: { competency: competencyCode(competency), level: 3, observedOn: today, ...part },
    });
  await mentor(endpoints.demonstrate, { params, body: { competency: first, on: today } });
  const observing = (part: object) =>
    mentor(endpoints.observe, {
      params,
      body: { competency: first, on: today, level: 2, feedback: 'Nearly', ...part },
    });
  expect(await refusalOf(observing({ feedback: '' }))).toBe('422 feedback-missing');
  expect(await observing({})).toMatchObject({ signedOff: false, observed: { level: 2 } });
  expect(await apprentice(endpoints.requestSignOff, { params, body: { competency: first } })).toMatchObject({
    requested: {},
  });
  expect(await refusalOf(signing('WP01.01', { level: 2 }))).toBe('422 below-required-level');
  expect(await refusalOf(signing('WP99.01'))).toBe('422 unknown-competency');
  expect(await refusalOf(signing('WP01.01', { observedOn: day('2026-09-02') }))).toBe('422 future-date');
  for (const { code } of contents.competencies) await signing(code);
  expect(await refusalOf(signing('WP01.01'))).toBe('409 already-signed-off');
}

/** The college confirms every course, each in a section of its own. */
async function study({ apprenticeship, contents }: Life): Promise<void> {
  for (const { code } of contents.courses) {
    const section = await openSection(api, ['ida']);
    const identity = section.identityOf('ida');
    await mapShown(section.call, {
      body: { rapidsCode: contents.occupation.rapidsCode, course: code, passMarkPercent: 70 },
    });
    await matchShown(section.call, { params: { identity }, body: { apprenticeship } });
    const confirm = async (scorePercent: number) =>
      (await confirmShown(section.call, [{ identity, scorePercent }])).learners[0];
    expect(await confirm(69)).toMatchObject({ outcome: 'refused', kind: 'below-pass-mark' });
    expect(await confirm(88)).toMatchObject({ outcome: 'credited' });
    expect(await confirm(88)).toMatchObject({ outcome: 'already-credited' });
  }
}

/** Nothing is attested or awarded while anything is missing. */
async function expectNoShortcut({ params }: Life): Promise<void> {
  expect(await refusalOf(employer(endpoints.attestMastery, { params, body: { statement: 'Mastered' } }))).toMatch(
    /^409 (requirements-unmet|not-active)$/,
  );
  expect(await refusalOf(sponsor(endpoints.awardCompletion, { params, body: { version: 0 } }))).toMatch(
    /^409 (requirements-unmet|not-active)$/,
  );
  const change = { to: 'completed' as const, effectiveOn: today, reason: 'Done' };
  expect(await refusalOf(sponsor(endpoints.changeStatus, { params, body: change }))).toMatch(
    /^409 (only-through|no-such-change)$/,
  );
}

async function complete({ params, contents }: Life): Promise<void> {
  const status = (to: 'active') => ({ params, body: { to, effectiveOn: today, reason: 'Probation ended' } });
  await sponsor(endpoints.changeStatus, status('active'));
  const unmet = async () => {
    const { requirements } = await sponsor(endpoints.readCompletion, { params });
    return requirements.filter((one) => !one.met).map((one) => one.kind);
  };
  expect(new Set(await unmet())).toEqual(new Set(['completion-credential']));
  const attesting = (statement: string) => employer(endpoints.attestMastery, { params, body: { statement } });
  expect(await refusalOf(attesting('Mastered'))).toBe('409 requirements-unmet');
  for (const { code } of contents.completionCredentials) {
    const seen = (reference: string) =>
      employer(endpoints.recordCredential, { params, body: { credential: code, earnedOn: today, reference } });
    expect(await refusalOf(seen(''))).toBe('422 reference-missing');
    await seen(`No. ${code}`);
    expect(await refusalOf(seen('again'))).toBe('409 already-earned');
  }
  expect(await unmet()).toEqual([]);
  expect(await refusalOf(sponsor(endpoints.awardCompletion, { params, body: { version: 0 } }))).toBe(
    '409 not-attested',
  );
  expect(await refusalOf(attesting(' '))).toBe('422 statement-missing');
  await attesting('She has mastered the occupation');
  expect(await refusalOf(attesting('Again'))).toBe('409 already-attested');
  await review({ params });
}

/** Returned once with a reason, attested again, every item accepted, awarded; then the record is closed. */
async function review({ params }: Pick<Life, 'params'>): Promise<void> {
  const first = await sponsor(endpoints.readCompletion, { params });
  expect(await refusalOf(sponsor(endpoints.awardCompletion, { params, body: { version: first.reviewVersion } }))).toBe(
    '409 items-not-reviewed',
  );
  const items = first.requirements.map(({ kind, code, takenBack }) => ({
    kind,
    code,
    takenBack,
    verdict: 'accepted' as const,
  }));
  const [one] = items;
  if (!one) throw new Error('nothing to review');
  const doubt = { ...one, verdict: 'questioned' as const };
  const reviewing = (version: number, list: object[]) =>
    sponsor(endpoints.reviewItems, { params, body: { items: list as typeof items }, ifMatch: version });
  expect(await refusalOf(reviewing(first.reviewVersion, [doubt]))).toBe('422 remark-missing');
  const doubted = await reviewing(first.reviewVersion, [{ ...doubt, remark: 'Which line?' }]);
  expect(await refusalOf(reviewing(first.reviewVersion, items))).toBe('412 changed-since-shown');
  const all = await reviewing(doubted.reviewVersion, items.slice(1));
  expect(await refusalOf(sponsor(endpoints.awardCompletion, { params, body: { version: all.reviewVersion } }))).toBe(
    '409 items-questioned',
  );
  await sponsor(endpoints.returnCompletion, { params, body: { reasons: [] } });
  await employer(endpoints.attestMastery, { params, body: { statement: 'Line 2; mastered' } });
  const again = await sponsor(endpoints.readCompletion, { params });
  const accepted = await reviewing(again.reviewVersion, items);
  const done = await sponsor(endpoints.awardCompletion, { params, body: { version: accepted.reviewVersion } });
  expect(done).toMatchObject({ status: 'completed', award: { by: { name: 'Cora Council' } }, may: { award: false } });
}

async function expectClosed({ params, apprentice }: Life): Promise<void> {
  const line = { id: newId<HoursEntryId>(), workProcess: processCode('WP01'), minutes: 60 as never };
  expect(await refusalOf(apprentice(endpoints.logHours, { params, body: { workedOn: today, lines: [line] } }))).toBe(
    '409 not-in-training',
  );
  const variance = { workProcess: processCode('WP01'), minutes: hours(1), shownMinutes: 0, reason: 'More' };
  expect(await refusalOf(sponsor(endpoints.approveVariance, { params, body: variance }))).toBe('409 record-closed');
  const change = { to: 'cancelled' as const, effectiveOn: today, reason: 'No' };
  expect(await refusalOf(sponsor(endpoints.changeStatus, { params, body: change }))).toBe('409 no-such-change');
}

const minimum = (life: Life, approach: Approach) => (code: WorkProcessCode) => {
  const process = life.contents.workProcesses.find((one) => one.code === code);
  if (approach === 'competency') return code === 'WP01' ? hours(8) : 0;
  return (approach === 'hybrid' ? process?.minimumMinutes : null) ?? process?.requiredMinutes ?? 0;
};

describe('an apprentice from registration to award, over HTTP', () => {
  test.each(['time', 'competency', 'hybrid'] as const)(
    'by the %s approach',
    async (approach) => {
      const life = await register(approach);
      await assignMentor(life);
      await payWages(life);
      await grantStanding(life);
      await expectNoShortcut(life);
      await work(life, minimum(life, approach));
      await expectNoShortcut(life);
      if (approach !== 'time') await masterSkills(life);
      await study(life);
      await complete(life);
      await expectClosed(life);
      const { entries } = await sponsor(endpoints.listEntries, { params: life.params });
      expect(entries.slice(0, 2).map((one) => one.kind)).toEqual(['status-changed', 'completion-awarded']);
      await totalsOf(api.database, life.apprenticeship);
    },
    120_000,
  );
});
