import type { Client, transferBody } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipStatus } from '@journeybook/domain';
import { council, day, elsewhere, standardId } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addApprentice } from '../testing/add-apprentice.js';
import { draftOf, readBy, registration } from '../testing/agreement.js';
import { chainOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { addMembership, buildWorld, outsideEmployer, people } from '../testing/world.js';

let api: RunningApi;
let cora: Client;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
  cora = await api.as(people.councilAdmin);
});
afterAll(() => api.stop());

const transfer = (call: Client, apprenticeship: string, overrides: Partial<z.input<typeof transferBody>> = {}) =>
  call(endpoints.transferApprentice, {
    params: { apprenticeship },
    body: {
      effectiveOn: day('2026-03-03'),
      reason: 'Moved to another county',
      toRapidsCode: '2031',
      agreedByApprenticeOn: day('2026-03-01'),
      transcriptGivenOn: day('2026-03-02'),
      ...overrides,
    },
  });

describe('transferring an apprentice', () => {
  test.each<ApprenticeshipStatus>(['registered', 'active', 'suspended'])(
    'who is %s ends this agreement, keeps both days and is reported',
    async (status) => {
      const { apprenticeship } = await addApprentice(api.database, { status });
      expect((await readBy(cora, apprenticeship)).may.transfer).toBe(true);
      expect(await transfer(cora, apprenticeship)).toMatchObject({
        status: 'transferred',
        notices: [{ event: 'transferred', dueOn: '2026-04-17' }],
        may: {
          transfer: false,
          changeStatus: [],
          changeEmployer: false,
          assignMentor: false,
          move: false,
          report: true,
        },
      });
      expect(await chainOf(api.database, apprenticeship)).toMatchObject([
        { status: 'transferred', agreedByApprenticeOn: '2026-03-01', transcriptGivenOn: '2026-03-02' },
      ]);
    },
  );
  test('lets the other program begin a new agreement in the occupation', async () => {
    const person = await addApprentice(api.database);
    const evan = await api.as(people.elsewhereAdmin);
    const body = draftOf({
      sponsor: elsewhere,
      standard: standardId(2),
      employer: outsideEmployer,
      apprentice: { name: person.name, email: person.email },
    });
    const { apprenticeship } = await evan(endpoints.draftAgreement, { body });
    const register = () => evan(endpoints.registerApprentice, { params: { apprenticeship }, body: registration() });
    expect(await refusalOf(register())).toBe('409 agreement-open');
    await transfer(cora, person.apprenticeship);
    expect(await register()).toMatchObject({ status: 'registered', apprentice: { id: person.id } });
  });
  test('many times at once is one entry', async () => {
    const { apprenticeship } = await addApprentice(api.database);
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => transfer(cora, apprenticeship)));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await chainOf(api.database, apprenticeship)).toHaveLength(1);
  });
});

describe('a transfer is refused', () => {
  test.each([
    ['409 another-occupation', { toRapidsCode: '0153' }],
    ['409 not-agreed-by-apprentice', { agreedByApprenticeOn: null }],
    ['409 transcript-missing', { transcriptGivenOn: null }],
    ['422 future-date', { transcriptGivenOn: day('2026-03-05') }],
    ['422 future-date', { effectiveOn: day('2026-03-05') }],
    ['422 before-agreement', { effectiveOn: day('2026-01-04') }],
    ['422 reason-missing', { reason: '' }],
  ])('with %s for %o', async (refusal, overrides) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(transfer(cora, apprenticeship, overrides))).toBe(refusal);
    expect(await readBy(cora, apprenticeship)).toMatchObject({ status: 'active', history: [] });
  });
  test.each<ApprenticeshipStatus>(['draft', 'completed', 'cancelled', 'transferred'])(
    'when it is %s',
    async (status) => {
      const { apprenticeship } = await addApprentice(api.database, { status });
      expect(await refusalOf(transfer(cora, apprenticeship))).toBe('409 no-such-change');
    },
  );
  test.each([
    ['the employer', people.foundryAdmin, '403 not-allowed'],
    ['a mentor', people.grace, '403 not-allowed'],
    ['another sponsor', people.elsewhereAdmin, '404 not-their-record'],
  ])('to %s', async (_, person, refusal) => {
    const { apprenticeship } = await addApprentice(api.database);
    expect(await refusalOf(transfer(await api.as(person), apprenticeship))).toBe(refusal);
  });
  test('to the apprentice with an office at the sponsor', async () => {
    const person = await addApprentice(api.database);
    await addMembership(api.database, person, council, 'sponsor-admin');
    expect(await refusalOf(transfer(await api.as(person), person.apprenticeship))).toBe('403 not-their-decision');
  });
});
