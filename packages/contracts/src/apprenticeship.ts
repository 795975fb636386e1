import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  apprenticeshipId,
  calendarDate,
  edition,
  instant,
  mentorshipId,
  named,
  organizationId,
  personId,
  reason,
  recordEntryId,
  standardId,
  writtenText,
} from './shared.js';
import { approach, apprenticeshipStatus } from './vocabulary.js';

export const mentorshipKind = z.enum(['mentor', 'stand-in']);

export const mentorshipView = z
  .object({
    id: mentorshipId,
    mentor: named,
    from: calendarDate,
    until: calendarDate.nullable(),
    kind: mentorshipKind,
  })
  .meta({ id: 'Mentorship' });
export type MentorshipView = z.output<typeof mentorshipView>;

export const noticeState = z.enum(['due', 'late', 'reported', 'reported-late']);
export const reportedEvent = z.enum(['registered', 'suspended', 'reinstated', 'cancelled', 'completed', 'transferred']);

/** A change of status that the agency has to be told about, with all that its notice says. */
export const noticeView = z
  .object({
    /** The entry of the record it is about. */
    entry: recordEntryId,
    event: reportedEvent,
    occurredOn: calendarDate,
    reason: z.string(),
    dueOn: calendarDate,
    reportedOn: calendarDate.nullable(),
    /** The agency's number or where it was entered; empty when nobody said. */
    reference: z.string(),
    /** Of what was reported. */
    edition,
    state: noticeState,
    daysLate: z.int(),
    decidedBy: named,
    apprenticeship: apprenticeshipId,
    apprentice: named,
    employer: named,
    sponsor: named,
    occupation: z.object({ title: z.string(), rapidsCode: z.string() }),
    beganOn: calendarDate,
    agency: z.object({ code: z.string(), name: z.string(), basis: z.array(z.string()) }),
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.output<typeof noticeView>;

export const statusChangeView = z.object({
  entry: recordEntryId,
  from: apprenticeshipStatus.nullable(),
  to: apprenticeshipStatus,
  on: calendarDate,
  reason: z.string(),
  by: named,
  decidedBy: z.enum(['apprentice', 'sponsor']).nullable(),
});

const versionName = z.object({ id: standardId, version: z.string() });

/** The agreement: parties, status with its history, probation, mentors and what is due at the agency. */
export const agreementView = z
  .object({
    apprenticeship: apprenticeshipId,
    apprentice: named,
    employer: named,
    sponsor: named,
    occupation: z.object({ title: z.string(), rapidsCode: z.string() }),
    approach,
    standard: versionName,
    /** Published versions of the same occupation that the apprentice was never bound to, newest first. */
    otherVersions: z.array(versionName),
    status: apprenticeshipStatus,
    beganOn: calendarDate,
    plannedOn: calendarDate,
    history: z.array(statusChangeView),
    employers: z.array(z.object({ employer: named, from: calendarDate })),
    /** When probation ends and by which limit; null for a draft and when it is over. */
    probation: z
      .object({ endsOn: calendarDate, because: z.enum(['hours', 'months', 'longest']), latestOn: calendarDate })
      .nullable(),
    mentorships: z.array(mentorshipView),
    /** Notices to the agency, oldest first; empty for whoever does not report. */
    notices: z.array(noticeView),
    /** Who signed and when; null for everybody but the sponsor and the apprentice, and before registration. */
    signatures: z
      .object({
        /** Whether the apprentice was under age on the first day; the birth date itself is shown to nobody but them. */
        minor: z.boolean(),
        signedByApprenticeOn: calendarDate,
        guardian: z
          .object({ name: z.string(), relation: z.string(), contact: z.string(), signedOn: calendarDate })
          .nullable(),
      })
      .nullable(),
    agency: z.object({
      code: z.string(),
      name: z.string(),
      minimumAge: z.int(),
      adultAge: z.int(),
      correctiveActionDays: z.int(),
    }),
    ratio: z.object({ apprentices: z.int(), journeyworkers: z.int() }).nullable(),
    /** Of an agreement that is over: an invitation to sign in that still opens, for whoever may take it back; else null. */
    invitationLeft: z.object({ id: z.string(), email: z.string(), expiresAt: instant }).nullable(),
    /** What the caller may do with it now. */
    may: z.object({
      register: z.boolean(),
      /** Statuses it may be changed to by a plain change. */
      changeStatus: z.array(apprenticeshipStatus),
      /** Whether the sponsor has to name a day of notice for suspending and cancelling. */
      needsNotice: z.boolean(),
      transfer: z.boolean(),
      changeEmployer: z.boolean(),
      assignMentor: z.boolean(),
      report: z.boolean(),
      move: z.boolean(),
    }),
  })
  .meta({ id: 'Agreement' });
export type AgreementView = z.output<typeof agreementView>;

const newPerson = z.object({
  name: writtenText(300).trim().min(1, 'enter the name'),
  email: z.email('must be an e-mail address').max(254).nullable().default(null),
  studentNumber: writtenText(60).nullable().default(null),
});

export const draftAgreementBody = z
  .object({
    /** Made by the caller: sending the same agreement twice makes one. */
    id: apprenticeshipId,
    sponsor: organizationId,
    employer: organizationId,
    standard: standardId,
    beganOn: calendarDate.refine(
      (date) => '1950-01-01' <= date && date <= '2149-12-31',
      'must be a day of the years 1950 to 2149',
    ),
    /** Somebody new, or a person of an earlier agreement with this sponsor. */
    apprentice: z.union([z.object({ person: personId }), newPerson]),
  })
  .meta({ id: 'DraftAgreement' });

export const registerApprenticeBody = z
  .object({
    bornOn: calendarDate,
    signedByApprenticeOn: calendarDate.nullable(),
    guardian: z
      .object({
        name: writtenText(300),
        /** What they are to the apprentice, such as mother. */
        relation: writtenText(100).default(''),
        /** How to reach them. */
        contact: writtenText(300).default(''),
        signedOn: calendarDate,
      })
      .nullable()
      .default(null),
    reason: reason.default('Agreement signed'),
  })
  .meta({ id: 'RegisterApprentice' });

export const changeStatusBody = z
  .object({
    to: apprenticeshipStatus,
    effectiveOn: calendarDate,
    reason,
    noticeGivenOn: calendarDate.nullable().default(null),
  })
  .meta({ id: 'ChangeStatus' });

export const transferBody = z
  .object({
    effectiveOn: calendarDate,
    reason,
    toRapidsCode: writtenText(40),
    agreedByApprenticeOn: calendarDate.nullable(),
    transcriptGivenOn: calendarDate.nullable(),
  })
  .meta({ id: 'Transfer' });

export const assignMentorBody = z
  .object({
    mentor: personId,
    from: calendarDate,
    until: calendarDate.nullable().default(null),
    kind: mentorshipKind.default('mentor'),
  })
  .meta({ id: 'AssignMentor' });

/** What the forms of a sponsor need: employers, colleges and published standards, and the people of earlier agreements. */
export const programOptions = z
  .object({
    sponsors: z.array(
      z.object({
        sponsor: named,
        employers: z.array(named),
        colleges: z.array(named),
        standards: z.array(
          z.object({
            id: standardId,
            title: z.string(),
            rapidsCode: z.string(),
            version: z.string(),
            approach,
            termMonths: z.int(),
          }),
        ),
        /** People whose agreements with this sponsor have all ended: they come back under a new one. */
        former: z.array(named),
      }),
    ),
  })
  .meta({ id: 'ProgramOptions' });
export type ProgramOptions = z.output<typeof programOptions>;

export const apprenticeshipEndpoints = {
  programOptions: endpoint('GET /api/program-options', { reply: programOptions }),
  draftAgreement: endpoint('POST /api/agreements', { body: draftAgreementBody, reply: agreementView }),
  readAgreement: endpoint('GET /api/apprenticeships/:apprenticeship/agreement', { reply: agreementView }),
  registerApprentice: endpoint('POST /api/apprenticeships/:apprenticeship/registration', {
    body: registerApprenticeBody,
    reply: agreementView,
  }),
  changeStatus: endpoint('POST /api/apprenticeships/:apprenticeship/status-changes', {
    body: changeStatusBody,
    reply: agreementView,
  }),
  transferApprentice: endpoint('POST /api/apprenticeships/:apprenticeship/transfer', {
    body: transferBody,
    reply: agreementView,
  }),
  changeEmployer: endpoint('POST /api/apprenticeships/:apprenticeship/employer-changes', {
    body: z.object({ employer: organizationId, from: calendarDate }).meta({ id: 'ChangeEmployer' }),
    reply: agreementView,
  }),
  /** Employers of the program other than the present one, by name; last the sponsor itself, which may employ too. */
  listOtherEmployers: endpoint('GET /api/apprenticeships/:apprenticeship/other-employers', {
    reply: z.object({ employers: z.array(named) }).meta({ id: 'Employers' }),
  }),
  /** People who mentor today at the apprentice's employer or at the sponsor itself, by name; never the apprentice. */
  listPossibleMentors: endpoint('GET /api/apprenticeships/:apprenticeship/possible-mentors', {
    reply: z.object({ mentors: z.array(named) }).meta({ id: 'PossibleMentors' }),
  }),
  assignMentor: endpoint('POST /api/apprenticeships/:apprenticeship/mentorships', {
    body: assignMentorBody,
    reply: z
      .object({ agreement: agreementView, flags: z.array(z.enum(['over-ratio'])) })
      .meta({ id: 'AssignedMentor' }),
  }),
  /** Ends an assignment with its last day. */
  endMentorship: endpoint('POST /api/apprenticeships/:apprenticeship/mentorships/:mentorship/end', {
    body: z.object({ until: calendarDate }),
    reply: agreementView,
  }),
  /** What has to be reported to the agencies: late first, then due, then what was reported in the last 90 days. */
  listNotices: endpoint('GET /api/notices', {
    reply: z.object({ notices: z.array(noticeView) }).meta({ id: 'Notices' }),
  }),
  reportNotice: endpoint('PUT /api/notices/:entry', {
    body: z.object({ reportedOn: calendarDate, reference: writtenText(300).default('') }).meta({ id: 'ReportNotice' }),
    reply: noticeView,
    edits: true,
  }),
};
