import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { apprenticeshipId, calendarDate, minutes, named, reason, recordEntryId, writtenText } from './shared.js';
import { apprenticeshipStatus, approach } from './vocabulary.js';

export const requirementKind = z.enum([
  'process-hours',
  'competency',
  'course',
  'electives',
  'ojt-minimum',
  'ojt-months',
  'completion-credential',
]);

/** What would meet a requirement that is not met. */
const missing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), minutes }),
  z.object({ kind: z.literal('sign-off'), requiredLevel: z.int(), level: z.int().nullable() }),
  z.object({ kind: z.literal('until'), on: calendarDate }),
  z.object({ kind: z.literal('credential') }),
]);

export const reviewVerdict = z.enum(['accepted', 'questioned']);

export const requirement = z
  .object({
    kind: requirementKind,
    code: z.string(),
    title: z.string(),
    met: z.boolean(),
    missing: missing.nullable(),
    /** The sponsor's word on it; null while nobody looked. */
    review: z.object({ verdict: reviewVerdict, remark: z.string(), by: named }).nullable(),
    /** How often something behind it was taken back; goes back with the sponsor's word on it. */
    takenBack: z.int(),
  })
  .meta({ id: 'Requirement' });
export type RequirementView = z.output<typeof requirement>;

export const completionView = z
  .object({
    apprenticeship: apprenticeshipId,
    apprentice: named,
    employer: named,
    sponsor: named,
    occupation: z.string(),
    approach,
    status: apprenticeshipStatus,
    requirements: z.array(requirement),
    /** The employer's word that stands; null while there is none. */
    attestation: z.object({ by: named, on: calendarDate, statement: z.string() }).nullable(),
    /** The last time the sponsor gave the materials back; null when it never did. */
    returned: z.object({ by: named, on: calendarDate, reasons: z.array(z.string()) }).nullable(),
    award: z.object({ by: named, on: calendarDate }).nullable(),
    credentials: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        earned: z.object({ entry: recordEntryId, on: calendarDate, reference: z.string(), by: named }).nullable(),
      }),
    ),
    /** Goes up with every word of the sponsor; give the one that was shown. */
    reviewVersion: z.int(),
    may: z.object({ recordCredential: z.boolean(), attest: z.boolean(), review: z.boolean(), award: z.boolean() }),
  })
  .meta({ id: 'Completion' });
export type CompletionView = z.output<typeof completionView>;

export const completionEndpoints = {
  /** Every requirement, met and unmet, with what would meet it, and where the review stands. */
  readCompletion: endpoint('GET /api/apprenticeships/:apprenticeship/completion', { reply: completionView }),
  recordCredential: endpoint('POST /api/apprenticeships/:apprenticeship/credentials', {
    body: z
      .object({ credential: writtenText(40), earnedOn: calendarDate, reference: writtenText(500) })
      .meta({ id: 'RecordCredential' }),
    reply: completionView,
  }),
  attestMastery: endpoint('POST /api/apprenticeships/:apprenticeship/attestation', {
    body: z.object({ statement: writtenText(2_000) }),
    reply: completionView,
  }),
  /** The sponsor's word on the requirements listed, all of it or none; refused when the review changed since it was shown. */
  reviewItems: endpoint('PUT /api/apprenticeships/:apprenticeship/review', {
    body: z
      .object({
        items: z
          .array(
            z.object({
              kind: requirementKind,
              code: writtenText(40),
              verdict: reviewVerdict,
              remark: writtenText(2_000).default(''),
              /** As it was shown. */
              takenBack: z.int(),
            }),
          )
          .min(1, 'look at one item at least')
          .max(500, 'at most 500 items at once'),
      })
      .meta({ id: 'ReviewItems' }),
    reply: completionView,
    edits: true,
  }),
  awardCompletion: endpoint('POST /api/apprenticeships/:apprenticeship/award', {
    body: z.object({ version: z.int() }),
    reply: completionView,
  }),
  returnCompletion: endpoint('POST /api/apprenticeships/:apprenticeship/completion-return', {
    body: z.object({ reasons: z.array(reason).max(50, 'give at most 50 reasons') }),
    reply: completionView,
  }),
  /** Attested and waiting for the sponsor's review, the longest first. */
  listCompletions: endpoint('GET /api/completions', {
    reply: z
      .object({
        waiting: z.array(
          z.object({
            apprenticeship: apprenticeshipId,
            apprentice: named,
            employer: named,
            occupation: z.string(),
            attestedOn: calendarDate,
            reviewed: z.int(),
            requirements: z.int(),
          }),
        ),
      })
      .meta({ id: 'WaitingCompletions' }),
  }),
};
