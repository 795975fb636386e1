import { endpoints } from '@journeybook/contracts';
import type { FakeState } from './fake-api.js';
import { standing } from './fake-competencies.js';
import { recordFor } from './fake-records.js';
import { asShown, editionOf, type FakeRoute, refusal, route } from './fake-transport.js';
import type { FakeApprenticeship } from './fake-world.js';

type Period = NonNullable<FakeApprenticeship['paid']>[number];

function ofEmployer(state: FakeState, id: string | undefined): FakeApprenticeship {
  const own = state.apprenticeships.find((one) => one.id === id);
  if (!own || recordFor(state, id).readAs !== 'employer')
    throw refusal(403, 'not-their-apprentice', 'Only the employer of this apprentice may do this.');
  return own;
}

const logged = (own: FakeApprenticeship, { from, until }: Period): number => {
  const within = (date: string) => from <= date && date <= until;
  const credited = standing(own.entries).filter((one) => one.kind === 'ojt-hours-credited' && within(one.occurredOn));
  const waiting = own.hours.filter((one) => one.status === 'submitted' && within(one.workedOn));
  return [...credited, ...waiting].reduce((sum, one) => sum + (one.minutes ?? 0), 0);
};

const list = (own: FakeApprenticeship) => ({
  edition: editionOf(own.paid),
  periods: (own.paid ?? [])
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .map((one) => ({ ...one, loggedMinutes: logged(own, one) })),
});

/** What payroll paid for, by pay period. */
export const paidHoursRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.listPaidHours, ({ params }) => list(ofEmployer(state, params['apprenticeship']))),
  route(endpoints.recordPaidHours, ({ params, body, shown }) => {
    const own = ofEmployer(state, params['apprenticeship']);
    asShown(shown, editionOf(own.paid));
    const others = (own.paid ?? []).filter((one) => one.from !== body.from || one.until !== body.until);
    const overlapping = others.find((one) => one.from <= body.until && body.from <= one.until);
    if (overlapping)
      throw refusal(409, 'period-overlaps', `${overlapping.from} to ${overlapping.until} is entered already.`, {
        facts: { with: overlapping },
      });
    own.paid = [...others, body];
    return list(own);
  }),
];
