import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  apprenticeOf,
  confirmCompletionsBody,
  confirmedCompletions,
  courseChoice,
  creditReview,
  decideReviewsBody,
  mappingPolicy,
  rosterRow,
  undoCompletionsBody,
} from './instruction.js';
import {
  apprenticeshipId,
  calendarDate,
  courseCode,
  edition,
  instant,
  lmsIdentityId,
  minutes,
  named,
  organizationId,
  percent,
  sectionId,
  writtenText,
} from './shared.js';

const sectionSummary = z.object({
  id: sectionId,
  title: z.string(),
  college: named,
  teacher: named,
  /** The RTI course it is, with the hours that the program gives it. */
  course: courseChoice,
  startsOn: calendarDate,
  endsOn: calendarDate,
  learners: z.int(),
  /** How many of them have the course on their record. */
  credited: z.int(),
});
export type TaughtSectionSummary = z.output<typeof sectionSummary>;

export const taughtSections = z
  .object({
    sections: z.array(sectionSummary),
    /** Where the caller may begin a section, and the courses that the college teaches for its sponsors. */
    colleges: z.array(named.extend({ choices: z.array(courseChoice) })),
  })
  .meta({ id: 'TaughtSections' });
export type TaughtSections = z.output<typeof taughtSections>;

export const taughtLearner = z
  .object({
    identity: lmsIdentityId,
    name: z.string(),
    /** The agreement that a completion would be credited to; null while there is none. */
    apprentice: apprenticeOf.nullable(),
    /** What was entered last; null where nothing was. */
    result: z
      .object({
        percent: percent.nullable(),
        attendedMinutes: minutes.nullable(),
        at: instant,
        by: z.string(),
        /** The file it came from; null where somebody typed it. */
        file: z.string().nullable(),
      })
      .nullable(),
    credit: rosterRow.shape.credit,
    /** Why this learner cannot be confirmed now, in words; null when they can. */
    blocked: z.string().nullable(),
  })
  .meta({ id: 'TaughtLearner' });
export type TaughtLearner = z.output<typeof taughtLearner>;

export const taughtSection = sectionSummary
  .extend({
    passMarkPercent: percent,
    creditMode: mappingPolicy.shape.creditMode,
    /** Of the results that were entered. */
    edition,
    attendees: z.array(taughtLearner),
    reviews: z.array(creditReview),
  })
  .meta({ id: 'TaughtSection' });
export type TaughtSectionView = z.output<typeof taughtSection>;

export const createSectionBody = z
  .object({
    college: organizationId,
    title: writtenText(200).trim().min(1, 'must not be empty'),
    rapidsCode: z.string().max(40),
    course: courseCode,
    startsOn: calendarDate,
    endsOn: calendarDate,
    passMarkPercent: percent,
    creditMode: mappingPolicy.shape.creditMode,
  })
  .meta({ id: 'CreateSection' });
export type CreateSectionBody = z.output<typeof createSectionBody>;

export const recordResultsBody = z
  .object({
    learners: z
      .array(
        z.object({ identity: lmsIdentityId, scorePercent: percent.nullable(), attendedMinutes: minutes.nullable() }),
      )
      .min(1, 'enter at least one result')
      .max(1_000),
  })
  .meta({ id: 'RecordResults' });

export const importedResults = z
  .object({
    section: taughtSection,
    /** Learners whose result the file gave, and lines about nobody in the section. */
    read: z.int(),
    leftOut: z.int(),
  })
  .meta({ id: 'ImportedResults' });
export type ImportedResults = z.output<typeof importedResults>;

const one = '/api/taught-sections/:section';

/** Sections that a college teaches without a learning platform, for its instructors in the portal. */
export const teachingEndpoints = {
  listTaughtSections: endpoint('GET /api/taught-sections', { reply: taughtSections }),
  createSection: endpoint('POST /api/taught-sections', { body: createSectionBody, reply: taughtSection }),
  readTaughtSection: endpoint(`GET ${one}`, { reply: taughtSection }),
  /** Apprentices of the sponsors that the college works with, whose program has the course and whose name has the text. */
  searchAttendees: endpoint(`GET ${one}/apprentices`, {
    query: z.object({ name: z.string().max(100).optional() }),
    reply: z.object({ apprentices: z.array(apprenticeOf) }).meta({ id: 'AttendeeChoices' }),
  }),
  addAttendees: endpoint(`POST ${one}/attendees`, {
    body: z
      .object({ apprenticeships: z.array(apprenticeshipId).min(1, 'choose at least one').max(200) })
      .meta({ id: 'AddAttendees' }),
    reply: taughtSection,
  }),
  removeAttendee: endpoint(`DELETE ${one}/attendees/:identity`, { reply: taughtSection }),
  /** Grades and attendance as the instructor enters them: evidence, which credits nothing by itself. */
  recordResults: endpoint(`PUT ${one}/results`, { body: recordResultsBody, reply: taughtSection, edits: true }),
  /** The same from a gradebook's file (.csv or .xlsx). A file with faults changes nothing. */
  importResults: endpoint(`POST ${one}/result-files`, {
    body: z
      .object({
        fileName: writtenText(300),
        contentBase64: z.base64('must be the file in base64').max(3_500_000, 'is too large'),
      })
      .meta({ id: 'ImportResults' }),
    reply: importedResults,
  }),
  confirmTaught: endpoint(`POST ${one}/completions`, { body: confirmCompletionsBody, reply: confirmedCompletions }),
  undoTaught: endpoint(`POST ${one}/completions/undone`, { body: undoCompletionsBody }),
  decideTaughtReviews: endpoint(`POST ${one}/review-decisions`, { body: decideReviewsBody }),
};
