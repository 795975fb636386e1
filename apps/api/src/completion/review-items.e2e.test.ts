import type { Client } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipId, PersonId, RecordEntry } from '@journeybook/domain';
import { hours, reverseEntry } from '@journeybook/domain';
import { council, ojtHoursCredited } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReadyApprentice } from '../testing/completion.js';
import { acceptAll, attest, award, readCompletion, readyApprentice, review } from '../testing/completion.js';
import { problemOf, refusalOf } from '../testing/refusal-of.js';
import { addEntries } from '../testing/small-program.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, addPeople, buildWorld, people } from '../testing/world.js';

let api: RunningApi;
let employer: Client;
let sponsor: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  const colleague = { id: newId<PersonId>(), name: 'Conny Council', email: 'conny@people.example' };
  await addPeople(api.database, [colleague]);
  await addMembership(api.database, colleague, council, 'sponsor-admin');
  [employer, sponsor, second] = await Promise.all([
    api.as(people.foundryAdmin),
    api.as(people.councilAdmin),
    api.as(colleague),
  ]);
});
afterAll(() => api.stop());

const wp01 = { kind: 'process-hours', code: 'WP01' } as const;
const rti03 = { kind: 'course', code: 'RTI03' } as const;
const questioned = { ...rti03, verdict: 'questioned', remark: ' Which section? ' } as const;
/** The words said, by code. */
const words = async (call: Client, apprenticeship: ApprenticeshipId) => {
  const { requirements } = await readCompletion(call, apprenticeship);
  return Object.fromEntries(requirements.flatMap(({ code, review: said }) => (said ? [[code, said.verdict]] : [])));
};
/** Takes one entry of the record back. */
async function takeBack({ apprenticeship }: ReadyApprentice, is: (entry: RecordEntry) => boolean): Promise<void> {
  const entry = (await api.database.read.record.list(apprenticeship)).find(is);
  if (!entry || entry.kind === 'entry-reversed') throw new Error('there is no such entry');
  const on = { by: people.councilAdmin.id, at: api.clock.now(), on: api.clock.today(), reason: 'Mistaken' };
  await api.database.transaction(({ record }) =>
    record.append(council, apprenticeship, [reverseEntry(entry, { id: newId(), ...on })]),
  );
}
const isWp01 = (entry: RecordEntry) => entry.kind === 'ojt-hours-credited' && entry.workProcess === 'WP01';

describe('reviewing the materials', () => {
  test('keeps the sponsor’s word on each requirement, with who said it', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    await attest(employer, apprenticeship);
    const view = await review(sponsor, apprenticeship, [wp01, questioned], 0);
    expect(view.reviewVersion).toBe(2);
    const said = new Map(view.requirements.map((one) => [one.code, one.review]));
    const by = { id: people.councilAdmin.id, name: 'Cora Council' };
    expect(said.get('WP01')).toEqual({ verdict: 'accepted', remark: '', by });
    expect(said.get('RTI03')).toEqual({ verdict: 'questioned', remark: 'Which section?', by });
    expect(said.get('WP06')).toBeNull();
    expect(await readCompletion(employer, apprenticeship)).toMatchObject({ requirements: view.requirements });
  });
  test('may begin before the employer attests, and a later word takes the place of an earlier one', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    await review(sponsor, apprenticeship, [questioned], 0);
    const view = await review(second, apprenticeship, [rti03], 1);
    expect(view.requirements.find((one) => one.code === 'RTI03')?.review).toMatchObject({
      verdict: 'accepted',
      by: { name: 'Conny Council' },
    });
  });
  test('by two at once: the first one’s word holds, the other looks again', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { apprenticeship } = await readyApprentice(api.database);
      const outcomes = await Promise.allSettled([
        review(sponsor, apprenticeship, [wp01], 0),
        review(second, apprenticeship, [questioned], 0),
      ]);
      expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
      for (const one of outcomes)
        if (one.status === 'rejected')
          expect(one.reason.problem).toMatchObject({ status: 412, kind: 'changed-since-shown' });
      expect(Object.keys(await words(sponsor, apprenticeship))).toHaveLength(1);
    }
  });
});

describe('a review is refused', () => {
  test('as a whole when one of its items is, and nothing is kept', async () => {
    const { apprenticeship } = await readyApprentice(api.database, { leftOut: isWp01 });
    expect(await problemOf(review(sponsor, apprenticeship, [rti03, wp01], 0))).toMatchObject({
      status: 409,
      kind: 'requirement-unmet',
      facts: { requirement: { code: 'WP01', met: false, missing: { kind: 'minutes', minutes: hours(10) } } },
    });
    expect(await refusalOf(review(sponsor, apprenticeship, [rti03, { ...rti03, code: 'RTI99' }], 0))).toBe(
      '422 unknown-requirement',
    );
    expect(await refusalOf(review(sponsor, apprenticeship, [rti03, { ...questioned, remark: ' ' }], 0))).toBe(
      '422 remark-missing',
    );
    expect(await refusalOf(review(sponsor, apprenticeship, [], 0))).toBe('400 invalid-request');
    expect(await words(sponsor, apprenticeship)).toEqual({});
    await review(sponsor, apprenticeship, [{ ...wp01, verdict: 'questioned', remark: 'Not worked yet' }], 0);
  });
  test('when it went on since it was shown', async () => {
    const { apprenticeship } = await readyApprentice(api.database);
    await review(sponsor, apprenticeship, [wp01], 0);
    expect(await refusalOf(review(second, apprenticeship, [rti03], 0))).toBe('412 changed-since-shown');
    await review(second, apprenticeship, [rti03], 1);
  });
  test.each(['registered', 'suspended', 'completed', 'cancelled'] as const)('for one who is %s', async (status) => {
    const { apprenticeship } = await readyApprentice(api.database, { status });
    expect(await refusalOf(review(sponsor, apprenticeship, [wp01], 0))).toBe('409 not-active');
    expect(await readCompletion(sponsor, apprenticeship)).toMatchObject({ may: { review: false } });
  });
});

describe('an acceptance lapses', () => {
  test('while what it accepted is unmet, and the award with it', async () => {
    const apprentice = await readyApprentice(api.database);
    const { apprenticeship } = apprentice;
    await attest(employer, apprenticeship);
    const { reviewVersion, may } = await acceptAll(sponsor, apprenticeship);
    expect(may.award).toBe(true);
    await takeBack(apprentice, isWp01);
    const { WP01, ...others } = await words(sponsor, apprenticeship);
    expect(WP01).toBeUndefined();
    expect(Object.values(others)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(await readCompletion(sponsor, apprenticeship)).toMatchObject({ may: { award: false, review: true } });
    expect(await refusalOf(award(sponsor, apprenticeship, reviewVersion))).toBe('409 requirements-unmet');
  });
  test('when it was taken back and recorded anew, until it is looked at again', async () => {
    const apprentice = await readyApprentice(api.database);
    const { apprenticeship } = apprentice;
    await attest(employer, apprenticeship);
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    await takeBack(apprentice, isWp01);
    await addEntries(api.database, apprentice, [ojtHoursCredited({ minutes: hours(10) })]);
    expect(await words(sponsor, apprenticeship)).not.toHaveProperty('WP01');
    expect(await refusalOf(award(sponsor, apprenticeship, reviewVersion))).toBe('409 items-not-reviewed');
    expect(await refusalOf(review(sponsor, apprenticeship, [wp01], reviewVersion))).toBe('412 changed-since-shown');
    await acceptAll(sponsor, apprenticeship);
    expect(await award(sponsor, apprenticeship, reviewVersion + 5)).toMatchObject({ status: 'completed' });
  });
  test('for good once something else was said meanwhile', async () => {
    const apprentice = await readyApprentice(api.database);
    const { apprenticeship } = apprentice;
    const { reviewVersion } = await acceptAll(sponsor, apprenticeship);
    await takeBack(apprentice, isWp01);
    await review(sponsor, apprenticeship, [rti03], reviewVersion);
    await addEntries(api.database, apprentice, [ojtHoursCredited({ minutes: hours(10) })]);
    expect(await words(sponsor, apprenticeship)).not.toHaveProperty('WP01');
  });
});

describe('who may not review', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another apprentice', people.bela, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await readyApprentice(api.database);
    expect(await refusalOf(review(await api.as(person), apprenticeship, [wp01], 0))).toBe(refusal);
  });
  test('the apprentice, also one who holds the office', async () => {
    const apprentice = await readyApprentice(api.database);
    await addMembership(api.database, apprentice, council, 'sponsor-admin');
    const call = await api.as(apprentice);
    expect(await refusalOf(review(call, apprentice.apprenticeship, [wp01], 0))).toBe('403 own-completion');
    expect(await readCompletion(call, apprentice.apprenticeship)).toMatchObject({ may: { review: false } });
  });
});
