import type { Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { council } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptAll, attest, award, giveBack, readCompletion, readyApprentice, review } from '../testing/completion.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  [employer, sponsor] = [await api.as(people.foundryAdmin), await api.as(people.councilAdmin)];
});
afterAll(() => api.stop());

const question = { kind: 'course', code: 'RTI03', verdict: 'questioned', remark: 'Which section?' } as const;
async function attested() {
  const apprentice = await readyApprentice(api.database);
  await attest(employer, apprentice.apprenticeship);
  return apprentice;
}
const kinds = async (apprenticeship: Awaited<ReturnType<typeof attested>>['apprenticeship']) =>
  (await api.database.read.record.list(apprenticeship)).map((entry) => entry.kind);

describe('returning the materials', () => {
  test('takes the attestation back with every reason, and the review begins anew', async () => {
    const { apprenticeship } = await attested();
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    const shown = await review(sponsor, apprenticeship, [question], reviewVersion);
    const view = await giveBack(sponsor, apprenticeship, [' The log of week 9 is missing ', ' ']);
    expect(view).toMatchObject({
      status: 'active',
      attestation: null,
      returned: {
        by: { name: 'Cora Council' },
        on: '2026-03-04',
        reasons: ['The log of week 9 is missing', 'RTI03: Which section?'],
      },
      may: { award: false },
    });
    expect(view.requirements.every((one) => one.review === null)).toBe(true);
    expect(view.reviewVersion).toBeGreaterThan(shown.reviewVersion);
    expect((await kinds(apprenticeship)).slice(-3)).toEqual([
      'mastery-attested',
      'completion-returned',
      'entry-reversed',
    ]);
    const { entries } = await employer(endpoints.listEntries, { params: { apprenticeship }, query: {} });
    expect(entries.find((one) => one.kind === 'mastery-attested')).toMatchObject({ reversed: true });
  });
  test('lets the employer attest again, and the award follow; the last return stays readable', async () => {
    const { apprenticeship } = await attested();
    await giveBack(sponsor, apprenticeship, ['The log of week 9 is missing']);
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({ may: { attest: true } });
    await attest(employer, apprenticeship, 'Week 9 is there now');
    await giveBack(sponsor, apprenticeship, ['And week 10']);
    await attest(employer, apprenticeship, 'Week 10 is there now');
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    expect(await award(sponsor, apprenticeship, reviewVersion)).toMatchObject({
      status: 'completed',
      attestation: { statement: 'Week 10 is there now' },
      returned: { reasons: ['And week 10'] },
    });
  });
  test('makes a screen from before it out of date', async () => {
    const { apprenticeship } = await attested();
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    await giveBack(sponsor, apprenticeship, ['Look again']);
    await attest(employer, apprenticeship);
    for (const version of [0, reviewVersion]) {
      expect(await refusalOf(review(sponsor, apprenticeship, [question], version))).toBe('412 changed-since-shown');
      expect(await refusalOf(award(sponsor, apprenticeship, version))).toBe('409 changed-since-shown');
    }
  });
  test('twice at once is one return', async () => {
    const { apprenticeship } = await attested();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => giveBack(sponsor, apprenticeship, ['Look again'])));
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await kinds(apprenticeship)).filter((kind) => kind === 'completion-returned')).toHaveLength(1);
  });
  test('and awarding at once: one of them happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { apprenticeship } = await attested();
      const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
      const outcomes = await Promise.allSettled([
        award(sponsor, apprenticeship, reviewVersion),
        giveBack(sponsor, apprenticeship, ['Look again']),
      ]);
      expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const { award: awarded, returned } = await readCompletion(sponsor, apprenticeship);
      expect([awarded, returned].filter((one) => one !== null)).toHaveLength(1);
    }
  });
});

describe('a return is refused', () => {
  test('without any reason', async () => {
    const { apprenticeship } = await attested();
    expect(await refusalOf(giveBack(sponsor, apprenticeship, []))).toBe('422 reason-missing');
    expect(await refusalOf(giveBack(sponsor, apprenticeship, [' ']))).toBe('422 reason-missing');
    expect(await readCompletion(sponsor, apprenticeship)).toMatchObject({
      attestation: { by: { name: 'Fred Foundry' } },
    });
  });
  test('of what was not attested, or is completed', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    expect(await refusalOf(giveBack(sponsor, apprenticeship, ['Why not']))).toBe('409 not-attested');
    const done = await readyApprentice(api.database, { status: 'completed' });
    expect(await refusalOf(giveBack(sponsor, done.apprenticeship, ['Too late']))).toBe('409 not-active');
  });
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('by %s', async (_, person, refusal) => {
    const { apprenticeship } = await attested();
    expect(await refusalOf(giveBack(await api.as(person), apprenticeship, ['No']))).toBe(refusal);
  });
  test('by the apprentice who holds the office', async () => {
    const apprentice = await attested();
    await addMembership(api.database, apprentice, council, 'sponsor-admin');
    expect(await refusalOf(giveBack(await api.as(apprentice), apprentice.apprenticeship, ['No']))).toBe(
      '403 own-completion',
    );
  });
});
