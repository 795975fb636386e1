import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { apprenticeshipId, calendarDate, named } from './shared.js';
import { wageStep } from './standard-contents.js';

const cents = z.int('must be whole cents');

export const wageStepState = z.enum(['ahead', 'due', 'overdue', 'given']);

export const wageStepView = z
  .object({
    step: wageStep,
    /** The least it pays, in cents an hour. */
    leastCentsPerHour: cents,
    /** The day everything it asks for was reached; null while it is not. */
    reachedOn: calendarDate.nullable(),
    given: z.object({ centsPerHour: cents, on: calendarDate }).nullable(),
    state: wageStepState,
  })
  .meta({ id: 'WageStepState' });
export type WageStepView = z.output<typeof wageStepView>;

export const wagesView = z
  .object({
    apprenticeship: apprenticeshipId,
    /** Null when the standard lays no wages down. */
    journeyworkerCentsPerHour: cents.nullable(),
    minimumWageCents: cents,
    steps: z.array(wageStepView),
    may: z.object({ give: z.boolean() }),
  })
  .meta({ id: 'Wages' });
export type WagesView = z.output<typeof wagesView>;

export const wagesEndpoints = {
  readWages: endpoint('GET /api/apprenticeships/:apprenticeship/wages', { reply: wagesView }),
  /** Records the wage that is really paid for a step, and since when. */
  giveWageStep: endpoint('POST /api/apprenticeships/:apprenticeship/wages', {
    body: z
      .object({
        step: z.int(),
        centsPerHour: cents.max(10_000_000, 'must be at most 10,000,000 cents'),
        from: calendarDate,
      })
      .meta({ id: 'GiveWageStep' }),
    reply: wagesView,
  }),
  /** Steps due and overdue of every apprentice the caller answers for, overdue first. */
  listWagesDue: endpoint('GET /api/wages-due', {
    reply: z
      .object({
        due: z.array(
          z.object({ apprenticeship: apprenticeshipId, apprentice: named, employer: named, step: wageStepView }),
        ),
      })
      .meta({ id: 'WagesDue' }),
  }),
};
