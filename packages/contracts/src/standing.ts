import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  apprenticeshipId,
  calendarDate,
  competencyCode,
  courseCode,
  instant,
  minutes,
  named,
  reason,
  standingRequestId,
  workProcessCode,
  writtenText,
} from './shared.js';

/** What credit is asked for or granted. */
export const standingItem = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('work-process'), workProcess: workProcessCode, minutes }),
    z.object({ kind: z.literal('course'), course: courseCode, minutes }),
    z.object({
      kind: z.literal('competency'),
      competency: competencyCode,
      level: z.int('must be a level of the scale'),
    }),
  ])
  .meta({ id: 'StandingItem' });
export type StandingItemView = z.output<typeof standingItem>;

const evidence = z.object({ title: writtenText(300), reference: writtenText(500).default('') });
const items = z.array(standingItem).max(200, 'ask for at most 200 items at once');

export const requestStandingBody = z
  .object({
    items: items.min(1, 'ask for at least one item'),
    reason,
    /** What is shown for it, e.g. a transcript, and where it is kept. */
    evidence: z.array(evidence).max(20, 'name at most 20 pieces of evidence'),
    /** Minutes worked as a youth apprentice, where that is the ground. */
    youthMinutes: minutes
      .refine((value) => value <= 1_000_000, 'must be at most 1,000,000 minutes')
      .nullable()
      .default(null),
  })
  .meta({ id: 'RequestStanding' });

export const standingState = z.enum(['requested', 'granted', 'refused']);

export const standingRequest = z
  .object({
    id: standingRequestId,
    apprenticeship: apprenticeshipId,
    apprentice: named,
    employer: named,
    state: standingState,
    /** Each with its title and what is still left of it. */
    items: z.array(
      z.object({
        item: standingItem,
        title: z.string(),
        leftMinutes: minutes.nullable(),
        granted: standingItem.nullable(),
      }),
    ),
    reason: z.string(),
    evidence: z.array(evidence.required()),
    youthMinutes: minutes.nullable(),
    requestedBy: named,
    requestedAt: instant,
    decidedBy: named.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    may: z.object({ decide: z.boolean() }),
  })
  .meta({ id: 'StandingRequest' });
export type StandingRequestView = z.output<typeof standingRequest>;

export const standingView = z
  .object({
    requests: z.array(standingRequest),
    /** The agency's rules for it, in numbers. */
    policy: z.object({
      id: z.string(),
      capMinutes: minutes.nullable(),
      grantedMinutes: minutes,
      percentOfYouthHours: z.number().nullable(),
      decideBy: calendarDate.nullable(),
      evidenceDueOn: calendarDate.nullable(),
    }),
    /** What an earlier record shows for the same codes, to ask for; empty when there is none. */
    proposed: z.array(standingItem),
    may: z.object({ request: z.boolean() }),
  })
  .meta({ id: 'Standing' });
export type StandingView = z.output<typeof standingView>;

export const standingEndpoints = {
  readStanding: endpoint('GET /api/apprenticeships/:apprenticeship/standing', { reply: standingView }),
  requestStanding: endpoint('POST /api/apprenticeships/:apprenticeship/standing', {
    body: requestStandingBody,
    reply: standingRequest,
  }),
  /** Requests that wait for the caller's decision, oldest first. */
  listStandingRequests: endpoint('GET /api/standing-requests', {
    reply: z.object({ requests: z.array(standingRequest) }).meta({ id: 'StandingRequests' }),
  }),
  /** Grants in whole or in part, each item no more than was asked; nothing granted refuses the request. */
  decideStanding: endpoint('POST /api/standing-requests/:request/decision', {
    body: z.object({ granted: items, reason }).meta({ id: 'DecideStanding' }),
    reply: standingRequest,
  }),
};
