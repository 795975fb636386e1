import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { Approach, ApprenticeshipId, PersonId, RecordEntry } from '@journeybook/domain';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptAll, attest, award, readCompletion, readyApprentice, review } from '../testing/completion.js';
import { dayOf, line, log } from '../testing/hours.js';
import { minutesOf } from '../testing/record.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { smallProgram } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, buildWorld, people } from '../testing/world.js';

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

/** Attested, and every item accepted. */
async function reviewed(...given: Parameters<typeof readyApprentice> extends [unknown, ...infer Rest] ? Rest : never) {
  const apprentice = await readyApprentice(api.database, ...given);
  await attest(employer, apprentice.apprenticeship);
  const { reviewVersion } = await acceptAll(sponsor, apprentice.apprenticeship);
  return { ...apprentice, reviewVersion };
}
const listed = (apprenticeship: ApprenticeshipId) => api.database.read.record.list(apprenticeship);
const statusOf = async (apprenticeship: ApprenticeshipId) =>
  (await api.database.read.apprenticeships.find(apprenticeship))?.status;

describe('awarding completion', () => {
  test.each(['time', 'competency', 'hybrid'] satisfies Approach[])(
    'completes and closes the record, by %s',
    async (approach) => {
      const { apprenticeship, reviewVersion } = await reviewed({ program: smallProgram(approach) });
      expect(await readCompletion(sponsor, apprenticeship)).toMatchObject({ may: { award: true }, award: null });
      const view = await award(sponsor, apprenticeship, reviewVersion);
      expect(view).toMatchObject({
        status: 'completed',
        award: { by: { name: 'Cora Council' }, on: '2026-03-04' },
        attestation: { by: { name: 'Fred Foundry' } },
        may: { recordCredential: false, attest: false, review: false, award: false },
      });
      expect(view.requirements.every((one) => one.met && one.review?.verdict === 'accepted')).toBe(true);
      expect((await listed(apprenticeship)).slice(-2)).toMatchObject([
        {
          kind: 'completion-awarded',
          answeredBy: people.councilAdmin.id,
          requirements: view.requirements.map(({ kind, code }) => ({ kind, code })),
        },
        { kind: 'status-changed', from: 'active', status: 'completed', decidedBy: 'sponsor', occurredOn: '2026-03-04' },
      ]);
      const record = await sponsor(endpoints.readRecord, { params: { apprenticeship } });
      expect(record.status).toBe('completed');
    },
  );
  test('by two at once is one award', async () => {
    const colleague = { id: newId<PersonId>(), name: 'Conny Council', email: 'conny@people.example' };
    await addPeople(api.database, [colleague]);
    await addMembership(api.database, colleague, council, 'sponsor-admin');
    const second = await api.as(colleague);
    for (let round = 0; round < 5; round += 1) {
      const { apprenticeship, reviewVersion } = await reviewed();
      const outcomes = await Promise.allSettled(
        [sponsor, second, sponsor].map((call) => award(call, apprenticeship, reviewVersion)),
      );
      expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
      for (const one of outcomes)
        if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'not-active' });
      const kinds = (await listed(apprenticeship)).map((entry) => entry.kind);
      expect(kinds.filter((kind) => kind === 'completion-awarded')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'status-changed')).toHaveLength(3);
    }
  });
  test('either sees an approval taken back at the same time, or closes the record before it', async () => {
    const isWp01 = (entry: RecordEntry) => entry.kind === 'ojt-hours-credited' && entry.workProcess === 'WP01';
    const outcomes = [];
    for (let round = 0; round < 10; round += 1) {
      const apprentice = await readyApprentice(api.database, { leftOut: isWp01 });
      const { apprenticeship } = apprentice;
      const shown = await log(await api.as(apprentice), apprenticeship, dayOf([line({ minutes: 600 })]));
      const { entries } = await grace(endpoints.approveHours, { body: { entries: shown } });
      await attest(employer, apprenticeship);
      const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
      const awarding = () => award(sponsor, apprenticeship, reviewVersion);
      const undoing = () => grace(endpoints.undoApproval, { body: { entries } });
      const both = round % 2 === 0 ? [awarding(), undoing()] : [undoing(), awarding()].toReversed();
      const [awarded, undone] = await Promise.allSettled(both);
      const minutes = await minutesOf(api.database, apprenticeship, 'WP01');
      if (awarded?.status === 'fulfilled') {
        expect(undone).toMatchObject({
          status: 'rejected',
          reason: { problem: { status: 409, kind: 'record-closed' } },
        });
        expect([await statusOf(apprenticeship), minutes]).toEqual(['completed', 600]);
      } else {
        expect(awarded?.reason.problem).toMatchObject({ status: 409, kind: 'requirements-unmet' });
        expect(undone?.status).toBe('fulfilled');
        expect([await statusOf(apprenticeship), minutes]).toEqual(['active', 0]);
      }
      outcomes.push(awarded?.status);
    }
    expect(outcomes).toHaveLength(10);
  });
});

describe('an award is refused, and nothing is half done', () => {
  async function expectRefused(refusal: string, apprenticeship: ApprenticeshipId, version: number) {
    const [entries, status] = [await listed(apprenticeship), await statusOf(apprenticeship)];
    expect(await readCompletion(sponsor, apprenticeship)).toMatchObject({ may: { award: false } });
    expect(await refusalOf(award(sponsor, apprenticeship, version))).toBe(refusal);
    expect([await listed(apprenticeship), await statusOf(apprenticeship)]).toEqual([entries, status]);
  }

  test('while anything is unmet, which is listed', async () => {
    const { apprenticeship } = await readyApprentice(api.database, {
      leftOut: (entry) => entry.kind === 'credential-earned',
    });
    await expectRefused('409 requirements-unmet', apprenticeship, 0);
    expect(await problemOf(award(sponsor, apprenticeship, 0))).toMatchObject({
      facts: { unmet: [{ kind: 'completion-credential', code: 'OSHA-10' }] },
    });
  });
  test('while the employer has not attested', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    await expectRefused('409 not-attested', apprenticeship, reviewVersion);
  });
  test('while an item was not looked at, which is named', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    await attest(employer, apprenticeship);
    const { requirements } = await readCompletion(sponsor, apprenticeship);
    await review(sponsor, apprenticeship, requirements.slice(1), 0);
    await expectRefused('409 items-not-reviewed', apprenticeship, 4);
    expect(await problemOf(award(sponsor, apprenticeship, 4))).toMatchObject({
      facts: { items: [{ kind: 'process-hours', code: 'WP01' }] },
    });
  });
  test('while an item is questioned', async () => {
    const { apprenticeship, reviewVersion } = await reviewed();
    const item = { kind: 'course', code: 'RTI03', verdict: 'questioned', remark: 'Which section?' } as const;
    await review(sponsor, apprenticeship, [item], reviewVersion);
    await expectRefused('409 items-questioned', apprenticeship, reviewVersion + 1);
  });
  test('when the review went on since it was shown', async () => {
    const { apprenticeship, reviewVersion } = await reviewed();
    expect(await refusalOf(award(sponsor, apprenticeship, reviewVersion - 1))).toBe('409 changed-since-shown');
    await acceptAll(sponsor, apprenticeship);
    expect(await refusalOf(award(sponsor, apprenticeship, reviewVersion))).toBe('409 changed-since-shown');
    expect(await statusOf(apprenticeship)).toBe('active');
  });
  test('for one who is suspended, and for one who is completed already', async () => {
    const { apprenticeship } = await readyApprentice(api.database, { status: 'suspended' });
    await expectRefused('409 not-active', apprenticeship, 0);
    const done = await reviewed();
    await award(sponsor, done.apprenticeship, done.reviewVersion);
    await expectRefused('409 not-active', done.apprenticeship, done.reviewVersion);
  });
});

describe('who may not award', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship, reviewVersion } = await reviewed();
    const call = await api.as(person);
    expect(await refusalOf(award(call, apprenticeship, reviewVersion))).toBe(refusal);
    expect(await statusOf(apprenticeship)).toBe('active');
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await reviewed();
    await addMembership(api.database, apprentice, council, 'sponsor-admin');
    const call = await api.as(apprentice);
    expect(await refusalOf(award(call, apprentice.apprenticeship, apprentice.reviewVersion))).toBe(
      '403 own-completion',
    );
    expect(await readCompletion(call, apprentice.apprenticeship)).toMatchObject({ may: { award: false } });
  });
});
