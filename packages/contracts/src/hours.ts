import { z } from 'zod';
import { endpoint } from './endpoint.js';
import {
  apprenticeshipId,
  calendarDate,
  competencyCode,
  edition,
  givenMinutes,
  hoursEntryId,
  instant,
  minutes,
  named,
  reason,
  workProcessCode,
  writtenText,
} from './shared.js';

export const hoursStatus = z.enum(['draft', 'submitted', 'approved', 'returned']);
export const hoursFlag = z.enum(['over-shift-limit', 'logged-late', 'duplicate', 'covered-by-payroll']);

/** Start and end in minutes from the beginning of the date worked; an end above 1,440 is on the next day. */
export const workTimes = z.object({
  startMinute: z.int('must be whole minutes'),
  endMinute: z.int('must be whole minutes'),
});

/** What may be said of hours besides date, process and minutes. */
const details = {
  times: workTimes.exactOptional(),
  /** Skills of the Job Book that were practised. */
  practised: z.array(competencyCode).max(20, 'name at most 20 skills').exactOptional(),
  note: writtenText(2_000).default(''),
};

export const hoursEntryView = z
  .object({
    id: hoursEntryId,
    version: z.int(),
    status: hoursStatus,
    workedOn: calendarDate,
    minutes,
    times: workTimes.nullable(),
    practised: z.array(competencyCode),
    workProcess: z.object({ code: workProcessCode, title: z.string() }),
    employer: named,
    note: z.string(),
    loggedAt: instant,
    /** Who approved or returned it; null while nobody decided. */
    decidedBy: named.nullable(),
    decidedAt: instant.nullable(),
    /** Why it was returned; null unless it was. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'HoursEntry' });
export type HoursEntryView = z.output<typeof hoursEntryView>;

/** As the apprentice has it: with what its process and its skills are called today, to be corrected from there. */
export const ownHoursEntry = hoursEntryView
  .extend({
    today: z.object({
      /** Null when it ended with a change of standard. */
      workProcess: workProcessCode.nullable(),
      /** Without those that ended. */
      practised: z.array(competencyCode),
    }),
  })
  .meta({ id: 'OwnHoursEntry' });
export type OwnHoursEntry = z.output<typeof ownHoursEntry>;

const line = z.object({
  /** Made by the caller: sending the same entry twice logs it once, so a weak signal loses and doubles nothing. */
  id: hoursEntryId,
  workProcess: workProcessCode,
  minutes: givenMinutes,
  ...details,
});

export const logHoursBody = z
  .object({
    workedOn: calendarDate,
    lines: z.array(line).min(1, 'log at least one work process').max(20, 'log at most 20 work processes at once'),
    /** Hand them to the mentor at once; otherwise they stay drafts. */
    submit: z.boolean().default(true),
  })
  .meta({ id: 'LogHours' });
export type LogHoursBody = z.input<typeof logHoursBody>;

export const correctHoursBody = z
  .object({
    workedOn: calendarDate,
    workProcess: workProcessCode,
    minutes: givenMinutes,
    ...details,
    submit: z.boolean().default(true),
  })
  .meta({ id: 'CorrectHours' });

/** What was wrong with hours that are on the record, and what they should have been. */
export const correctRecordedHoursBody = z
  .object({
    version: z.int(),
    workedOn: calendarDate,
    workProcess: workProcessCode,
    minutes: givenMinutes,
    ...details,
    reason,
  })
  .meta({ id: 'CorrectRecordedHours' });

export const paidHours = z
  .object({ from: calendarDate, until: calendarDate, minutes, loggedMinutes: minutes })
  .meta({ id: 'PaidHours' });
export type PaidHoursView = z.output<typeof paidHours>;
const paidHoursList = z.object({ edition, periods: z.array(paidHours) }).meta({ id: 'PaidHoursList' });
export type PaidHoursList = z.output<typeof paidHoursList>;

/** A listed set as it was on the approver's screen; refused as a whole when any of it changed since. */
const shownEntries = z
  .array(z.object({ id: hoursEntryId, version: z.int() }))
  .min(1, 'choose at least one entry')
  .max(500, 'choose at most 500 entries at once');

export const queueEntry = hoursEntryView
  .extend({
    apprenticeship: apprenticeshipId,
    apprentice: named,
    flags: z.array(hoursFlag),
    /** Minutes of the apprentice on that date over all entries, this one included. */
    minutesThatDay: minutes,
    /** Why it can only be returned, in words; null when it can be approved. */
    blocked: z.string().nullable(),
  })
  .meta({ id: 'QueueEntry' });
export type QueueEntry = z.output<typeof queueEntry>;

export const hoursList = z.object({ entries: z.array(hoursEntryView) }).meta({ id: 'HoursList' });
export const ownHoursList = z.object({ entries: z.array(ownHoursEntry) }).meta({ id: 'OwnHoursList' });
export const approvalQueue = z.object({ entries: z.array(queueEntry) }).meta({ id: 'ApprovalQueue' });

/** The entries as they are now: the versions to give when taking the act back. */
export const decidedHours = z
  .object({ entries: z.array(z.object({ id: hoursEntryId, version: z.int() })), minutes })
  .meta({ id: 'DecidedHours' });
export type DecidedHours = z.output<typeof decidedHours>;

export const hoursEndpoints = {
  logHours: endpoint('POST /api/apprenticeships/:apprenticeship/hours', { body: logHoursBody, reply: hoursList }),
  /** The apprentice's entries, newest work date first; at most 200. */
  listHours: endpoint('GET /api/apprenticeships/:apprenticeship/hours', { reply: ownHoursList }),
  correctHours: endpoint('PUT /api/hours/:entry', {
    body: correctHoursBody,
    reply: hoursEntryView,
    edits: true,
  }),
  /** Discards a draft or a returned entry; what was submitted or approved stays. */
  discardHours: endpoint('DELETE /api/hours/:entry', { edits: true }),
  approvalQueue: endpoint('GET /api/approvals', { reply: approvalQueue }),
  approveHours: endpoint('POST /api/approvals', { body: z.object({ entries: shownEntries }), reply: decidedHours }),
  undoApproval: endpoint('POST /api/approvals/undo', {
    body: z.object({ entries: shownEntries }),
    reply: decidedHours,
  }),
  returnHours: endpoint('POST /api/returns', {
    body: z.object({ entries: shownEntries, reason }),
    reply: decidedHours,
  }),
  /** Corrects hours on the record by a reversal and a new credit. */
  correctRecordedHours: endpoint('POST /api/hours/:entry/correction', {
    body: correctRecordedHoursBody,
    reply: hoursEntryView,
  }),
  /** Takes approved hours out of the totals; the apprentice gets them back with the reason. */
  reverseHours: endpoint('POST /api/hours/:entry/reversal', {
    body: z.object({ version: z.int(), reason }),
    reply: hoursEntryView,
  }),
  /** Lets minutes above a process's maximum count. */
  approveVariance: endpoint('POST /api/apprenticeships/:apprenticeship/variances', {
    body: z
      .object({
        workProcess: workProcessCode,
        minutes: givenMinutes,
        /** What variances let count there already, as it was shown; refused when that is more by now. */
        shownMinutes: minutes,
        reason,
      })
      .meta({ id: 'ApproveVariance' }),
  }),
  /** Pay periods, newest first, each with what was logged in it. */
  listPaidHours: endpoint('GET /api/apprenticeships/:apprenticeship/paid-hours', { reply: paidHoursList }),
  /** The same period again replaces what was said of it. */
  recordPaidHours: endpoint('PUT /api/apprenticeships/:apprenticeship/paid-hours', {
    body: z.object({ from: calendarDate, until: calendarDate, minutes: givenMinutes }),
    reply: paidHoursList,
    edits: true,
  }),
};
