import type { JWTPayload } from 'jose';
import { agsScope, agsScopes, nrpsScope, toolSettingScope } from '../platform/scopes.js';
import { columnsOf } from '../gradebook/gradebook.js';
import { fullName } from '../world/live-world.js';
import type { LmsPerson } from '../world/world.js';
import { basicOutcome } from './basic-outcome.js';
import { claim } from './claim-names.js';
import { fillVariables } from './custom-variables.js';
import { grantedAgsScopes, type Launch, seconds, showsEmail, showsName } from './launch.js';
import { moodleLaunchRoles } from './roles.js';

const VERSION = '2024100706';
const LIFETIME_SECONDS = 60;

/** The claims of a Moodle 4.5 launch, in the order Moodle writes them. `person` must not be null. */
export function moodleClaims(launch: Launch): JWTPayload {
  const { platform, person } = launch;
  if (!person) throw new Error('Moodle launches nobody who is not signed in');
  const iat = seconds(launch.now);
  return {
    nonce: launch.nonce,
    iat,
    exp: iat + LIFETIME_SECONDS,
    iss: platform.issuer,
    aud: platform.clientId,
    [claim.deploymentId]: platform.deploymentId,
    [claim.targetLinkUri]: platform.tool.launchUrls[0],
    sub: person.sub,
    [claim.lis]: { person_sourcedid: person.sisId, course_section_sourcedid: launch.course.sisId },
    [claim.roles]: moodleLaunchRoles(launch.enrolment?.role),
    [claim.context]: contextClaim(launch),
    [claim.messageType]: launch.message === 'deep-linking' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    ...resourceLinkClaims(launch, person),
    ...personClaims(person),
    [claim.launchPresentation]: presentation(launch),
    [claim.toolPlatform]: toolPlatform(launch),
    [claim.version]: '1.3.0',
    ...customClaim(launch),
    ...serviceClaims(launch),
    ...deepLinkingClaims(launch),
  };
}

function contextClaim({ course }: Launch) {
  return { id: course.id, label: course.label, title: course.title, type: ['CourseSection'] };
}

function resourceLinkClaims({ platform, link }: Launch, person: LmsPerson): JWTPayload {
  if (!link) return {};
  const outcome = link.lineItem ? { [claim.basicOutcome]: basicOutcome(platform, link.id, person) } : {};
  return {
    [claim.resourceLink]: { title: link.title, description: link.description, id: link.id },
    ...outcome,
  };
}

function personClaims(person: LmsPerson): JWTPayload {
  const named = showsName(person);
  const name = named ? { given_name: person.givenName, family_name: person.familyName, name: fullName(person) } : {};
  const username = named ? { user_username: person.username } : {};
  const email = showsEmail(person) ? { email: person.email } : {};
  return { ...name, [claim.ext]: { ...username, lms: 'moodle-2' }, ...email };
}

function presentation({ platform, course, link, sesskey }: Launch): Record<string, string> {
  if (!link) return { locale: 'en' };
  const target = link.container ?? 'iframe';
  const container = target === 'window' ? 4 : 3;
  const query = `course=${course.id}&launch_container=${container}&instanceid=${link.id}&sesskey=${sesskey}`;
  return {
    locale: 'en',
    document_target: target,
    return_url: `${platform.urls.base}/mod/lti/return.php?${query}`,
  };
}

function toolPlatform({ platform }: Launch) {
  const { guid, shortName, description } = platform.world.college;
  return { product_family_code: 'moodle', version: VERSION, guid, name: shortName, description };
}

// Moodle offers its services in a course only once the tool is used there.
const usedInCourse = (launch: Launch): boolean => launch.course.resourceLinks.length > 0;

function customClaim(launch: Launch): JWTPayload {
  const { platform, course, link } = launch;
  // The registration's value wins over the activity's on a clash.
  const given = fillVariables({ ...link?.custom, ...platform.world.toolCustom }, launch);
  const custom: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    custom[key.toLowerCase().replace(/[^a-z0-9]/g, '_')] = value;
    custom[key] = value;
  }
  const services = `${platform.urls.base}/mod/lti/services.php`;
  if (usedInCourse(launch) && platform.settings.scopes.includes(nrpsScope)) {
    custom['context_memberships_url'] = platform.urls.memberships(course.id);
  }
  if (usedInCourse(launch) && platform.settings.scopes.includes(toolSettingScope)) {
    const { deploymentId } = platform;
    custom['system_setting_url'] = `${services}/tool/${deploymentId}/custom`;
    custom['context_setting_url'] = `${services}/CourseSection/${course.id}/bindings/tool/${deploymentId}/custom`;
    // Moodle really leaves the placeholder unfilled.
    custom['link_setting_url'] = `${services}/links/{link_id}/custom`;
  }
  return Object.keys(custom).length > 0 ? { [claim.custom]: custom } : {};
}

function serviceClaims(launch: Launch): JWTPayload {
  const { platform, course, link } = launch;
  const scope = grantedAgsScopes(platform, [
    agsScope.lineItem,
    agsScope.lineItemReadonly,
    agsScope.resultReadonly,
    agsScope.score,
  ]);
  const column = columnsOf(platform.gradebook, course.id).find((c) => c.coupled && c.resourceLinkId === link?.id);
  const lineitem = column ? { lineitem: platform.urls.lineItem(course.id, column.id) } : {};
  const ags = agsScopes.some((s) => scope.includes(s))
    ? { [claim.ags]: { scope, lineitems: platform.urls.lineItems(course.id), ...lineitem } }
    : {};
  const nrps =
    usedInCourse(launch) && platform.settings.scopes.includes(nrpsScope)
      ? {
          [claim.nrps]: {
            context_memberships_url: platform.urls.memberships(course.id),
            service_versions: ['1.0', '2.0'],
          },
        }
      : {};
  return { ...ags, ...nrps };
}

function deepLinkingClaims({ platform, course, message, sesskey }: Launch): JWTPayload {
  if (message !== 'deep-linking') return {};
  const query = `course=${course.id}&id=${platform.deploymentId}&sesskey=${sesskey}`;
  return {
    [claim.deepLinkingSettings]: {
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['frame', 'iframe', 'window'],
      accept_copy_advice: false,
      accept_multiple: true,
      accept_unsigned: false,
      auto_create: false,
      can_confirm: false,
      deep_link_return_url: `${platform.urls.base}/mod/lti/contentitem_return.php?${query}`,
      title: platform.world.toolName,
      text: '',
    },
  };
}
