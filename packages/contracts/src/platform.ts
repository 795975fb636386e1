import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { edition, instant, named, organizationId, writtenText } from './shared.js';

export const platformProfile = z.enum(['moodle', 'canvas', 'generic']);
export const platformState = z.enum(['pending', 'blocked', 'unused', 'well', 'troubled']);

const problemOfCheck = z.enum(['unreachable', 'refused']).nullable();

export const platformTrouble = z
  .object({
    /** `answers`: the platform does not answer what is asked of it by itself. */
    kind: z.enum(['answers', 'keys', 'token', 'roster', 'results', 'grades']),
    /** Since when it does not work; null when that is not known. */
    since: instant.nullable(),
    /** What the part said, for people. */
    said: z.string().nullable(),
    /** What an `instructor` can put right leaves the platform working. */
    fixer: z.enum(['platform-administrator', 'instructor', 'nobody-yet']),
    /** The courses that it is a matter of, three at most by their titles; none when it is a matter of all. */
    courses: z.array(z.string()),
    moreCourses: z.int().nonnegative(),
  })
  .meta({ id: 'PlatformTrouble' });
export type PlatformTroubleView = z.output<typeof platformTrouble>;

export const platformConnection = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Of everything that is typed in: the name, the client id and the addresses. */
    edition,
    profile: platformProfile,
    issuer: z.string(),
    clientId: z.string(),
    authUrl: z.string(),
    tokenUrl: z.string(),
    jwksUrl: z.string(),
    deploymentId: z.string(),
    /**
     * What the college may correct by itself: `everything`, or the three `addresses` once somebody came in. Nothing when other colleges have
     * a share in it, nor when an invitation or a command brought it here.
     */
    correction: z.enum(['everything', 'addresses', 'shared', 'by-invitation', 'by-command']),
    /** Whether it may be taken away: nobody ever opened a course from it. */
    removable: z.boolean(),
    state: platformState,
    troubles: z.array(platformTrouble),
    /** The course and the platform that a waiting installation was first opened from. */
    seen: z.object({ courseTitle: z.string().nullable(), platformName: z.string().nullable(), at: instant }).nullable(),
    lastLaunchAt: instant.nullable(),
    rosterReadAt: instant.nullable(),
    gradeDeliveredAt: instant.nullable(),
    /** When the platform last answered what the tool asked by itself; null when it never was asked. */
    lastOkAt: instant.nullable(),
    /** Until when it is asked nothing, since it failed several times running; null while it is asked. */
    leftAloneUntil: instant.nullable(),
    check: z
      .object({
        askedAt: instant,
        doneAt: instant.nullable(),
        keysProblem: problemOfCheck,
        tokenProblem: problemOfCheck,
      })
      .nullable(),
  })
  .meta({ id: 'PlatformConnection' });
export type PlatformConnectionView = z.output<typeof platformConnection>;

/** What an administrator copies into a platform that does not register tools by itself. */
export const toolAddresses = z
  .object({
    login: z.string(),
    launch: z.string(),
    deepLinking: z.string(),
    keys: z.string(),
    icon: z.string(),
  })
  .meta({ id: 'ToolAddresses' });
export type ToolAddresses = z.output<typeof toolAddresses>;

export const platformsView = z
  .object({
    college: named,
    connections: z.array(platformConnection),
    /** Registered by an invitation, and not launched yet. */
    registered: z.array(
      z.object({ id: z.string(), name: z.string(), profile: platformProfile, registeredAt: instant }),
    ),
    tool: toolAddresses,
  })
  .meta({ id: 'Platforms' });
export type PlatformsView = z.output<typeof platformsView>;

const text = (longest: number) => writtenText(longest).trim().min(1, 'must not be empty');

/** Letters a platform may use in its own names (LTI Core 1.3: 255 ASCII characters). */
const identifier = text(255).regex(/^[\x21-\x7e]+$/, 'must have no spaces and no special letters');

/** Whether the API may keep it is decided there: public addresses over https. */
const address = text(2_000);

const registration = { issuer: address, clientId: identifier, authUrl: address, tokenUrl: address, jwksUrl: address };

export const correctPlatformBody = z.object(registration).meta({ id: 'CorrectPlatform' });
export type CorrectPlatformBody = z.output<typeof correctPlatformBody>;

export const connectPlatformBody = z
  .object({
    name: text(300),
    ...registration,
    deploymentIds: z.array(identifier).min(1, 'give at least one').max(50, 'must be at most 50'),
  })
  .meta({ id: 'ConnectPlatform' });
export type ConnectPlatformBody = z.output<typeof connectPlatformBody>;

const college = '/api/colleges/:college';

export const platformEndpoints = {
  /** The colleges whose platforms the caller manages, and the sponsors for which they may add one. */
  listPlatformColleges: endpoint('GET /api/colleges', {
    reply: z.object({ colleges: z.array(named), sponsors: z.array(named) }).meta({ id: 'PlatformColleges' }),
  }),
  /** Adds a college by name, to work with the sponsor; one of that name that is known becomes its partner. */
  addCollege: endpoint('POST /api/colleges', {
    body: z.object({ sponsor: organizationId, name: text(300) }).meta({ id: 'AddCollege' }),
    reply: named,
  }),
  readPlatforms: endpoint(`GET ${college}/platforms`, { reply: platformsView }),
  /** A link that connects one platform to the college, once, within seven days. */
  invitePlatform: endpoint(`POST ${college}/platform-invitations`, {
    reply: z.object({ link: z.string(), expiresAt: instant }).meta({ id: 'PlatformInvitation' }),
  }),
  connectPlatform: endpoint(`POST ${college}/platforms`, { body: connectPlatformBody, reply: platformsView }),
  approvePlatform: endpoint(`POST ${college}/platforms/:platform/approval`, { reply: platformsView }),
  blockPlatform: endpoint(`POST ${college}/platforms/:platform/block`, { reply: platformsView }),
  unblockPlatform: endpoint(`DELETE ${college}/platforms/:platform/block`, { reply: platformsView }),
  renamePlatform: endpoint(`PUT ${college}/platforms/:platform/name`, {
    body: z.object({ name: text(300) }).meta({ id: 'RenamePlatform' }),
    reply: platformsView,
    edits: true,
  }),
  /** Puts right what was entered by hand, for every installation that the college has of the platform. */
  correctPlatform: endpoint(`PUT ${college}/platforms/:platform/addresses`, {
    body: correctPlatformBody,
    reply: platformsView,
    edits: true,
  }),
  /** Takes away an installation that nobody ever opened. */
  removePlatform: endpoint(`DELETE ${college}/platforms/:platform`, { reply: platformsView, edits: true }),
  /** Has the platform's keys and a token asked for now; what comes of it stands with the connection. */
  checkPlatform: endpoint(`POST ${college}/platforms/:platform/check`, { reply: platformsView }),
};
