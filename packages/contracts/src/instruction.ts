import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { launchRole } from './lms.js';
import { matchedLearners, matchLearnersBody, undoMatchesBody, undoneMatches } from './match-learners.js';
import { mergedRecord, recordEntries, entryQuery } from './record.js';
import {
  apprenticeshipId,
  atOnce,
  calendarDate,
  courseCode,
  edition,
  instant,
  lmsIdentityId,
  minutes,
  named,
  percent,
  recordEntryId,
  sectionId,
} from './shared.js';

export const launchSession = z
  .object({
    /** Kept by the page and its tab alone; sent as `Authorization: Bearer`. */
    token: z.string(),
    expiresAt: instant,
    role: launchRole,
    person: z.object({ identity: lmsIdentityId, name: z.string().nullable() }),
    section: z.object({ id: sectionId, title: z.string(), mapped: z.boolean() }),
  })
  .meta({ id: 'LaunchSession' });
export type LaunchSession = z.output<typeof launchSession>;

export const courseChoice = z.object({
  rapidsCode: z.string(),
  occupation: z.string(),
  code: courseCode,
  title: z.string(),
  minutes,
});

export const apprenticeOf = z.object({
  apprenticeship: apprenticeshipId,
  name: z.string(),
  occupation: z.string(),
  employer: z.string(),
});
export type ApprenticeChoice = z.output<typeof apprenticeOf>;

/** How a section turns completions into credits; whoever maps the section chooses it and answers for it. */
export const mappingPolicy = z.object({
  /** What confirms a completion: a person's click, or also a passing grade that the instructor typed in the tool's column. */
  confirmedBy: z.enum(['hand', 'grade']),
  /** Whether all of the course's minutes are credited, or those that were attended. */
  creditMode: z.enum(['all', 'attendance']),
  /** Which of several grades counts. */
  attempt: z.enum(['first-pass', 'best', 'latest']),
});

export const rosterRow = z
  .object({
    identity: lmsIdentityId,
    name: z.string().nullable(),
    email: z.string().nullable(),
    sisId: z.string().nullable(),
    /** Of who the learner is, and was said not to be. */
    edition,
    match: z.discriminatedUnion('state', [
      z.object({ state: z.literal('matched'), apprentice: apprenticeOf, by: z.string(), at: instant }),
      z.object({
        state: z.literal('suggested'),
        apprentice: apprenticeOf,
        reason: z.enum(['same-student-id', 'same-email', 'same-name']),
        /** The apprentice is matched already under another account: is this the same person's new one? */
        otherAccount: z.boolean(),
      }),
      z.object({ state: z.literal('none') }),
    ]),
    /** The grade in our column that counts by the section's rule; null when there is none. `latest` is what stands there now. */
    grade: z.object({ percent, latest: percent.nullable(), comment: z.string(), readAt: instant }).nullable(),
    /** The RTI credit that stands for this course; null while there is none. */
    credit: z.object({ entry: recordEntryId, minutes, on: calendarDate, by: named }).nullable(),
    /** The score on its way to the platform's gradebook; null when none was pushed. */
    push: z
      .object({
        /** `kept` – the gradebook has a grade of its own, and it stayed. */
        state: z.enum(['waiting', 'delivered', 'kept', 'refused']),
        /** Null where the score is being taken away again. */
        percent: percent.nullable(),
        /** Whether it is a grade of the instructor; otherwise only a mark of completion. */
        graded: z.boolean(),
        at: instant,
        message: z.string(),
      })
      .nullable(),
    /** Why this learner cannot be confirmed now, in words; null when they can. */
    blocked: z.string().nullable(),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.output<typeof rosterRow>;

export const creditReview = z
  .object({
    id: z.uuid(),
    identity: lmsIdentityId,
    /** The credit; several reviews of one are decided together. */
    entry: recordEntryId,
    apprentice: z.string(),
    cause: z.enum(['grade-lowered', 'grade-removed', 'learner-left', 'match-taken-back']),
    /** The grade that was credited, and the one that is there now; null is none. */
    creditedPercent: percent.nullable(),
    seenPercent: percent.nullable(),
    minutes,
    creditedOn: calendarDate,
    openedAt: instant,
  })
  .meta({ id: 'CreditReview' });
export type CreditReview = z.output<typeof creditReview>;

/** How the last reading at the learning platform went. */
const platformReading = z.object({
  state: z.enum(['never', 'reading', 'read', 'failed']),
  readAt: instant.nullable(),
  /** What went wrong and who can fix it; null unless it failed. */
  problem: z.string().nullable(),
});

export const sectionView = z
  .object({
    id: sectionId,
    title: z.string(),
    label: z.string().nullable(),
    college: named,
    platformName: z.string(),
    /** Of the mapping; there is one before anybody chose, too. */
    edition,
    /** Which RTI course this is; null until an instructor chose. */
    mapping: courseChoice
      .extend({ passMarkPercent: percent, ...mappingPolicy.shape, by: z.string(), at: instant })
      .nullable(),
    /** The mapping of the course that this one was copied from; only a person's click takes it over. */
    proposal: courseChoice
      .extend({ passMarkPercent: percent, ...mappingPolicy.shape, by: z.string(), from: z.string() })
      .nullable(),
    /** The courses it may be, when `mapping` is null or is to be changed. */
    choices: z.array(courseChoice),
    services: z.object({ roster: z.boolean(), grades: z.boolean() }),
    roster: platformReading,
    /** Of the grades in the column of Journeybook. */
    results: platformReading,
    /** What the activity is called whose column it is; null where the column has the name of the RTI course. */
    columnTitle: z.string().nullable(),
    learners: z.array(rosterRow),
    /** Credits in question: a grade that was lowered or taken away, a learner who left. */
    reviews: z.array(creditReview),
    may: z.object({ map: z.boolean(), match: z.boolean(), confirm: z.boolean() }),
  })
  .meta({ id: 'Section' });
export type SectionView = z.output<typeof sectionView>;

export const mapCourseBody = z
  .object({
    rapidsCode: z.string().max(40),
    course: courseCode,
    passMarkPercent: percent,
    confirmedBy: mappingPolicy.shape.confirmedBy.default('hand'),
    creditMode: mappingPolicy.shape.creditMode.default('all'),
    attempt: mappingPolicy.shape.attempt.default('latest'),
  })
  .meta({ id: 'MapCourse' });

export const confirmCompletionsBody = z
  .object({
    /** Which course the section was as it was shown, and how it credits; refused when that is another by now. */
    course: z.object({
      rapidsCode: z.string().max(40),
      code: courseCode,
      creditMode: mappingPolicy.shape.creditMode,
    }),
    learners: atOnce(
      z.object({
        identity: lmsIdentityId,
        /** Which apprentice the learner was as it was shown; null for none. A learner who is another by now is refused. */
        apprenticeship: apprenticeshipId.nullable(),
        /**
         * The newest grade of the learner as it was shown (`grade.latest` of a platform, `result.percent` without one); null for none. A
         * learner who has another by now is refused, unless it is the very one that is confirmed.
         */
        shownPercent: percent.nullable(),
        /** Percent; null confirms without a grade, and a full score is pushed. */
        scorePercent: percent.nullable(),
        /** Where the section credits by attendance: how many minutes were attended. */
        attendedMinutes: minutes.nullable().default(null),
      }),
    ),
  })
  .meta({ id: 'ConfirmCompletions' });

export const confirmedCompletions = z
  .object({
    learners: z.array(
      z.object({
        identity: lmsIdentityId,
        outcome: z.enum(['credited', 'already-credited', 'refused']),
        minutes: minutes.nullable(),
        /** The credit on the record; null when it was refused. */
        entry: recordEntryId.nullable(),
        /** Why it was refused, in words; null otherwise. */
        reason: z.string().nullable(),
        kind: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ConfirmedCompletions' });
export type ConfirmedCompletions = z.output<typeof confirmedCompletions>;

export const undoCompletionsBody = z
  .object({ entries: z.array(recordEntryId).min(1, 'choose at least one credit').max(1_000) })
  .meta({ id: 'UndoCompletions' });

export const decideReviewsBody = z
  .object({
    reviews: z.array(z.uuid('must be an id')).min(1, 'choose at least one').max(1_000),
    decision: z.enum(['keep', 'reverse']),
    reason: z.string().max(2_000),
  })
  .meta({ id: 'DecideReviews' });

export const givenClaimCode = z
  .object({
    /** Shown once; only its hash is kept. */
    code: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'GivenClaimCode' });

export const ownLaunchRecord = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('matched'), record: mergedRecord }),
    z.object({ state: z.literal('not-matched'), college: z.string() }),
  ])
  .meta({ id: 'OwnLaunchRecord' });

/** What the page inside the learning platform's frame calls, with the bearer of its launch. */
export const instructionEndpoints = {
  openLaunch: endpoint('POST /api/launch-sessions', {
    body: z.object({ code: z.string().min(1).max(200) }),
    reply: launchSession,
  }),
  renewLaunch: endpoint('POST /api/launch-sessions/renewal', { reply: launchSession }),
  readSection: endpoint('GET /api/section', { reply: sectionView }),
  mapCourse: endpoint('PUT /api/section/mapping', { body: mapCourseBody, reply: sectionView, edits: true }),
  /** Has the roster and the grades read, whatever of them the platform gives. */
  readRoster: endpoint('POST /api/section/roster-readings', {}),
  searchApprentices: endpoint('GET /api/section/apprentices', {
    query: z.object({ name: z.string().max(100).optional() }),
    reply: z.object({ apprentices: z.array(apprenticeOf) }).meta({ id: 'ApprenticeChoices' }),
  }),
  matchLearner: endpoint('PUT /api/section/learners/:identity/match', {
    body: z.object({ apprenticeship: apprenticeshipId }),
    edits: true,
  }),
  declineSuggestion: endpoint('POST /api/section/learners/:identity/declined-suggestions', {
    body: z.object({ apprenticeship: apprenticeshipId }),
  }),
  unmatchLearner: endpoint('DELETE /api/section/learners/:identity/match', { edits: true }),
  /** The same for many at once, each as shown. */
  matchLearners: endpoint('POST /api/section/matches', { body: matchLearnersBody, reply: matchedLearners }),
  /** Takes matches back that were just made: the apprentices are suggested again. */
  undoMatches: endpoint('POST /api/section/matches/undone', { body: undoMatchesBody, reply: undoneMatches }),
  confirmCompletions: endpoint('POST /api/section/completions', {
    body: confirmCompletionsBody,
    reply: confirmedCompletions,
  }),
  undoCompletions: endpoint('POST /api/section/completions/undone', { body: undoCompletionsBody }),
  decideReviews: endpoint('POST /api/section/review-decisions', { body: decideReviewsBody }),
  claimRecord: endpoint('POST /api/launch-record/claims', {
    body: z.object({ code: z.string().min(1, 'must not be empty').max(40) }),
  }),
  giveClaimCode: endpoint('POST /api/apprenticeships/:apprenticeship/claim-codes', { reply: givenClaimCode }),
  ownLaunchRecord: endpoint('GET /api/launch-record', { reply: ownLaunchRecord }),
  ownLaunchEntries: endpoint('GET /api/launch-record/entries', { query: entryQuery, reply: recordEntries }),
};
