import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { hoursEntryView } from './hours.js';
import {
  apprenticeshipId,
  calendarDate,
  competencyCode,
  courseCode,
  instant,
  minutes,
  named,
  recordEntryId,
  workProcessCode,
  writtenText,
} from './shared.js';

export const apprenticeshipStatus = z.enum([
  'draft',
  'registered',
  'active',
  'suspended',
  'completed',
  'cancelled',
  'transferred',
]);

const sum = z.object({
  requiredMinutes: minutes,
  creditedMinutes: minutes,
  pendingMinutes: minutes,
  leftMinutes: minutes,
});

const part = sum.extend({
  title: z.string(),
  advancedMinutes: minutes,
  /** Approved, but above what may count without a variance. */
  uncountedMinutes: minutes,
  /** Record entries behind the number; open them with `listEntries`. */
  entries: z.int(),
  local: z.boolean(),
});

export const attestation = z.object({ level: z.int(), by: named, on: calendarDate, comment: z.string() });

export const competencyView = z
  .object({
    code: competencyCode,
    title: z.string(),
    requiredLevel: z.int(),
    signedOff: z.boolean(),
    /** The sign-off that counts; null while there is none. */
    attestation: attestation.nullable(),
  })
  .meta({ id: 'Competency' });
export type CompetencyView = z.output<typeof competencyView>;

export const recordEntryKind = z.enum([
  'ojt-hours-credited',
  'rti-hours-credited',
  'competency-attested',
  'advanced-standing-granted',
  'status-changed',
  'entry-reversed',
]);

export const recordEntryView = z
  .object({
    id: recordEntryId,
    sequence: z.int(),
    kind: recordEntryKind,
    /** What it is about; null for a change of status. */
    subject: z
      .object({ kind: z.enum(['work-process', 'course', 'competency']), code: z.string(), title: z.string() })
      .nullable(),
    /** Minutes it adds; negative for a reversal of minutes; null when it carries none. */
    minutes: minutes.nullable(),
    level: z.int().nullable(),
    occurredOn: calendarDate,
    recordedAt: instant,
    answeredBy: named,
    /** Where it came from in words for a person: the employer, the college's course, the grade. */
    origin: z.string(),
    /** The apprentice's note, the mentor's comment or the reason given; empty when there is none. */
    text: z.string(),
    /** When the apprentice logged it, for hours; null otherwise. */
    loggedAt: instant.nullable(),
    reverses: recordEntryId.nullable(),
    reversed: z.boolean(),
  })
  .meta({ id: 'RecordEntry' });
export type RecordEntryView = z.output<typeof recordEntryView>;

export const mergedRecord = z
  .object({
    apprenticeship: apprenticeshipId,
    apprentice: named,
    occupation: z.string(),
    approach: z.enum(['time', 'competency', 'hybrid']),
    standardVersion: z.string(),
    jobBookStatus: z.enum(['template-unverified', 'reviewed']),
    employer: named,
    sponsor: named,
    mentors: z.array(named),
    status: apprenticeshipStatus,
    beganOn: calendarDate,
    termMonths: z.int(),
    /** Why the reader may see this record. */
    readAs: z.enum(['apprentice', 'mentor', 'employer', 'sponsor', 'launch']),
    may: z.object({ logHours: z.boolean(), signOff: z.boolean() }),
    ojt: sum,
    rti: sum,
    competencies: z.object({ required: z.int(), signedOff: z.int() }),
    levels: z.array(z.object({ level: z.int(), name: z.string() })),
    processes: z.array(part.extend({ code: workProcessCode, competencies: z.array(competencyView) })),
    courses: z.array(
      part.extend({
        code: courseCode,
        /** The credit that stands; null while there is none. */
        credit: z
          .object({ by: named, on: calendarDate, origin: z.string(), scorePercent: z.number().nullable() })
          .nullable(),
        /** Sections the apprentice is in now, without a credit yet. */
        running: z.array(z.object({ college: z.string(), title: z.string() })),
      }),
    ),
    /** Hours entries that wait for a decision, oldest work date first. */
    pending: z.array(hoursEntryView),
    /** The newest entries, newest first; all of them through `listEntries`. */
    timeline: z.array(recordEntryView),
    timelineTotal: z.int(),
  })
  .meta({ id: 'MergedRecord' });
export type MergedRecord = z.output<typeof mergedRecord>;

export const entryQuery = z.object({
  subject: z.enum(['work-process', 'course', 'competency']).optional(),
  code: writtenText(40).optional(),
  /** Only entries with a lower sequence, to page on. */
  before: z.coerce.number<number | string>().int().positive().max(2_147_483_647).optional(),
});

export const recordEntries = z
  .object({
    entries: z.array(recordEntryView),
    /** All entries that match, over all pages. */
    total: z.int(),
    /** Give this as `before` for the next page; null at the end. */
    next: z.int().nullable(),
  })
  .meta({ id: 'RecordEntries' });
export type RecordEntries = z.output<typeof recordEntries>;

export const apprenticeshipSummary = z
  .object({
    id: apprenticeshipId,
    apprentice: named,
    occupation: z.string(),
    employer: named,
    sponsor: named,
    status: apprenticeshipStatus,
    beganOn: calendarDate,
    requiredMinutes: minutes,
    creditedMinutes: minutes,
    pendingMinutes: minutes,
    competencies: z.object({ required: z.int(), signedOff: z.int() }),
    lastWorkedOn: calendarDate.nullable(),
  })
  .meta({ id: 'ApprenticeshipSummary' });
export type ApprenticeshipSummary = z.output<typeof apprenticeshipSummary>;

export const recordEndpoints = {
  /** Every apprenticeship the caller may open, by the apprentice's name. */
  listApprenticeships: endpoint('GET /api/apprenticeships', {
    reply: z.object({ apprenticeships: z.array(apprenticeshipSummary) }).meta({ id: 'Apprenticeships' }),
  }),
  readRecord: endpoint('GET /api/apprenticeships/:apprenticeship/record', { reply: mergedRecord }),
  /** The entries behind a number, newest first, 100 a page. */
  listEntries: endpoint('GET /api/apprenticeships/:apprenticeship/entries', {
    query: entryQuery,
    reply: recordEntries,
  }),
};
