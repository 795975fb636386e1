import { endpoints, type wageStepView } from '@journeybook/contracts';
import type { z } from 'zod';
import { today } from '../ui/show-dates.js';
import type { FakeState } from './fake-api.js';
import { inWords } from './fake-decision.js';
import { mentors, signedIn } from './fake-session.js';
import { type FakeRoute, refusal, route } from './fake-transport.js';
import { daysAgo, type FakeApprenticeship, northfield } from './fake-world.js';

type Step = z.input<typeof wageStepView>;

const journeyworkerCentsPerHour = 3200;
const minimumWageCents = 725;
const graceDays = 14;

const schedule = [
  { step: 1, title: 'Entry', after: {}, percent: 60 },
  { step: 2, title: 'Second quarter', after: { ojtMinutes: 684 * 60, rtiMinutes: 66 * 60 }, percent: 70 },
  { step: 3, title: 'Third quarter', after: { ojtMinutes: 1368 * 60, months: 9 }, percent: 80 },
  { step: 4, title: 'Last quarter', after: { ojtMinutes: 2052 * 60, competencies: 57 }, percent: 90 },
];

/** By step: the day it was reached, and what is paid for it. */
export interface FakeWages {
  reached: (string | null)[];
  readonly given: Map<number, { centsPerHour: number; on: string }>;
  /** Whether the program lays wages down at all. */
  laidDown: boolean;
}

/** The first apprentice's third step is overdue, the second's second is due; the third has just begun, unpaid so far. */
export function fakeWages(apprenticeships: readonly FakeApprenticeship[]): Map<string, FakeWages> {
  const paid = (days: number, cents: number) => ({ centsPerHour: cents, on: daysAgo(days) });
  const states: FakeWages[] = [
    {
      reached: [daysAgo(321), daysAgo(200), daysAgo(40), null],
      given: new Map([
        [1, paid(321, 1950)],
        [2, paid(198, 2240)],
      ]),
      laidDown: true,
    },
    { reached: [daysAgo(150), daysAgo(5), null, null], given: new Map([[1, paid(150, 1920)]]), laidDown: true },
    { reached: [daysAgo(20), null, null, null], given: new Map([[1, paid(20, 1920)]]), laidDown: true },
  ];
  return new Map(apprenticeships.map((own, index) => [own.id, states[index] ?? (states[2] as FakeWages)]));
}

function stepsOf({ reached, given }: FakeWages): Step[] {
  const highest = Math.max(0, ...given.keys());
  return schedule.map((step, index) => {
    const reachedOn = reached[index] ?? null;
    const isOverdue = reachedOn !== null && reachedOn < daysAgo(graceDays);
    return {
      step,
      leastCentsPerHour: Math.ceil((journeyworkerCentsPerHour * step.percent) / 100),
      reachedOn,
      given: given.get(step.step) ?? null,
      state: step.step <= highest ? 'given' : reachedOn === null ? 'ahead' : isOverdue ? 'overdue' : 'due',
    };
  });
}

function find(state: FakeState, id: string | undefined) {
  const own = state.apprenticeships.find((one) => one.id === id);
  const wages = state.wages.get(id ?? '');
  if (!own || !wages || mentors(state, own))
    throw refusal(403, 'not-their-record', 'This record is not yours to open. Ask the sponsor if you should see it.');
  return { own, wages };
}

function viewWages(state: FakeState, id: string | undefined) {
  const { own, wages } = find(state, id);
  return {
    apprenticeship: own.id,
    journeyworkerCentsPerHour: wages.laidDown ? journeyworkerCentsPerHour : null,
    minimumWageCents,
    steps: wages.laidDown ? stepsOf(wages) : [],
    may: { give: own.apprentice.id !== signedIn(state).id },
  };
}

const isOwed = (step: Step) => step.state === 'due' || step.state === 'overdue';

/** Wage steps, with the refusals of a rate that is too low. */
export const wageRoutes = (state: FakeState): FakeRoute[] => [
  route(endpoints.readWages, ({ params }) => viewWages(state, params['apprenticeship'])),
  route(endpoints.giveWageStep, ({ params, body }) => {
    const { wages } = find(state, params['apprenticeship']);
    const step = stepsOf(wages).find((one) => one.step.step === body.step);
    if (!step) throw refusal(422, 'unknown-wage-step', 'The schedule has no such step.');
    if (body.from > today()) throw refusal(422, 'future-date', inWords('future-date'));
    if (body.centsPerHour < step.leastCentsPerHour) throw refusal(422, 'below-step-rate', inWords('below-step-rate'));
    if ([...wages.given.values()].some(({ centsPerHour }) => centsPerHour > body.centsPerHour))
      throw refusal(422, 'wage-falls', inWords('wage-falls'));
    wages.given.set(body.step, { centsPerHour: body.centsPerHour, on: body.from });
    return viewWages(state, params['apprenticeship']);
  }),
  route(endpoints.listWagesDue, () => {
    signedIn(state);
    const due = state.apprenticeships.flatMap((own) => {
      const wages = state.wages.get(own.id);
      const steps = wages ? stepsOf(wages).filter(isOwed) : [];
      return steps.map((step) => ({ apprenticeship: own.id, apprentice: own.apprentice, employer: northfield, step }));
    });
    return { due: due.toSorted((a, b) => Number(b.step.state === 'overdue') - Number(a.step.state === 'overdue')) };
  }),
];
