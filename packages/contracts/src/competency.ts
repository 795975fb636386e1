import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { evaluationMethod } from './vocabulary.js';
import { competencyView } from './record.js';
import {
  apprenticeshipId,
  calendarDate,
  competencyCode,
  instant,
  named,
  percent,
  reason,
  recordEntryId,
  signOffRequestId,
  writtenText,
} from './shared.js';

const level = z.int('must be a level of the scale');

/** How a skill was judged; a test needs its result, a work sample and an interview a reference. */
export const evaluation = z
  .object({
    method: evaluationMethod,
    result: z.object({ scorePercent: percent, passMarkPercent: percent }).nullable(),
    reference: writtenText(500),
  })
  .meta({ id: 'Evaluation' });

export const signOffBody = z
  .object({
    competency: competencyCode,
    level,
    comment: writtenText(2_000).default(''),
    observedOn: calendarDate,
    evaluation: evaluation.exactOptional(),
  })
  .meta({ id: 'SignOff' });

export const competencyEvent = z
  .object({
    entry: recordEntryId,
    kind: z.enum(['demonstrated', 'observed', 'signed-off', 'granted', 'voided']),
    on: calendarDate,
    recordedAt: instant,
    by: named,
    level: level.nullable(),
    /** The comment, the feedback or the reason. */
    text: z.string(),
    voided: z.boolean(),
  })
  .meta({ id: 'CompetencyEvent' });
export type CompetencyEventView = z.output<typeof competencyEvent>;

export const signOffRequestState = z.enum(['open', 'signed-off', 'declined', 'withdrawn']);

export const signOffRequest = z
  .object({
    id: signOffRequestId,
    apprenticeship: apprenticeshipId,
    apprentice: named,
    competency: competencyView,
    workProcess: z.object({ code: z.string(), title: z.string() }),
    note: z.string(),
    requestedAt: instant,
    levels: z.array(z.object({ level, name: z.string() })),
  })
  .meta({ id: 'SignOffRequest' });
export type SignOffRequestView = z.output<typeof signOffRequest>;

/** The Job Book: three acts of a mentor (PRODUCT, "Competencies"), each an entry of the record, and their history. */
export const competencyEndpoints = {
  demonstrate: endpoint('POST /api/apprenticeships/:apprenticeship/demonstrations', {
    body: z
      .object({ competency: competencyCode, on: calendarDate, comment: writtenText(2_000).default('') })
      .meta({ id: 'Demonstrate' }),
    reply: competencyView,
  }),
  observe: endpoint('POST /api/apprenticeships/:apprenticeship/observations', {
    body: z
      .object({ competency: competencyCode, on: calendarDate, level, feedback: writtenText(2_000) })
      .meta({ id: 'Observe' }),
    reply: competencyView,
  }),
  signOff: endpoint('POST /api/apprenticeships/:apprenticeship/sign-offs', {
    body: signOffBody,
    reply: competencyView,
  }),
  /** Takes a sign-off back by its record entry; it stays readable. */
  voidSignOff: endpoint('POST /api/apprenticeships/:apprenticeship/sign-offs/:entry/void', {
    body: z.object({ reason }),
    reply: competencyView,
  }),
  /** Every act on one skill, oldest first. */
  competencyHistory: endpoint('GET /api/apprenticeships/:apprenticeship/competencies/:competency/history', {
    reply: z.object({ events: z.array(competencyEvent) }).meta({ id: 'CompetencyHistory' }),
  }),
  requestSignOff: endpoint('POST /api/apprenticeships/:apprenticeship/sign-off-requests', {
    body: z.object({ competency: competencyCode, note: writtenText(2_000).default('') }).meta({ id: 'RequestSignOff' }),
    reply: competencyView,
  }),
  withdrawSignOffRequest: endpoint('DELETE /api/sign-off-requests/:request', {}),
  /** What waits for this mentor, oldest first. */
  listSignOffRequests: endpoint('GET /api/sign-off-requests', {
    reply: z.object({ requests: z.array(signOffRequest) }).meta({ id: 'SignOffRequests' }),
  }),
  declineSignOff: endpoint('POST /api/sign-off-requests/:request/decline', {
    body: z.object({ feedback: writtenText(2_000) }),
  }),
};
