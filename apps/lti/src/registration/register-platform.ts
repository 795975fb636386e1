import type { InvitedRegistration, LtiStore } from '@journeybook/database/lti';
import { z } from 'zod';
import type { PlatformAnswer } from '../protocol/classify-answer.js';
import { PlatformError } from '../protocol/platform-error.js';
import { refuseAddress } from '@journeybook/outgoing';
import type { PlatformHttp, PlatformRequest } from '../services/platform-http.js';
import { digest } from '../services/seal.js';
import { foreignAddress } from './check-hosts.js';
import { clientMetadata, type ToolAddresses, toolClaim } from './client-metadata.js';
import {
  platformClaim,
  platformConfiguration,
  type PlatformConfiguration,
  profileOf,
} from './platform-configuration.js';
import { RegistrationRefused } from './registration-refusal.js';

export interface RegisterTools {
  readonly store: LtiStore;
  readonly http: PlatformHttp;
  readonly addresses: ToolAddresses;
  readonly allowLoopback: boolean;
}

/** What a platform's administrator brings along (LTI Dynamic Registration 1.0, 3.3). */
export interface RegistrationOpening {
  readonly invitation: string;
  readonly configurationUrl: string;
  /** Null when the platform gave none; then nothing is shown to it. */
  readonly token: string | null;
}

export interface RegisteredPlatform {
  readonly profile: InvitedRegistration['profile'];
  readonly name: string;
  readonly collegeName: string;
  /** Whether the platform made the deployment along with the registration. */
  readonly deployed: boolean;
}

/**
 * Registers the tool with a platform for the college of the invitation. The invitation is taken before anything is asked, so that it
 * is used once, and given back when nothing came of it. Throws `RegistrationRefused`.
 */
export async function registerPlatform(
  tools: RegisterTools,
  opening: RegistrationOpening,
): Promise<RegisteredPlatform> {
  const { invitations, registrations } = tools.store;
  const tokenHash = digest(opening.invitation);
  const invitation = await invitations.take(tokenHash);
  if (!invitation) throw new RegistrationRefused(await whyNot(tools.store, tokenHash));
  try {
    const configuration = await readConfiguration(tools, opening);
    const entry = await askPlatform(tools, opening, configuration);
    const added = await registrations.addInvited(entry, invitation.id);
    if (added === null) throw new RegistrationRefused('already-registered', entry.clientId);
    const { profile, name, deploymentId } = entry;
    return { profile, name, collegeName: invitation.collegeName, deployed: deploymentId !== null };
  } catch (error) {
    await invitations.giveBack(invitation.id);
    throw error;
  }
}

/** Why an invitation cannot be used. */
export async function whyNot({ invitations }: LtiStore, tokenHash: Buffer) {
  const { state } = await invitations.find(tokenHash);
  // One that was open a moment ago is being given back by whoever had taken it.
  return state === 'open' ? 'invitation-used' : (`invitation-${state}` as const);
}

async function readConfiguration(tools: RegisterTools, opening: RegistrationOpening): Promise<PlatformConfiguration> {
  const { configurationUrl } = opening;
  if (refuseAddress(configurationUrl, tools.allowLoopback)) throw new RegistrationRefused('address-refused');
  const answer = await send(tools, { method: 'GET', url: configurationUrl, headers: headersFor(opening) });
  if (answer.status !== 200) throw new RegistrationRefused('platform-declined', `configuration ${answer.status}`);
  const configuration = parse(platformConfiguration, answer, 'configuration-unreadable');
  const foreign = foreignAddress(configurationUrl, configuration);
  if (foreign !== null) throw new RegistrationRefused('foreign-host', foreign);
  const { issuer, authorization_endpoint, registration_endpoint, token_endpoint, jwks_uri } = configuration;
  const addresses = [issuer, authorization_endpoint, registration_endpoint, token_endpoint, jwks_uri];
  if (addresses.some((address) => refuseAddress(address, tools.allowLoopback)))
    throw new RegistrationRefused('address-refused');
  return configuration;
}

const deploymentId = z.string().min(1).max(255).optional().catch(undefined);

const registrationAnswer = z.object({
  client_id: z.string().min(1).max(255),
  registration_client_uri: z.string().max(2_000).optional().catch(undefined),
  [toolClaim]: z.object({ deployment_id: deploymentId }).optional().catch(undefined),
  // Canvas has it here, and no standard says so.
  deployment_id: deploymentId,
});

async function askPlatform(
  tools: RegisterTools,
  opening: RegistrationOpening,
  configuration: PlatformConfiguration,
): Promise<InvitedRegistration> {
  const answer = await send(tools, {
    method: 'POST',
    url: configuration.registration_endpoint,
    headers: { ...headersFor(opening), 'content-type': 'application/json' },
    body: JSON.stringify(clientMetadata(configuration, tools.addresses)),
  });
  if (answer.status !== 200 && answer.status !== 201)
    throw new RegistrationRefused('platform-declined', `registration ${answer.status}`);
  const registered = parse(registrationAnswer, answer, 'configuration-unreadable');
  return {
    issuer: configuration.issuer,
    clientId: registered.client_id,
    authUrl: configuration.authorization_endpoint,
    tokenUrl: configuration.token_endpoint,
    jwksUrl: configuration.jwks_uri,
    tokenAudience: audienceOf(configuration),
    profile: profileOf(configuration),
    name: nameOf(opening, configuration),
    registrationClientUri: registered.registration_client_uri ?? null,
    deploymentId: registered[toolClaim]?.deployment_id ?? registered.deployment_id ?? null,
  };
}

// Canvas names a bare host, which only a newer one takes; every one takes its token address (Canvas's source, client assertion).
const audienceOf = (configuration: PlatformConfiguration): string | null =>
  profileOf(configuration) === 'canvas' ? null : (configuration.authorization_server ?? null);

const products: Record<string, string> = { moodle: 'Moodle', canvas: 'Canvas' };

function nameOf({ configurationUrl }: RegistrationOpening, configuration: PlatformConfiguration): string {
  const about = configuration[platformClaim];
  const product = products[about.product_family_code.toLowerCase()] ?? about.product_family_code;
  const account = about['https://canvas.instructure.com/lti/account_name'] ?? new URL(configurationUrl).host;
  return `${product}, ${account}`;
}

// Canvas shows its configuration only to whoever brings the token along; Moodle wants it for the registration (lti.md 1.8).
const headersFor = ({ token }: RegistrationOpening): Record<string, string> => ({
  accept: 'application/json',
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
});

async function send({ http }: RegisterTools, request: PlatformRequest): Promise<PlatformAnswer> {
  try {
    return await http(request);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw new RegistrationRefused(
      error.kind === 'configuration' ? 'address-refused' : 'platform-unreachable',
      error.message,
    );
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  { body }: PlatformAnswer,
  kind: 'configuration-unreadable',
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(body));
  } catch (error) {
    throw new RegistrationRefused(kind, error instanceof Error ? error.name : '');
  }
}
