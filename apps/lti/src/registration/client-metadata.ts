import type { PlatformProfile } from '@journeybook/database/lti';
import { noticeScope, scope } from '../protocol/claim-names.js';
import { courseEndVariables } from '../protocol/course-end.js';
import { platformClaim, type PlatformConfiguration, profileOf } from './platform-configuration.js';

export const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

export interface ToolAddresses {
  readonly publicUrl: string;
  readonly iconUrl: string;
}

/** The variables a platform fills in at each launch: where a course was copied from, and when it ends (lti.md 4.2). */
export const customParameters = (profile: PlatformProfile): Readonly<Record<string, string>> => ({
  context_history: '$Context.id.history',
  ...courseEndVariables[profile],
});

/** The registration we ask a platform for (LTI Dynamic Registration 1.0, 3.5.2). */
export function clientMetadata(
  configuration: PlatformConfiguration,
  { publicUrl, iconUrl }: ToolAddresses,
): Record<string, unknown> {
  const launch = `${publicUrl}/lti/launch`;
  const profile = profileOf(configuration);
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    client_name: 'Journeybook',
    logo_uri: iconUrl,
    initiate_login_uri: `${publicUrl}/lti/login`,
    redirect_uris: [launch],
    jwks_uri: `${publicUrl}/lti/jwks.json`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: wantedScopes(configuration).join(' '),
    [toolClaim]: {
      // Moodle matches activities to tools by it and refuses a registration without (lti.md 4.5).
      domain: new URL(publicUrl).host,
      description: 'Related instruction of registered apprentices: from a completed course to their record.',
      target_link_uri: launch,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
      custom_parameters: customParameters(profile),
      messages: messages(configuration, launch),
      ...(profile === 'canvas'
        ? {
            'https://canvas.instructure.com/lti/privacy_level': 'public',
            'https://canvas.instructure.com/lti/tool_id': 'journeybook',
            'https://canvas.instructure.com/lti/vendor': 'Journeybook',
          }
        : {}),
    },
  };
}

// What a platform does not list it may drop silently or refuse; one that lists nothing is asked for all.
function wantedScopes(configuration: PlatformConfiguration): string[] {
  const { scopes_supported } = configuration;
  const tellsOfCopies = profileOf(configuration) === 'canvas' && scopes_supported.includes(noticeScope);
  const wanted = Object.values(scope);
  const offered = wanted.filter((one) => scopes_supported.includes(one));
  const scopes = offered.length > 0 ? offered : wanted;
  return tellsOfCopies ? [...scopes, noticeScope] : scopes;
}

// An assignment that opens us needs no place of its own: `assignment_view` is the foot of every assignment, quiz and discussion.
const canvasPlacements = {
  LtiResourceLinkRequest: ['course_navigation'],
  LtiDeepLinkingRequest: ['assignment_selection', 'link_selection', 'module_index_menu_modal'],
} as const;

type MessageType = keyof typeof canvasPlacements;

/** What Canvas's own names begin with where it lists them; it takes them without as well, which is all that an older one does. */
const canvasPrefix = 'https://canvas.instructure.com/lti/';

function messages(configuration: PlatformConfiguration, launch: string): object[] {
  const { messages_supported } = configuration[platformClaim];
  const kinds = ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest'] as const;
  return kinds.flatMap((type) => {
    const supported = messages_supported.find((message) => message.type === type);
    if (messages_supported.length > 0 && !supported) return [];
    const message = { type, target_link_uri: launch, label: 'Journeybook' };
    const { placements: offered = [] } = supported ?? {};
    if (profileOf(configuration) !== 'canvas')
      return [offered.includes('ContentArea') ? { ...message, placements: ['ContentArea'] } : message];
    const placements = inCanvas(type, offered);
    // Canvas would choose a place itself for a message that names none.
    if (placements.length === 0) return [];
    // A link in every course's menu would be in the way of the courses that are no RTI.
    const hidden = { [`${canvasPrefix}course_navigation/default_enabled`]: false };
    return [{ ...message, placements, ...(type === 'LtiResourceLinkRequest' ? hidden : {}) }];
  });
}

/** The places we want in Canvas, under the names that it lists. */
function inCanvas(type: MessageType, offered: readonly string[]): readonly string[] {
  const wanted = canvasPlacements[type];
  if (offered.length === 0) return wanted;
  return wanted.flatMap((name) => [canvasPrefix + name, name].find((one) => offered.includes(one)) ?? []);
}
