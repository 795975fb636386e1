import type { Client, registerApprenticeBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import { newId } from '@journeybook/database';
import type { ApprenticeshipStatus } from '@journeybook/domain';
import { day, elsewhere, standardId, today } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftBy, partyOf, readBy, registration } from '../testing/agreement.js';
import { asOwner } from '../testing/as-owner.js';
import { dayOf, line, log } from '../testing/hours.js';
import { onDay } from '../testing/on-day.js';
import { chainOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, agreements, buildWorld, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const register = (
  call: Client,
  apprenticeship: string,
  overrides: Partial<z.input<typeof registerApprenticeBody>> = {},
) => call(endpoints.registerApprentice, { params: { apprenticeship }, body: registration(overrides) });

const signaturesKept = async (id: string) =>
  (await asOwner(api.database, 'select from agreement_signatures where apprenticeship_id = $1', [id])).length;

describe('registering an apprentice', () => {
  test('begins probation on the first day, keeps who signed, and says when the agency must know', async () => {
    const draft = await draftBy(cora);
    const view = await register(cora, draft.apprenticeship, { reason: ' Signed by all ' });
    expect(view).toMatchObject({
      status: 'registered',
      history: [
        {
          from: 'draft',
          to: 'registered',
          on: '2026-03-02',
          reason: 'Signed by all',
          by: { id: people.councilAdmin.id, name: 'Cora Council' },
          decidedBy: 'sponsor',
        },
      ],
      probation: { endsOn: '2026-07-17', because: 'months', latestOn: '2026-07-17' },
      signatures: { minor: false, signedByApprenticeOn: '2026-03-01', guardian: null },
      notices: [{ event: 'registered', occurredOn: '2026-03-02', dueOn: '2026-04-16', state: 'due', reportedOn: null }],
      may: { register: false, changeStatus: ['active', 'suspended', 'cancelled'], needsNotice: false, transfer: true },
    });
    expect(await chainOf(api.database, draft.apprenticeship)).toMatchObject([
      { kind: 'status-changed', from: 'draft' },
    ]);
  });
  test('lets the apprentice log hours from then on', async () => {
    const draft = await draftBy(cora, { apprentice: { name: 'Lou Logger' } });
    const lou = await api.as(partyOf(draft.apprentice));
    const hours = dayOf([line()], { workedOn: day('2026-03-02') });
    expect(await refusalOf(log(lou, draft.apprenticeship, hours))).toBe('409 not-in-training');
    await register(cora, draft.apprenticeship);
    expect(await log(lou, draft.apprenticeship, hours)).toHaveLength(1);
  });
  test('of a minor keeps the guardian, and the date of birth in the vault alone', async () => {
    const draft = await draftBy(cora);
    const guardian = {
      name: ' Maria Newcomer ',
      relation: 'mother ',
      contact: ' 555 0101',
      signedOn: day('2026-03-01'),
    };
    const view = await register(cora, draft.apprenticeship, { bornOn: day('2009-01-01'), guardian });
    expect(view.signatures).toEqual({
      minor: true,
      signedByApprenticeOn: '2026-03-01',
      guardian: { name: 'Maria Newcomer', relation: 'mother', contact: '555 0101', signedOn: '2026-03-01' },
    });
    const [kept] = await asOwner<{ bornOn: string | null }>(
      api.database,
      'select born_on as "bornOn" from agreement_signatures where apprenticeship_id = $1',
      [draft.apprenticeship],
    );
    expect(kept).toEqual({ bornOn: null });
    const own = await (await api.as(partyOf(view.apprentice)))(endpoints.readOwnAnswers, {});
    expect(own.bornOn).toBe('2009-01-01');
  });
  test('of an adult keeps no guardian without a name', async () => {
    const draft = await draftBy(cora);
    const view = await register(cora, draft.apprenticeship, { guardian: { name: ' ', signedOn: day('2026-03-01') } });
    expect(view.signatures?.guardian).toBeNull();
  });
  test('many times at once is one entry', async () => {
    const { apprenticeship } = await draftBy(cora);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => register(cora, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'no-such-change' });
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);
    expect(await signaturesKept(apprenticeship)).toBe(1);
  });
  test('of two drafts in one occupation at once, with two sponsors, registers one', async () => {
    const evan = await api.as(people.elsewhereAdmin);
    const apprentice = { name: 'Two Offers', email: 'two.offers@people.example' };
    const other = { sponsor: elsewhere, standard: standardId(2), employer: outsideEmployer, apprentice };
    const drafts = [
      [cora, await draftBy(cora, { apprentice })],
      [evan, await draftBy(evan, other)],
    ] as const;
    const outcomes = await Promise.allSettled(
      drafts.map(([call, { apprenticeship }]) => register(call, apprenticeship)),
    );
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const one of outcomes)
      if (one.status === 'rejected') expect(one.reason.problem).toMatchObject({ status: 409, kind: 'agreement-open' });
  });
  test('again, after an agreement that ended, is coming back', async () => {
    const former = await addApprentice(api.database, { status: 'cancelled' });
    const { apprenticeship } = await draftBy(cora, { apprentice: { person: former.id } });
    expect(await register(cora, apprenticeship)).toMatchObject({ status: 'registered' });
  });
  test('beside an agreement in another occupation is open', async () => {
    const other = await addApprentice(api.database, { standard: standardId(3) });
    const { apprenticeship } = await draftBy(cora, { apprentice: { person: other.id } });
    expect(await register(cora, apprenticeship)).toMatchObject({ status: 'registered' });
  });
});

describe('registering an apprentice is refused', () => {
  test.each([
    ['422 too-young', { bornOn: day('2010-03-03'), guardian: { name: 'Maria', signedOn: today } }],
    ['422 signature-missing', { signedByApprenticeOn: null }],
    ['422 guardian-missing', { bornOn: day('2008-03-03') }],
    ['422 guardian-missing', { bornOn: day('2008-03-03'), guardian: { name: ' ', signedOn: today } }],
    ['422 future-date', { signedByApprenticeOn: day('2026-03-05') }],
    ['422 reason-missing', { reason: ' ' }],
    ['400 invalid-request', { bornOn: 'yesterday' as typeof today }],
  ])('with %s', async (refusal, overrides) => {
    const { apprenticeship } = await draftBy(cora);
    expect(await refusalOf(register(cora, apprenticeship, overrides))).toBe(refusal);
    expect(await readBy(cora, apprenticeship)).toMatchObject({ status: 'draft', history: [], signatures: null });
    expect(await signaturesKept(apprenticeship)).toBe(0);
  });
  test('until the first day, and then it is open', async () => {
    const draft = await draftBy(cora, { beganOn: day('2026-03-05') });
    expect(draft.may.register).toBe(false);
    expect(await refusalOf(register(cora, draft.apprenticeship))).toBe('422 future-date');
    await onDay(api, '2026-03-05', async (as) => {
      const later = await as(people.councilAdmin);
      expect((await readBy(later, draft.apprenticeship)).may.register).toBe(true);
      expect(await register(later, draft.apprenticeship)).toMatchObject({ status: 'registered' });
    });
  });
  test.each(['registered', 'active', 'suspended'] as const)(
    'while another agreement in the occupation is %s, with whatever sponsor',
    async (status) => {
      const theirs = { sponsor: elsewhere, standard: standardId(2), employer: outsideEmployer };
      const busy = await addApprentice(api.database, { status, ...theirs });
      const { apprenticeship } = await draftBy(cora, { apprentice: { name: busy.name, email: busy.email } });
      expect(await refusalOf(register(cora, apprenticeship))).toBe('409 agreement-open');
      expect(await chainOf(api.database, apprenticeship)).toEqual([]);
    },
  );
  test.each<ApprenticeshipStatus>(['registered', 'active', 'suspended', 'completed', 'cancelled', 'transferred'])(
    'when it is %s already',
    async (status) => {
      const { apprenticeship } = await addApprentice(api.database, { status });
      expect(await refusalOf(register(cora, apprenticeship))).toBe('409 no-such-change');
    },
  );
  test('when the employer left the program since', async () => {
    const { apprenticeship } = await draftBy(cora);
    const outside = [apprenticeship, outsideEmployer];
    await asOwner(api.database, 'update apprenticeships set employer_id = $2 where id = $1', outside);
    expect(await refusalOf(register(cora, apprenticeship))).toBe('409 employer-not-in-program');
  });
});

describe('who may not register an apprentice', () => {
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('%s', async (_, person, refusal) => {
    const { apprenticeship } = await draftBy(cora);
    expect(await refusalOf(register(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('the apprentice, also with an office at the sponsor', async () => {
    const person = await addApprentice(api.database, { status: 'draft' });
    expect(await refusalOf(register(await api.as(person), person.apprenticeship))).toBe('403 not-allowed');
    await addMembership(api.database, person, agreements.ada.sponsor, 'sponsor-admin');
    expect(await refusalOf(register(await api.as(person), person.apprenticeship))).toBe('403 not-their-program');
  });
  test('a mentor of the apprentice who is an administrator of another sponsor', async () => {
    const person = await addApprentice(api.database, { status: 'draft' });
    await addMembership(api.database, people.hugo, elsewhere, 'sponsor-admin');
    expect(await refusalOf(register(await api.as(people.hugo), person.apprenticeship))).toBe('403 not-their-program');
  });
  test('anybody, when there is none', async () => {
    expect(await refusalOf(register(cora, newId()))).toBe('404 not-their-record');
  });
});
