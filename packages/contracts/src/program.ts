import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  competencyCode,
  courseCode,
  instant,
  minutes,
  named,
  reason,
  standardId,
  workProcessCode,
  writtenText,
} from './shared.js';
import { agencyPolicy, competency, standardContents } from './standard-contents.js';
import { approach } from './vocabulary.js';

export const standardFinding = z
  .object({
    severity: z.enum(['error', 'warning']),
    kind: z.string(),
    /** The field or code it is about. */
    field: z.string(),
    /** What is wrong, and what would put it right. */
    message: z.string(),
  })
  .meta({ id: 'StandardFinding' });
export type StandardFindingView = z.output<typeof standardFinding>;

export const standardSummary = z
  .object({
    id: standardId,
    status: z.enum(['draft', 'published']),
    sponsor: named,
    occupation: z.object({ title: z.string(), rapidsCode: z.string() }),
    version: z.string(),
    approach,
    ojtMinutes: minutes,
    rtiMinutes: minutes,
    termMonths: z.int(),
    /** When it was published, or the draft last changed. */
    at: instant,
    /** Open agreements bound to it whose record the reader may open; 0 for a draft. */
    apprentices: z.int(),
    /** Errors that keep a draft from being published; 0 for a published version. */
    errors: z.int(),
  })
  .meta({ id: 'StandardSummary' });
export type StandardSummary = z.output<typeof standardSummary>;

export const standardView = z
  .object({
    id: standardId,
    sponsor: named,
    publishedAt: instant,
    /** Open agreements bound to it whose record the reader may open. */
    apprentices: z.int(),
    contents: standardContents,
    /** How many changes employers of the program have made in it: all of them for the sponsor, for others where they work. */
    customisations: z.array(z.object({ employer: named, changes: z.int() })),
    may: z.object({ draft: z.boolean(), customise: z.array(named) }),
  })
  .meta({ id: 'Standard' });
export type StandardView = z.output<typeof standardView>;

export const standardDraft = z
  .object({
    id: standardId,
    sponsor: named,
    /** Goes up with every edit; give the one that was shown. */
    edition: z.int(),
    /** The version it was made from; null for one that was imported or begun with the IMT program. */
    from: z.object({ id: standardId, version: z.string() }).nullable(),
    contents: standardContents,
    findings: z.array(standardFinding),
    /** What a file said that could not be carried over; empty otherwise. */
    notes: z.array(z.string()),
    changedBy: named,
    changedAt: instant,
  })
  .meta({ id: 'StandardDraft' });
export type StandardDraftView = z.output<typeof standardDraft>;

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const standardDifference = z
  .object({
    subject: z.enum(['terms', 'work-process', 'competency', 'course', 'elective-group', 'credential', 'wage-step']),
    /** The item's code, or the name of the term. */
    code: z.string(),
    /** The item's title in the newer version, or in the older one when it is gone; empty for terms. */
    title: z.string(),
    change: z.enum(['added', 'removed', 'changed']),
    fields: z.array(z.object({ field: z.string(), from: value, to: value })),
  })
  .meta({ id: 'StandardDifference' });
export type StandardDifferenceView = z.output<typeof standardDifference>;

const mappedSubject = z.enum(['work-process', 'course', 'competency']);
export const mappedCode = z.object({
  subject: mappedSubject,
  from: writtenText(40),
  to: writtenText(40).nullable(),
  /** Kept as it was signed, though the new version has no place for it: for a skill that only a former employer has. */
  asHistory: z.literal(true).exactOptional(),
});

export const moveProposal = z
  .object({
    from: z.object({ id: standardId, version: z.string() }),
    to: z.object({ id: standardId, version: z.string() }),
    mapping: z.array(
      mappedCode.extend({
        title: z.string(),
        /** Whether signed work stands behind it, or hours wait for a decision: then it has to go somewhere. */
        signed: z.boolean(),
        /** Whether it may be kept as history instead. */
        mayBeHistory: z.boolean(),
      }),
    ),
    targets: z.array(z.object({ subject: mappedSubject, code: z.string(), title: z.string() })),
  })
  .meta({ id: 'MoveProposal' });
export type MoveProposal = z.output<typeof moveProposal>;

/** One thing an employer makes its own within a program. */
export const customChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('local-process-named'), workProcess: workProcessCode, title: writtenText(300) }),
    z.object({
      kind: z.literal('sector-courses-named'),
      course: courseCode,
      parts: z
        .array(z.object({ code: courseCode, title: writtenText(300), requiredMinutes: minutes }))
        .min(1, 'name at least one course')
        .max(30, 'name at most 30 courses'),
    }),
    z.object({ kind: z.literal('competency-added'), competency }),
    z.object({ kind: z.literal('competency-reworded'), competency: competencyCode, title: writtenText(300) }),
    z.object({ kind: z.literal('competency-set-aside'), competency: competencyCode, reason }),
  ])
  .meta({ id: 'CustomChange' });
export type CustomChangeView = z.output<typeof customChange>;

export const customisationView = z
  .object({
    standard: z.object({ id: standardId, version: z.string(), title: z.string() }),
    employer: named,
    /** Goes up with every change; give the one that was shown. */
    edition: z.int(),
    changes: z.array(z.object({ change: customChange, by: named, at: instant })),
    /** Changes the employer made in the version before this one and not here yet, to make again. */
    earlier: z.array(customChange),
    /** Codes that other employers of the program have given, in any of its versions. */
    takenCodes: z.array(z.string()),
    /** The program with all of it applied. */
    contents: standardContents,
    may: z.object({ customise: z.boolean() }),
  })
  .meta({ id: 'Customisation' });
export type CustomisationView = z.output<typeof customisationView>;

export const programEndpoints = {
  /** Published versions and, for their sponsor, drafts. */
  listStandards: endpoint('GET /api/standards', {
    reply: z.object({ standards: z.array(standardSummary), mayDraft: z.boolean() }).meta({ id: 'Standards' }),
  }),
  readStandard: endpoint('GET /api/standards/:standard', { reply: standardView }),
  /** Differences from the version in the path to the version or draft named, by code. */
  compareStandards: endpoint('GET /api/standards/:standard/differences', {
    query: z.object({ with: standardId }),
    reply: z
      .object({ from: z.string(), to: z.string(), differences: z.array(standardDifference) })
      .meta({ id: 'StandardDifferences' }),
  }),
  listAgencyPolicies: endpoint('GET /api/agency-policies', {
    reply: z.object({ policies: z.array(agencyPolicy) }).meta({ id: 'AgencyPolicies' }),
  }),
  createDraft: endpoint('POST /api/standard-drafts', {
    body: z
      .object({
        /** A published version to begin from; null begins with the IMT program. */
        from: standardId.nullable(),
        version: writtenText(60).trim().min(1, 'name the version'),
      })
      .meta({ id: 'CreateDraft' }),
    reply: standardDraft,
  }),
  /** A draft from a file: the four-sheet workbook (.xlsx) or a program file (.yaml). A file with faults changes nothing. */
  importDraft: endpoint('POST /api/standard-drafts/import', {
    body: z
      .object({
        fileName: writtenText(300),
        contentBase64: z.base64('must be the file in base64').max(3_500_000, 'is too large'),
      })
      .meta({ id: 'ImportDraft' }),
    reply: standardDraft,
  }),
  readDraft: endpoint('GET /api/standard-drafts/:draft', { reply: standardDraft }),
  editDraft: endpoint('PUT /api/standard-drafts/:draft', {
    body: z.object({ contents: standardContents }).meta({ id: 'EditDraft' }),
    reply: standardDraft,
    edits: true,
  }),
  discardDraft: endpoint('DELETE /api/standard-drafts/:draft', { edits: true }),
  /** Publishes the draft as it was shown; the version keeps the draft's id. */
  publishDraft: endpoint('POST /api/standard-drafts/:draft/publication', {
    body: z.object({ edition: z.int() }),
    reply: standardView,
  }),
  readCustomisation: endpoint('GET /api/standards/:standard/customisations/:employer', { reply: customisationView }),
  customise: endpoint('POST /api/standards/:standard/customisations/:employer', {
    body: z.object({ edition: z.int(), change: customChange }).meta({ id: 'Customise' }),
    reply: customisationView,
  }),
  /** A mapping to start from when an apprentice moves to another version. */
  proposeMove: endpoint('GET /api/apprenticeships/:apprenticeship/move', {
    query: z.object({ to: standardId }),
    reply: moveProposal,
  }),
  /** Binds the apprentice to the version named; `readAgreement` shows it. */
  moveApprentice: endpoint('POST /api/apprenticeships/:apprenticeship/move', {
    body: z.object({ to: standardId, mapping: z.array(mappedCode).max(3_000), reason }).meta({ id: 'MoveApprentice' }),
  }),
};
