import type { ServiceContext } from '@journeybook/database/lti';
import { z } from 'zod';
import { mediaType, scope } from '../protocol/claim-names.js';
import { isIdentifier, knownText, unescapeHtml } from '../protocol/known-text.js';
import { membershipRole, type LaunchRole } from '../protocol/membership-role.js';
import { joinedName } from '../protocol/parse-launch.js';
import { PlatformError } from '../protocol/platform-error.js';
import { withParameters } from '../protocol/service-url.js';
import type { ServiceTools } from './call-service.js';
import { parseJson } from './parse-json.js';
import { readPages } from './read-pages.js';

export interface Member {
  readonly subject: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly sisId: string | null;
  readonly role: LaunchRole;
}

const text = (longest: number) =>
  z
    .unknown()
    .optional()
    .transform((value) => knownText(typeof value === 'string' ? unescapeHtml(value) : value, longest));

const member = z
  .object({
    user_id: z.string().refine(isIdentifier),
    status: z.string().nullish().catch(null),
    roles: z.array(z.unknown()).catch([]),
    name: text(300),
    given_name: text(150),
    family_name: text(150),
    email: text(300),
    lis_person_sourcedid: text(300),
  })
  .transform((sent) => ({
    status: sent.status,
    subject: sent.user_id,
    name: sent.name ?? joinedName(sent.given_name, sent.family_name),
    email: sent.email,
    sisId: sent.lis_person_sourcedid,
    role: membershipRole(sent.roles.filter((role) => typeof role === 'string')),
  }));

const membershipContainer = z.object({ members: z.array(member) });

/** Reads one page of a course's members; those who are not active are left out (NRPS 2.0, membership status). */
export function parseMembers(body: string): Member[] {
  return parseJson(membershipContainer, body, 'list of members').members.flatMap(({ status, ...rest }) =>
    status && status.toLowerCase() !== 'active' ? [] : [rest],
  );
}

/**
 * Everybody in the course, from every page or not at all. Pages are counted from the top: who is dropped while they are read moves
 * somebody else onto a page that was read already. So a list of several pages that is smaller than the last one is read once more at
 * once, and whoever is in one of both is in the course; who really left is missing from the next reading. Throws `PlatformError`.
 */
export async function readMembers(tools: ServiceTools, context: ServiceContext): Promise<Member[]> {
  const { members, pages } = await readOnce(tools, context);
  if (pages === 1 || members.size >= (context.rosterSize ?? 0)) return [...members.values()];
  const again = await readOnce(tools, context);
  return [...new Map([...members, ...again.members]).values()];
}

async function readOnce(
  tools: ServiceTools,
  context: ServiceContext,
): Promise<{ members: ReadonlyMap<string, Member>; pages: number }> {
  if (!context.rosterUrl)
    throw new PlatformError({ kind: 'configuration', seen: 'the platform offers no Names and Roles service' });
  // Moodle sends everybody at once, and what it does with a limit is broken elsewhere (lti.md 4.4): it is never asked for pages.
  const paged = context.registration.profile === 'canvas';
  let pages = 0;
  const members = await readPages(
    tools,
    context,
    {
      service: 'roster',
      url: paged ? withParameters(context.rosterUrl, { limit: '50' }) : context.rosterUrl,
      scopes: [scope.rosterRead],
      accept: mediaType.members,
    },
    ({ body }) => {
      pages += 1;
      return parseMembers(body);
    },
  );
  return { members: new Map(members.map((one) => [one.subject, one])), pages };
}
