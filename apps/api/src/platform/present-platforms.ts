import type { PlatformConnectionView, PlatformsView, ToolAddresses } from '@journeybook/contracts';
import type { PlatformConnection, Tables } from '@journeybook/database';
import type { Instant } from '@journeybook/domain';
import { correctionOf, judgePlatform, removeConnection } from '@journeybook/domain';
import type { Config } from '../config.js';
import { editionOf } from '../http/edition.js';
import type { ManagedCollege } from './open-college.js';

/** Everything about a college's platforms, for whoever manages them. */
export async function presentPlatforms(
  { platforms }: Tables,
  college: ManagedCollege,
  { config, now }: { readonly config: Config; readonly now: Instant },
): Promise<PlatformsView> {
  return {
    college,
    connections: (await platforms.list(college.id)).map((one) => presentConnection(one, now)),
    registered: [...(await platforms.listRegistered(college.id))],
    tool: toolAddressesOf(config),
  };
}

type Edited = Pick<PlatformConnection, 'name' | 'issuer' | 'clientId' | 'authUrl' | 'tokenUrl' | 'jwksUrl'>;

/** Of everything of a connection that is typed in. */
export const editionOfConnection = ({ name, issuer, clientId, authUrl, tokenUrl, jwksUrl }: Edited): string =>
  editionOf([name, issuer, clientId, authUrl, tokenUrl, jwksUrl]);

function presentConnection(connection: PlatformConnection, now: Instant): PlatformConnectionView {
  const { id, name, profile, issuer, clientId, deploymentId, status, facts } = connection;
  const { authUrl, tokenUrl, jwksUrl } = connection;
  const { courseTitle, platformName, seenAt } = connection;
  const { state, troubles } = judgePlatform(status, facts, now);
  return {
    id,
    name,
    edition: editionOfConnection(connection),
    profile,
    issuer,
    clientId,
    authUrl,
    tokenUrl,
    jwksUrl,
    deploymentId,
    correction: correctionOf(connection.registration),
    removable: removeConnection(connection.opened).ok,
    state,
    troubles: troubles.map((trouble) => ({ ...trouble, courses: [...trouble.courses] })),
    seen: seenAt && { courseTitle, platformName, at: seenAt },
    lastLaunchAt: facts.lastLaunchAt,
    rosterReadAt: facts.rosterReadAt,
    gradeDeliveredAt: facts.gradeDeliveredAt,
    lastOkAt: facts.answers?.lastOkAt ?? null,
    leftAloneUntil: facts.answers?.leftAloneUntil ?? null,
    check: facts.check,
  };
}

function toolAddressesOf({ LTI_PUBLIC_URL, PUBLIC_URL }: Config): ToolAddresses {
  const tool = (path: string) => new URL(`/lti/${path}`, LTI_PUBLIC_URL).href;
  return {
    login: tool('login'),
    launch: tool('launch'),
    deepLinking: tool('launch'),
    keys: tool('jwks.json'),
    icon: new URL('/icon.svg', PUBLIC_URL).href,
  };
}
