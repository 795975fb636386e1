import { noticeTypes } from '../notices/notice-types.js';
import type { Platform } from '../platform/platform.js';
import { agsScope, noticeScope, nrpsScope, toolSettingScope } from '../platform/scopes.js';
import { moodleVariableNames } from './moodle-variable-names.js';

export const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** What each product says it supports, in its own order. */
const supportedScopes = {
  moodle: [
    'https://purl.imsglobal.org/spec/lti-bo/scope/basicoutcome',
    agsScope.lineItemReadonly,
    agsScope.resultReadonly,
    agsScope.score,
    agsScope.lineItem,
    nrpsScope,
    toolSettingScope,
    'openid',
  ],
  canvas: ['openid', ...Object.values(agsScope), nrpsScope, noticeScope],
} as const;

/** What a name of a placement of its own begins with; Canvas lists its placements with it and takes them without as well. */
const CANVAS_PREFIX = 'https://canvas.instructure.com/lti/';

// Some of what Canvas offers: enough for a tool that looks for its own among many.
const canvasPlacements = {
  LtiResourceLinkRequest: [
    'account_navigation',
    'assignment_selection',
    'assignment_view',
    'course_navigation',
    'link_selection',
    'module_index_menu_modal',
  ],
  LtiDeepLinkingRequest: [
    'assignment_selection',
    'course_assignments_menu',
    'editor_button',
    'homework_submission',
    'link_selection',
    'module_index_menu_modal',
  ],
} as const;

/** A placement of Canvas without what its own names begin with. */
export const bareName = (placement: string): string =>
  placement.startsWith(CANVAS_PREFIX) ? placement.slice(CANVAS_PREFIX.length) : placement;

/** Whether Canvas takes this name for a placement, with or without the beginning. */
export const isCanvasPlacement = (name: string): boolean =>
  canvasMessages.some(({ placements = [] }) => placements.some((one) => one === name || bareName(one) === name));

const canvasMessages: readonly { readonly type: string; readonly placements?: readonly string[] }[] = [
  {
    type: 'LtiResourceLinkRequest',
    placements: [...canvasPlacements.LtiResourceLinkRequest.map((name) => CANVAS_PREFIX + name), 'ContentArea'],
  },
  {
    type: 'LtiDeepLinkingRequest',
    placements: [
      ...canvasPlacements.LtiDeepLinkingRequest.map((name) => CANVAS_PREFIX + name),
      'ContentArea',
      'RichTextEditor',
    ],
  },
  { type: 'LtiEulaRequest' },
];

/** Where a tool reads the platform's configuration and where it registers. */
export function registrationUrls({ profile, urls }: Platform): { configuration: string; registration: string } {
  const lti = `${urls.base}/mod/lti`;
  return profile === 'moodle'
    ? { configuration: `${lti}/openid-configuration.php`, registration: `${lti}/openid-registration.php` }
    : {
        configuration: `${urls.base}/api/lti/security/openid-configuration`,
        registration: `${urls.base}/api/lti/registrations`,
      };
}

function shared(platform: Platform) {
  const { urls, issuer, profile } = platform;
  return {
    issuer,
    token_endpoint: urls.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: urls.jwks,
    authorization_endpoint: urls.auth,
    registration_endpoint: registrationUrls(platform).registration,
    scopes_supported: supportedScopes[profile],
    response_types_supported: ['id_token'],
    subject_types_supported: profile === 'moodle' ? ['public', 'pairwise'] : ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** The configuration document of dynamic registration (LTI-DR 1.0 §3.4). */
export function openidConfiguration(platform: Platform): object {
  return platform.profile === 'moodle'
    ? {
        ...shared(platform),
        claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
        [PLATFORM_CONFIGURATION]: {
          product_family_code: 'moodle',
          version: '4.5.6 (Build: 20250811)',
          messages_supported: [
            { type: 'LtiResourceLinkRequest' },
            { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
          ],
          variables: moodleVariableNames,
        },
      }
    : {
        ...shared(platform),
        claims_supported: ['sub', 'picture', 'email', 'name', 'given_name', 'family_name', 'locale'],
        // A host and no address, although the standard speaks of the value of `aud`.
        authorization_server: new URL(platform.urls.base).host,
        [PLATFORM_CONFIGURATION]: {
          product_family_code: 'canvas',
          version: 'OpenSource',
          messages_supported: canvasMessages,
          notice_types_supported: noticeTypes,
          variables: Object.values(platform.world.toolCustom).filter((value) => value.startsWith('$')),
          'https://canvas.instructure.com/lti/account_name': platform.world.college.name,
          'https://canvas.instructure.com/lti/account_domain': new URL(platform.urls.base).host,
        },
      };
}
