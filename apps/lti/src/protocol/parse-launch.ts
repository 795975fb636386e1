import { z } from 'zod';
import { claim, copyNotice, noticeScope, pickParameter, scope } from './claim-names.js';
import { isIdentifier, knownText, knownUrl } from './known-text.js';
import { membershipRole, type LaunchRole } from './membership-role.js';

/** Who sent a message from which course, in our words. Everything but the person may be missing (LTI Core 1.3; lti.md 3.2). */
export interface Sender {
  readonly role: LaunchRole;
  readonly person: {
    readonly subject: string;
    readonly name: string | null;
    readonly email: string | null;
    readonly sisId: string | null;
  };
  readonly course: LaunchedCourse | null;
  readonly services: LaunchServices;
  /** Where to ask to be told of copied courses; null where the platform does not tell of them, or we were not granted it. */
  readonly noticesUrl: string | null;
  /** Where the platform wants its user back; null when it did not say. */
  readonly returnUrl: string | null;
}

export interface LaunchedCourse {
  readonly id: string;
  readonly label: string | null;
  readonly title: string | null;
  readonly sisId: string | null;
  /** The courses it was copied from, by the platform's own ids, the nearest first. */
  readonly history: readonly string[];
}

/** A resource-link launch. */
export interface Launch extends Sender {
  readonly course: LaunchedCourse;
  readonly link: {
    readonly id: string;
    readonly title: string | null;
    /** The pick that the link's custom parameters name (Deep Linking 2.0); null without one. */
    readonly pick: string | null;
  };
}

export interface LaunchServices {
  readonly lineItemsUrl: string | null;
  readonly lineItemUrl: string | null;
  readonly scopes: readonly string[];
  readonly rosterUrl: string | null;
}

const text = (longest: number) =>
  z
    .unknown()
    .optional()
    .transform((value) => knownText(value, longest));
const identifier = z.string().refine(isIdentifier);
const url = z.unknown().optional().transform(knownUrl);
// A part that is missing, null or misshapen is as good as not sent.
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).nullish().catch(null);

const sender = z.object({
  sub: identifier,
  name: text(300),
  given_name: text(150),
  family_name: text(150),
  email: text(300),
  [claim.roles]: z.array(z.unknown()),
  [claim.context]: part({ id: identifier, label: text(300), title: text(500) }),
  [claim.lis]: part({
    person_sourcedid: text(300),
    course_section_sourcedid: text(300),
    course_offering_sourcedid: text(300),
  }),
  [claim.custom]: part({ context_history: text(20_000) }),
  [claim.launchPresentation]: part({ return_url: url }),
  [claim.gradeService]: part({ scope: z.array(z.string()).catch([]), lineitems: url, lineitem: url }),
  [claim.noticeService]: part({
    platform_notification_service_url: url,
    scope: z.array(z.string()).catch([]),
    notice_types_supported: z.array(z.string()).catch([]),
  }),
  [claim.rosterService]: part({ context_memberships_url: url }),
});

const link = z.object({
  [claim.resourceLink]: z.object({ id: identifier, title: text(500) }),
  [claim.custom]: part({ [pickParameter]: z.uuid().nullish().catch(null) }),
});

/** Reads who sent a verified message, and from where; null when it lacks what every message must have. */
export function parseSender(payload: unknown): Sender | null {
  const parsed = sender.safeParse(payload);
  if (!parsed.success) return null;
  const { data } = parsed;
  const context = data[claim.context];
  const lis = data[claim.lis];
  const grades = data[claim.gradeService];
  const courseSisId = lis?.course_section_sourcedid ?? lis?.course_offering_sourcedid ?? null;
  return {
    role: membershipRole(data[claim.roles].filter((role) => typeof role === 'string')),
    person: {
      subject: data.sub,
      name: data.name ?? joinedName(data.given_name, data.family_name),
      email: data.email,
      sisId: lis?.person_sourcedid ?? null,
    },
    course: context
      ? { ...context, sisId: courseSisId, history: listed(data[claim.custom]?.context_history ?? null) }
      : null,
    services: {
      lineItemsUrl: grades?.lineitems ?? null,
      lineItemUrl: grades?.lineitem ?? null,
      scopes: grades?.scope ?? [],
      rosterUrl: data[claim.rosterService]?.context_memberships_url ?? null,
    },
    noticesUrl: offeredNotices(data[claim.noticeService]),
    returnUrl: data[claim.launchPresentation]?.return_url ?? null,
  };
}

function offeredNotices(service: z.output<typeof sender>[typeof claim.noticeService]): string | null {
  if (!service?.notice_types_supported.includes(copyNotice) || !service.scope.includes(noticeScope)) return null;
  return service.platform_notification_service_url;
}

/** Reads the claims of a verified resource-link launch; null when they lack what every launch must have. */
export function parseLaunch(payload: unknown): Launch | null {
  const from = parseSender(payload);
  const parsed = link.safeParse(payload);
  if (!from || !parsed.success) return null;
  const { id, title } = parsed.data[claim.resourceLink];
  const { course } = from;
  return {
    ...from,
    // Without a course the link stands for one, under a name that no course has.
    course: course
      ? { ...course, title: course.title ?? title }
      : { id: `resource-link:${id}`, label: null, title, sisId: null, history: [] },
    link: { id, title, pick: parsed.data[claim.custom]?.[pickParameter] ?? null },
  };
}

/** The ids of a list with commas, as `Context.id.history` is given. */
const listed = (ids: string | null): readonly string[] =>
  [...new Set((ids ?? '').split(',').map((id) => id.trim()))]
    .filter((id) => id !== '' && id.length <= 255)
    .slice(0, 200);

/** "Dana Okafor" of what was sent of it; null when nothing was. */
export function joinedName(given: string | null, family: string | null): string | null {
  return [given, family].filter((name) => name !== null).join(' ') || null;
}

/** Whether a column can be had and written: one that the launch names, or one that can be looked up or made. */
export function offersGrades({ lineItemUrl, lineItemsUrl, scopes }: LaunchServices): boolean {
  if (!scopes.includes(scope.score)) return false;
  if (lineItemUrl !== null) return true;
  return lineItemsUrl !== null && (scopes.includes(scope.lineItem) || scopes.includes(scope.lineItemRead));
}
