import type { AgreementView, Client } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { AgencyPolicy, StatusChanged } from '@journeybook/domain';
import { federalPolicy, findAgencyPolicy } from '@journeybook/domain';
import { council, day, imt, now, standardId, terms } from '@journeybook/domain/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOf, partyOf, readBy, registration } from '../testing/agreement.js';
import { dayOf, line, log } from '../testing/hours.js';
import { onDay } from '../testing/on-day.js';
import { chainOf, totalsOf } from '../testing/record.js';
import { refusalOf } from '../testing/refusal-of.js';
import type { RunningApi } from '../testing/start-api.js';
import { startApi } from '../testing/start-api.js';
import { buildWorld, people } from '../testing/world.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
  await buildWorld(api.database);
});
afterAll(() => api.stop());

const ohio = findAgencyPolicy('US-OH') ?? federalPolicy;
const beganOn = day('2026-01-05');

/** The IMT under an agency's policy, published by the council. */
async function publish(number: number, agency: AgencyPolicy) {
  const standard = imt('time', { id: standardId(number), version: `2026.${number}`, terms: terms({ agency }) });
  await api.database.transaction(({ standards }) => standards.publish(council, standard, now));
  return standard.id;
}

/** What the sponsor does on a day. */
const sponsorOn = <T>(date: string, act: (sponsor: Client) => Promise<T>): Promise<T> =>
  onDay(api, date, async (as) => act(await as(people.councilAdmin)));

/** Status and notices after a plain change on its day. */
const changeOn = (
  date: string,
  { apprenticeship }: AgreementView,
  [to, reason, noticeGivenOn]: readonly ['active' | 'suspended', string, string | null],
) =>
  sponsorOn(date, (sponsor) =>
    sponsor(endpoints.changeStatus, {
      params: { apprenticeship },
      body: { to, reason, effectiveOn: day(date), noticeGivenOn: noticeGivenOn === null ? null : day(noticeGivenOn) },
    }),
  );

/** Whether the apprentice may log a day worked on a date, on that date. */
const logsOn = (date: string, { apprenticeship, apprentice }: AgreementView) =>
  onDay(api, date, async (as) =>
    log(await as(partyOf(apprentice)), apprenticeship, dayOf([line()], { workedOn: day(date) })).then(
      () => 'logged',
      (refused: { problem: { kind: string } }) => refused.problem.kind,
    ),
  );

describe.each([
  ['under the federal policy', 41, federalPolicy, '2026-02-19'],
  ['in Ohio, which counts 45 business days for a registration', 42, ohio, '2026-03-11'],
] as const)('a whole life %s', (_, number, agency, registeredBy) => {
  test('is on the record, chained, and every change is due at the agency in its time', async () => {
    const standard = await publish(number, agency);
    const draft = await sponsorOn('2026-01-02', (sponsor) =>
      sponsor(endpoints.draftAgreement, {
        body: draftOf({ standard, beganOn, apprentice: { name: `Lena Life ${number}` } }),
      }),
    );
    const { apprenticeship } = draft;
    const register = (sponsor: Client) =>
      sponsor(endpoints.registerApprentice, {
        params: { apprenticeship },
        body: registration({ signedByApprenticeOn: day('2026-01-02') }),
      });
    expect([draft.status, draft.may.register]).toEqual(['draft', false]);
    expect(await sponsorOn('2026-01-02', (sponsor) => refusalOf(register(sponsor)))).toBe('422 future-date');
    const registered = await sponsorOn('2026-01-05', register);
    expect(registered).toMatchObject({ status: 'registered', probation: { endsOn: '2026-05-20', because: 'months' } });
    expect(registered.notices).toMatchObject([{ event: 'registered', dueOn: registeredBy, state: 'due' }]);
    expect(await logsOn('2026-02-02', draft)).toBe('logged');

    const active = await changeOn('2026-03-02', draft, ['active', 'Probation is over', null]);
    expect(active).toMatchObject({ status: 'active', probation: null, may: { needsNotice: true } });
    await changeOn('2026-04-01', draft, ['suspended', 'Lay-off', '2026-03-20']);
    expect(await logsOn('2026-04-15', draft)).toBe('not-in-training');
    await changeOn('2026-05-01', draft, ['active', 'Back at work', null]);
    expect(await logsOn('2026-05-04', draft)).toBe('logged');
    const transferred = await sponsorOn('2026-06-01', (sponsor) =>
      sponsor(endpoints.transferApprentice, {
        params: { apprenticeship },
        body: {
          effectiveOn: day('2026-06-01'),
          reason: 'Moved to another county',
          toRapidsCode: '2031',
          agreedByApprenticeOn: day('2026-05-20'),
          transcriptGivenOn: day('2026-06-01'),
        },
      }),
    );
    expect(await logsOn('2026-06-02', draft)).toBe('not-in-training');

    expect(transferred.agency.code).toBe(agency.agency);
    expect(transferred.notices.map(({ event, dueOn, state }) => [event, dueOn, state])).toEqual([
      ['registered', registeredBy, 'late'],
      ['suspended', '2026-05-16', 'late'],
      ['reinstated', '2026-06-15', 'due'],
      ['transferred', '2026-07-16', 'due'],
    ]);
    const entries = await chainOf(api.database, apprenticeship);
    const changes = entries.filter((entry): entry is StatusChanged => entry.kind === 'status-changed');
    expect(changes.map(({ from, status, occurredOn, decidedBy }) => [from, status, occurredOn, decidedBy])).toEqual([
      ['draft', 'registered', '2026-01-05', 'sponsor'],
      ['registered', 'active', '2026-03-02', 'sponsor'],
      ['active', 'suspended', '2026-04-01', 'sponsor'],
      ['suspended', 'active', '2026-05-01', 'sponsor'],
      ['active', 'transferred', '2026-06-01', 'sponsor'],
    ]);
    expect(entries).toHaveLength(changes.length);
    expect(await totalsOf(api.database, apprenticeship)).toEqual([]);
    const [read, listed] = await sponsorOn('2026-06-01', async (sponsor) => [
      await readBy(sponsor, apprenticeship),
      (await sponsor(endpoints.listNotices, {})).notices,
    ]);
    expect(read).toEqual(transferred);
    expect(listed.filter((notice) => notice.apprenticeship === apprenticeship)).toEqual(transferred.notices);
  });
});
