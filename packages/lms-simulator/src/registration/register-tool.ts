import { z } from 'zod';
import type { Platform } from '../platform/platform.js';
import { agsScope, noticeScope, nrpsScope, toolSettingScope } from '../platform/scopes.js';
import { bareName, isCanvasPlacement } from './openid-configuration.js';
import type { Privacy } from '../world/world.js';

export const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

const text = z.string();

const clientMetadata = {
  client_name: text.min(1),
  initiate_login_uri: z.url(),
  redirect_uris: z.array(z.url()).min(1),
  jwks_uri: z.url(),
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  scope: text.default(''),
};

const toolConfiguration = {
  domain: text.min(1, 'domain is missing'),
  target_link_uri: z.url(),
  claims: z.array(text).default([]),
  messages: z.array(z.looseObject({ type: text, placements: z.array(text).optional() })).default([]),
  custom_parameters: z.record(text, text).default({}),
};

const canvasScopes: readonly string[] = ['openid', ...Object.values(agsScope), nrpsScope, noticeScope];
const privacyLevel = 'https://canvas.instructure.com/lti/privacy_level';

/** A tool's registration request (LTI-DR 1.0 §3.5), with what each product demands of it. */
export const registrationSchema = {
  moodle: z.looseObject({ ...clientMetadata, [TOOL_CONFIGURATION]: z.looseObject(toolConfiguration) }),
  canvas: z.looseObject({
    ...clientMetadata,
    application_type: z.literal('web'),
    grant_types: z.array(text).refine((all) => all.includes('client_credentials') && all.includes('implicit')),
    response_types: z.array(text).refine((all) => all.includes('id_token')),
    scope: text.default('').refine((all) => all.split(' ').every((one) => !one || canvasScopes.includes(one))),
    [TOOL_CONFIGURATION]: z.looseObject({
      ...toolConfiguration,
      // Both may be empty, but not left out.
      claims: z.array(text),
      messages: z.array(
        z.looseObject({
          type: z.enum(['LtiResourceLinkRequest', 'LtiDeepLinkingRequest', 'LtiEulaRequest']),
          placements: z.array(text.refine((name) => isCanvasPlacement(name))).optional(),
        }),
      ),
      [privacyLevel]: z.enum(['public', 'name_only', 'email_only', 'anonymous']).nullish(),
    }),
  }),
};

export type RegistrationRequest = z.infer<typeof registrationSchema.moodle>;

// The order in which Moodle lists what it grants. What it offers but does not list is dropped silently.
const grantable = {
  moodle: [
    agsScope.score,
    agsScope.resultReadonly,
    agsScope.lineItemReadonly,
    agsScope.lineItem,
    nrpsScope,
    toolSettingScope,
  ],
  canvas: [...Object.values(agsScope), nrpsScope, noticeScope],
} as const;

/** The reason a request is refused, or null. For Moodle the domain must be the one the tool is launched at. */
export function registrationFault({ profile }: Platform, request: RegistrationRequest): string | null {
  if (profile === 'canvas') return null;
  const { domain, target_link_uri } = request[TOOL_CONFIGURATION];
  const { host, hostname } = new URL(target_link_uri);
  return domain === host || domain === hostname ? null : 'domain and target_link_uri do not match';
}

function sharedPrivacy(claims: readonly string[]): Privacy {
  const name = claims.includes('name') || claims.includes('given_name');
  if (claims.includes('email')) return name ? 'public' : 'email-only';
  return name ? 'name-only' : 'anonymous';
}

const canvasPrivacy: Readonly<Record<string, Privacy>> = {
  public: 'public',
  name_only: 'name-only',
  email_only: 'email-only',
  anonymous: 'anonymous',
};

/**
 * Whether the tool may be picked from. Canvas gives each placement to the message that names it first, and a message that names none
 * to `link_selection`; the simulated course offers what is picked for an assignment.
 */
function offersDeepLinking(
  { profile }: Platform,
  { messages }: RegistrationRequest[typeof TOOL_CONFIGURATION],
): boolean {
  if (profile === 'moodle') return messages.some(({ type }) => type === 'LtiDeepLinkingRequest');
  const taken = new Map<string, string>();
  for (const { type, placements } of messages)
    for (const name of placements?.length ? placements : ['link_selection'])
      if (!taken.has(bareName(name))) taken.set(bareName(name), type);
  return taken.get('assignment_selection') === 'LtiDeepLinkingRequest';
}

/** Puts the tool in the platform's one place, waiting for the administrator, and returns the platform's answer. */
export function registerTool(platform: Platform, request: RegistrationRequest, clientId: string): object {
  const config = request[TOOL_CONFIGURATION];
  const wanted = request.scope.split(' ');
  const scopes = grantable[platform.profile].filter((scope) => wanted.includes(scope));
  const others = request.redirect_uris.filter((url) => url !== config.target_link_uri);
  platform.registered.clientId = clientId;
  platform.registered.active = false;
  platform.registered.tool = {
    loginUrl: request.initiate_login_uri,
    launchUrls: request.redirect_uris.includes(config.target_link_uri) ? [config.target_link_uri, ...others] : others,
    jwksUrl: request.jwks_uri,
  };
  platform.registered.offersDeepLinking = offersDeepLinking(platform, config);
  platform.toolKeys.cached = null;
  platform.settings.scopes = scopes;
  const level = platform.profile === 'canvas' ? config[privacyLevel] : undefined;
  const privacy = canvasPrivacy[String(level)] ?? sharedPrivacy(config.claims);
  platform.world.toolCustom = config.custom_parameters;
  platform.world.people = platform.world.people.map((person) => ({ ...person, privacy }));
  const scope = scopes.join(' ');
  return platform.profile === 'moodle'
    ? moodleAnswer(platform, request, scope)
    : canvasAnswer(platform, request, scope);
}

function moodleAnswer(platform: Platform, request: RegistrationRequest, scope: string): object {
  const { target_link_uri, domain, messages, custom_parameters, claims } = request[TOOL_CONFIGURATION];
  const known = ['sub', 'iss', 'name', 'family_name', 'given_name', 'email'];
  const picker = messages.find(({ type }) => type === 'LtiDeepLinkingRequest');
  return {
    client_id: platform.clientId,
    response_types: ['id_token'],
    jwks_uri: request.jwks_uri,
    initiate_login_uri: request.initiate_login_uri,
    grant_types: ['client_credentials', 'implicit'],
    redirect_uris: request.redirect_uris,
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    client_name: request.client_name,
    logo_uri: '',
    scope,
    [TOOL_CONFIGURATION]: {
      version: '1.3.0',
      deployment_id: platform.deploymentId,
      target_link_uri,
      domain,
      description: '',
      messages: picker ? [{ type: picker.type, target_link_uri: picker['target_link_uri'] ?? target_link_uri }] : [],
      custom_parameters,
      claims: known.filter((name) => claims.includes(name)),
    },
  };
}

function canvasAnswer(platform: Platform, request: RegistrationRequest, scope: string): object {
  const { deploymentId, clientId, urls } = platform;
  const registrations = `${urls.base}/api/lti/registrations`;
  return {
    ...request,
    client_id: clientId,
    grant_types: ['client_credentials', 'implicit'],
    scope: `${scope} openid`,
    [TOOL_CONFIGURATION]: {
      ...request[TOOL_CONFIGURATION],
      'https://canvas.instructure.com/lti/registration_config_url': `${registrations}/${clientId}/view`,
    },
    registration_client_uri: `${registrations}/${clientId}`,
    // Beside the tool's configuration, where the standard has it inside.
    deployment_id: deploymentId,
  };
}
