import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { apprenticeshipId, calendarDate, named, organizationId, personId, writtenText } from './shared.js';

export const role = z.enum([
  'apprentice',
  'mentor',
  'employer-admin',
  'instructor',
  'college-admin',
  'sponsor-admin',
  'auditor',
]);

export const session = z
  .object({
    person: z.object({ id: personId, name: z.string(), email: z.string() }),
    roles: z.array(z.object({ role, organization: z.object({ id: organizationId, name: z.string() }) })),
    /** The person's own apprenticeship that is open, else the latest; null for everybody who is no apprentice. */
    ownApprenticeship: apprenticeshipId.nullable(),
    /** Hours entries and requests for a sign-off that wait for this person as a mentor. */
    waitingForApproval: z.int(),
    /** The time zone of the sites, in which days are told, such as `America/Chicago`. */
    timeZone: z.string(),
    /** Whether a password alone lets this person in, and what their organisations ask. */
    secondFactor: z.object({
      has: z.boolean(),
      /** `now`: nothing else can be done before one is set up. */
      needed: z.enum(['no', 'soon', 'now']),
      /** Who asks first, and from which day on; null when nobody does. */
      organization: z.string().nullable(),
      requiredFrom: calendarDate.nullable(),
    }),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

const credentials = z.object({
  email: writtenText(254).trim().min(1, 'enter your e-mail address'),
  password: z.string().min(1, 'enter your password').max(512, 'is too long'),
});

export const installation = z
  .object({
    /** True when the demo world is loaded; then its sign-ins may be shown. */
    demo: z.boolean(),
    signIns: z.array(
      z.object({ name: z.string(), role: z.string(), email: z.string(), password: z.string(), note: z.string() }),
    ),
    /** Where the demo learning platform is; null when there is none. */
    demoPlatformUrl: z.string().nullable(),
  })
  .meta({ id: 'Installation' });
export type Installation = z.output<typeof installation>;

export const organization = named.meta({ id: 'Organization' });

export const sessionEndpoints = {
  signIn: endpoint('POST /api/session', { body: credentials, reply: session }),
  currentSession: endpoint('GET /api/session', { reply: session }),
  signOut: endpoint('DELETE /api/session', {}),
  installation: endpoint('GET /api/installation', { reply: installation }),
};
