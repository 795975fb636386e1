import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { apprenticeshipId, calendarDate, edition, instant, named, organizationId, reason } from './shared.js';

export const questionField = z.enum(['sex', 'ethnicity', 'race', 'veteran', 'education', 'disability']);
export const vaultField = z.enum([...questionField.options, 'birth-date', 'ssn']);

const answerView = z.object({ values: z.array(z.string()), form: z.string(), answeredOn: calendarDate });

/** That somebody at a sponsor looked: at counts without names, or at this person's answers for the agency. */
export const accessView = z
  .object({
    kind: z.enum(['counts', 'agency-export']),
    at: instant,
    by: named,
    organization: named,
    role: z.enum(['sponsor-admin']),
    reason: z.string(),
    requestId: z.string(),
  })
  .meta({ id: 'Access' });
export type AccessView = z.output<typeof accessView>;

/** An apprentice's own answers; the social security number only by its last four digits. */
export const ownAnswers = z
  .object({
    /** Questions answered; what is not here was not answered, or was withdrawn. */
    answers: z.partialRecord(questionField, answerView),
    ssn: z.object({ masked: z.string(), givenOn: calendarDate }).nullable(),
    bornOn: calendarDate.nullable(),
    /** Of each answer, also where there is none. */
    editions: z.record(vaultField, edition),
    /** Sponsors of the person's agreements, and whether each employs them itself. */
    sponsors: z.array(z.object({ sponsor: named, employs: z.boolean() })),
    accesses: z.array(accessView),
    /** The day of today at the sites, by which forms run out. */
    today: calendarDate,
  })
  .meta({ id: 'OwnAnswers' });
export type OwnAnswers = z.output<typeof ownAnswers>;

export const giveAnswerBody = z
  .object({ values: z.array(z.string().max(60)).min(1, 'choose an answer').max(10) })
  .meta({ id: 'GiveAnswer' });

/** How people answered, without names; null hides a number that would tell something about fewer than five. */
export const answerCounts = z
  .object({
    sponsor: named,
    people: z.int(),
    questions: z.array(
      z.object({
        field: questionField,
        counts: z.array(z.object({ value: z.string(), people: z.int().nullable() })),
      }),
    ),
    countedAt: instant,
  })
  .meta({ id: 'AnswerCounts' });
export type AnswerCounts = z.output<typeof answerCounts>;

/** One registration as the agency asks for it (ETA 671, Section II, Part A). */
export const agencyExport = z
  .object({
    apprenticeship: apprenticeshipId,
    apprentice: z.object({ name: z.string(), email: z.string().nullable() }),
    bornOn: calendarDate.nullable(),
    /** Whole, and only where the apprentice gave it. */
    ssn: z.string().nullable(),
    sponsor: named,
    occupation: z.object({ title: z.string(), rapidsCode: z.string() }),
    beganOn: calendarDate,
    guardian: z.string().nullable(),
    /** Each question with its answer in words and in the agency's code. */
    answers: z.array(z.object({ field: z.string(), title: z.string(), answer: z.string(), code: z.string() })),
    madeAt: instant,
    reason: z.string(),
  })
  .meta({ id: 'AgencyExport' });
export type AgencyExport = z.output<typeof agencyExport>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is kept about a person, for that person. */
export const ownData = z
  .object({
    madeAt: instant,
    profile: rows,
    roles: rows,
    sessions: rows,
    invitations: rows,
    agreements: rows,
    mentors: rows,
    hours: rows,
    paidHours: rows,
    signOffRequests: rows,
    standingRequests: rows,
    record: rows,
    wages: rows,
    notices: rows,
    holds: rows,
    platforms: rows,
    courses: rows,
    results: rows,
    scores: rows,
    answers: rows,
    accesses: rows,
  })
  .meta({ id: 'OwnData' });
export type OwnData = z.output<typeof ownData>;

export const retentionState = z.enum(['open', 'kept', 'due', 'held', 'erased']);

/** An agreement that is over or held, and how long it is kept. */
export const retentionView = z
  .object({
    apprenticeship: apprenticeshipId,
    apprentice: named,
    sponsor: named,
    occupation: z.string(),
    status: z.string(),
    state: retentionState,
    keptUntil: calendarDate.nullable(),
    /** The sponsor's own hold; null when there is none. */
    hold: z.object({ reason: z.string(), by: named, at: instant }).nullable(),
    /** Whether another sponsor holds the person's records. */
    heldElsewhere: z.boolean(),
    erasedAt: instant.nullable(),
  })
  .meta({ id: 'Retention' });
export type RetentionView = z.output<typeof retentionView>;

const because = z.object({ reason }).meta({ id: 'Because' });

export const privacyEndpoints = {
  readOwnAnswers: endpoint('GET /api/own-answers', { reply: ownAnswers }),
  giveAnswer: endpoint('PUT /api/own-answers/:field', { body: giveAnswerBody, reply: ownAnswers, edits: true }),
  withdrawAnswer: endpoint('DELETE /api/own-answers/:field', { reply: ownAnswers, edits: true }),
  /** Each time it is asked for, it is written down where the apprentices see it. */
  countAnswers: endpoint('POST /api/answer-counts', {
    body: z.object({ sponsor: organizationId }).meta({ id: 'CountAnswers' }),
    reply: answerCounts,
  }),
  exportForAgency: endpoint('POST /api/apprenticeships/:apprenticeship/agency-export', {
    body: because,
    reply: agencyExport,
  }),
  readOwnData: endpoint('POST /api/account/data', { reply: ownData }),
};

export const retentionEndpoints = {
  listRetention: endpoint('GET /api/retention', {
    reply: z.object({ agreements: z.array(retentionView) }).meta({ id: 'RetentionList' }),
  }),
  placeHold: endpoint('POST /api/apprenticeships/:apprenticeship/legal-hold', { body: because }),
  liftHold: endpoint('POST /api/apprenticeships/:apprenticeship/legal-hold/lifting', { body: because }),
  eraseAgreement: endpoint('POST /api/apprenticeships/:apprenticeship/erasure', { body: because }),
};
