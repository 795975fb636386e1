import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { apprenticeshipId, calendarDate, id, instant, named, personId, writtenText } from './shared.js';
import { role } from './session.js';

export const auditEventId = id<string>();

/** One act on file. */
export const auditEvent = z
  .object({
    id: auditEventId,
    at: instant,
    kind: z.enum(['change', 'view', 'export', 'refused']),
    /** Who did it; null for somebody without a sign-in and for what a learning platform reported. */
    person: named.nullable(),
    caller: z.enum(['person', 'launch', 'machine', 'nobody', 'operator']),
    /** In which role; null where no role was needed, such as for one's own password. */
    role: z.union([role, z.enum(['learner', 'assistant', 'visitor'])]).nullable(),
    organization: named.nullable(),
    /** From which address of the network; null for whoever is not told. */
    address: z.string().nullable(),
    /** What was done, in a sentence without its subject: "approved hours". */
    what: z.string(),
    /** The apprentices it concerns, each under their agreement. */
    about: z.array(named),
    /** Somebody else it concerns, such as whose role was ended. */
    whom: z.string().nullable(),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.output<typeof auditEvent>;

const filter = z.object({
  person: personId.optional(),
  apprenticeship: apprenticeshipId.optional(),
  /** The name of an operation, as `listActions` tells them. */
  action: writtenText(60).optional(),
  /** First and last day, in the time zone of the sites. */
  from: calendarDate.optional(),
  until: calendarDate.optional(),
});
/** Only what was done before that event, to page on. */
const page = z.object({ before: auditEventId.optional() });

export const activityPage = z
  .object({
    /** Newest first, 50 a page. */
    events: z.array(auditEvent),
    /** Give this as `before` for the next page; null at the end. */
    next: auditEventId.nullable(),
    /** The time zone of the sites, such as America/Chicago. */
    timeZone: z.string(),
  })
  .meta({ id: 'Activity' });
export type ActivityPage = z.output<typeof activityPage>;

export const auditEndpoints = {
  /** What was done at an organisation and with its agreements. */
  listActivity: endpoint('GET /api/organizations/:organization/activity', {
    query: filter.extend(page.shape),
    reply: activityPage,
  }),
  /** The same as a file of comma-separated values, 10,000 events at most. That it was made stands on file itself. */
  exportActivity: endpoint('GET /api/organizations/:organization/activity-file', {
    query: filter,
    reply: z.object({ fileName: z.string(), csv: z.string(), complete: z.boolean() }).meta({ id: 'ActivityFile' }),
  }),
  /** What can be asked for: each operation with what it is called. */
  listActions: endpoint('GET /api/actions', {
    reply: z.object({ actions: z.array(z.object({ action: z.string(), what: z.string() })) }).meta({ id: 'Actions' }),
  }),
  /** Who did what on one's own record. */
  ownActivity: endpoint('GET /api/apprenticeships/:apprenticeship/activity', { query: page, reply: activityPage }),
};
