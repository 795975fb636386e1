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
        [PLATFORM_CONFIGURATION]: {
          product_family_code: 'canvas',
          version: 'cloud',
          messages_supported: [
            { type: 'LtiResourceLinkRequest', placements: ['course_navigation', 'assignment_view'] },
            { type: 'LtiDeepLinkingRequest', placements: ['assignment_selection', 'homework_submission'] },
          ],
          notice_types_supported: noticeTypes,
          variables: Object.values(platform.world.toolCustom).filter((value) => value.startsWith('$')),
          'https://canvas.instructure.com/lti/account_name': platform.world.college.name,
        },
      };
}
