import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { hoursEntryView } from './hours.js';
import { pace } from './pace.js';
import {
  apprenticeshipId,
  calendarDate,
  competencyCode,
  courseCode,
  instant,
  minutes,
  named,
  reason,
  recordEntryId,
  signOffRequestId,
  workProcessCode,
  writtenText,
} from './shared.js';
import { approach, apprenticeshipStatus, evaluationMethod, jobBookStatus } from './vocabulary.js';

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
  /** What may count above the maximum by the sponsor's leave; left out when there is none. */
  varianceMinutes: minutes.exactOptional(),
  /** Record entries behind the number; open them with `listEntries`. */
  entries: z.int(),
  local: z.boolean(),
});

export const attestation = z.object({
  /** The entry of the record, to void it by. */
  entry: recordEntryId,
  level: z.int(),
  by: named,
  on: calendarDate,
  comment: z.string(),
});

export const competencyView = z
  .object({
    code: competencyCode,
    title: z.string(),
    requiredLevel: z.int(),
    signedOff: z.boolean(),
    /** The sign-off that counts; null while there is none. */
    attestation: attestation.nullable(),
    evaluation: evaluationMethod,
    /** How mastery is judged, in the program's own words. */
    evaluationMethod: z.string(),
    demonstratedOn: calendarDate.nullable(),
    /** The latest observation; null while nobody observed it. */
    observed: z.object({ level: z.int(), on: calendarDate, by: named, feedback: z.string() }).nullable(),
    /** The open request for a sign-off; null while there is none. */
    requested: z.object({ id: signOffRequestId, at: instant, note: z.string() }).nullable(),
    /** What the last request was declined with, until somebody signs; null otherwise. */
    declined: z.object({ feedback: z.string(), by: named, at: instant }).nullable(),
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
  'competency-demonstrated',
  'competency-observed',
  'variance-approved',
  'employer-changed',
  'wage-step-given',
  'credential-earned',
  'standard-changed',
  'mastery-attested',
  'completion-returned',
  'completion-awarded',
]);

export const recordEntryView = z
  .object({
    id: recordEntryId,
    sequence: z.int(),
    kind: recordEntryKind,
    /** What it is about; null for a change of status. */
    subject: z
      .object({
        kind: z.enum(['work-process', 'course', 'competency']),
        code: z.string(),
        title: z.string(),
        /** Whether it ended with a change of standard: what was signed stays readable and counts to nothing today. */
        ended: z.boolean(),
      })
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
    /** The hours entry behind a credit, to correct or reverse it by; null for every other kind. */
    hours: hoursEntryView
      .pick({ id: true, version: true, status: true, times: true, practised: true })
      .extend({
        /** What the work process is called in the version of today; null when it ended with a change of standard. */
        workProcess: workProcessCode.nullable(),
      })
      .nullable(),
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
    approach,
    standardVersion: z.string(),
    jobBookStatus,
    employer: named,
    sponsor: named,
    mentors: z.array(named),
    status: apprenticeshipStatus,
    beganOn: calendarDate,
    termMonths: z.int(),
    /** Why the reader may see this record. */
    readAs: z.enum(['apprentice', 'mentor', 'employer', 'sponsor', 'auditor', 'launch']),
    may: z.object({
      logHours: z.boolean(),
      signOff: z.boolean(),
      requestSignOff: z.boolean(),
      correctHours: z.boolean(),
      approveVariance: z.boolean(),
      voidEntry: z.boolean(),
    }),
    ojt: sum,
    rti: sum,
    competencies: z.object({ required: z.int(), signedOff: z.int() }),
    levels: z.array(z.object({ level: z.int(), name: z.string() })),
    processes: z.array(
      part.extend({
        code: workProcessCode,
        /** Hybrid: the least that must be worked; null elsewhere. */
        minimumMinutes: minutes.nullable(),
        /** The most that counts without a variance. */
        maximumMinutes: minutes,
        competencies: z.array(competencyView),
      }),
    ),
    courses: z.array(
      part.extend({
        code: courseCode,
        /** The group it may be chosen from; null for a required course. */
        electiveGroup: z.string().nullable(),
        /** The credit that stands; null while there is none. */
        credit: z
          .object({ by: named, on: calendarDate, origin: z.string(), scorePercent: z.number().nullable() })
          .nullable(),
        /** Sections the apprentice is in now, without a credit yet. */
        running: z.array(z.object({ college: z.string(), title: z.string() })),
      }),
    ),
    electives: z.array(sum.extend({ code: z.string(), title: z.string() })),
    /** Null for a draft and for an agreement that has ended. */
    pace: pace.nullable(),
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
    /** Null for a draft and for an agreement that has ended. */
    pace: pace.nullable(),
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
  /** Takes an entry that was made by mistake out of every total, with a reason; both stay readable. */
  voidEntry: endpoint('POST /api/apprenticeships/:apprenticeship/entries/:entry/void', { body: z.object({ reason }) }),
};
