import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { instant, lmsIdentityId, percent, sectionId } from './shared.js';

/** Text as a learning platform sends it; what PostgreSQL cannot keep is taken out, since one odd name must not stop a roster. */
const text = (longest: number) =>
  z
    .string()
    .overwrite((value) => value.replaceAll('\u0000', '').toWellFormed())
    .max(longest);

export const launchRole = z.enum(['instructor', 'assistant', 'learner', 'visitor']);

/** Somebody as a learning platform describes them; everything but the subject may be missing. */
const lmsPerson = z.object({
  subject: text(255).min(1, 'must not be empty'),
  name: text(300).nullable(),
  email: text(300).nullable(),
  sisId: text(300).nullable(),
});

/** The LMS course a launch came from, by the tool's own id for it. */
const lmsContext = z.object({
  id: z.uuid(),
  label: text(300).nullable(),
  title: text(500).nullable(),
  sisId: text(300).nullable(),
  /** The platform's own id of the course, and those of the courses it was copied from, the nearest first. */
  lmsId: text(255).nullable().default(null),
  history: z.array(text(255)).max(200).default([]),
});

export const reportLaunchBody = z
  .object({
    collegeId: z.uuid(),
    registrationId: z.uuid(),
    platformName: text(300),
    context: lmsContext,
    person: lmsPerson,
    role: launchRole,
    /** What the platform offers to this course: without a column no grade can be pushed, without names no roster read. */
    services: z.object({ roster: z.boolean(), grades: z.boolean() }),
    /** What an instructor picked for the link; `copied` when that was in another course of the platform. */
    pick: z.object({ id: z.uuid(), copied: z.boolean() }).nullish(),
  })
  .meta({ id: 'ReportLaunch' });
export type ReportLaunchBody = z.input<typeof reportLaunchBody>;

export const launchReported = z
  .object({
    /** One-time code that the page in the frame trades for its bearer, within a minute. */
    code: z.string(),
    section: sectionId,
    identity: lmsIdentityId,
  })
  .meta({ id: 'LaunchReported' });

export const reportRosterBody = z
  .object({
    contextId: z.uuid(),
    registrationId: z.uuid(),
    readAt: instant,
    /** A complete read only: whoever is missing has left. */
    members: z.array(lmsPerson.extend({ role: launchRole })).max(20_000),
  })
  .meta({ id: 'ReportRoster' });

export const rosterReported = z
  .object({
    /** Whether somebody said which RTI course this is; the tool reads such courses every night. */
    mapped: z.boolean(),
  })
  .meta({ id: 'RosterReported' });

export const reportResultsBody = z
  .object({
    contextId: z.uuid(),
    readAt: instant,
    /** What the activity is called whose column was read; null where the column stands for itself. */
    columnTitle: text(500).nullable().default(null),
    results: z
      .array(
        z.object({
          subject: text(255),
          /** Null when the platform knows no grade: unknown, never zero (lti.md §4.4). */
          scorePercent: percent.nullable(),
          comment: text(5_000).nullable(),
          gradedAt: instant.nullable(),
        }),
      )
      .max(20_000),
  })
  .meta({ id: 'ReportResults' });

export const resultsReported = z
  .object({
    /** As of a roster. */
    mapped: z.boolean(),
    /** Learners in the course of whom the reading says nothing: of these Canvas shows no grade until a row is made (lti.md §4.4). */
    unread: z.array(z.string()),
  })
  .meta({ id: 'ResultsReported' });

export const syncFailureBody = z
  .object({
    contextId: z.uuid(),
    job: z.enum(['roster', 'results']),
    at: instant,
    kind: text(60),
    /** One sentence for the instructor: what is wrong and who can fix it. */
    message: text(1_000),
  })
  .meta({ id: 'SyncFailure' });

export const scoreDelivery = z
  .object({
    id: z.uuid(),
    /** `superseded`: a newer score of the same learner took its place. */
    state: z.enum(['waiting', 'delivered', 'refused', 'superseded']),
    contextId: z.uuid(),
    subject: z.string(),
    /** Null takes the score away that was delivered before: the column is to say nothing about this learner. */
    scorePercent: percent.nullable(),
    /** False when the instructor confirmed without a grade: then a grade that the platform has already is worth more. */
    graded: z.boolean(),
    /** Whether it brings back what was there before a confirmation that was taken back: then a grade that came meanwhile is worth more. */
    restores: z.boolean(),
    comment: z.string(),
    /** What the column is called and known by when the tool has to make it. */
    column: z.object({ label: z.string(), resourceId: z.string() }),
    /** When the completion was confirmed. */
    decidedAt: instant,
  })
  .meta({ id: 'ScoreDelivery' });
export type ScoreDelivery = z.output<typeof scoreDelivery>;

export const scoreOutcomeBody = z
  .object({
    outcome: z.enum(['delivered', 'refused', 'will-retry']),
    at: instant,
    kind: text(60),
    message: text(1_000),
  })
  .meta({ id: 'ScoreOutcome' });

/** Only the LTI tool's machine credential may call these. */
export const lmsEndpoints = {
  reportLaunch: endpoint('POST /api/lms/launches', { body: reportLaunchBody, reply: launchReported }),
  reportRoster: endpoint('POST /api/lms/rosters', { body: reportRosterBody, reply: rosterReported }),
  reportResults: endpoint('POST /api/lms/results', { body: reportResultsBody, reply: resultsReported }),
  reportSyncFailure: endpoint('POST /api/lms/sync-failures', { body: syncFailureBody }),
  readScoreDelivery: endpoint('GET /api/lms/score-deliveries/:delivery', { reply: scoreDelivery }),
  reportScoreOutcome: endpoint('POST /api/lms/score-deliveries/:delivery/outcome', { body: scoreOutcomeBody }),
};
