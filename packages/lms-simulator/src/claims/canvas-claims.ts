import type { JWTPayload } from 'jose';
import { columnsOf } from '../gradebook/gradebook.js';
import { handlersPath, noticeTypes } from '../notices/notice-types.js';
import { agsScope, noticeScope, nrpsScope } from '../platform/scopes.js';
import { canvasContextId, fullName, legacyUserId, opaqueId, subIn } from '../world/live-world.js';
import { canvasDeepLinkingSettings } from './canvas-deep-linking-settings.js';
import { claim } from './claim-names.js';
import { fillVariables } from './custom-variables.js';
import { grantedAgsScopes, type Launch, seconds, showsEmail, showsName } from './launch.js';
import { canvasLaunchRoles } from './roles.js';

const LIFETIME_SECONDS = 3600;

/** Members that Canvas's serialiser leaves inside its claims; a tool has to ignore them. */
export const canvasArtefacts = { validation_context: null, errors: { errors: {} } } as const;

/** The claims of a Canvas launch, in the order Canvas writes them. */
export function canvasClaims(launch: Launch): JWTPayload {
  const { platform, course, person } = launch;
  const iat = seconds(launch.preparedAt);
  return {
    [claim.messageType]: launch.message === 'deep-linking' ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    [claim.version]: '1.3.0',
    ...resourceLinkClaim(launch),
    aud: platform.clientId,
    azp: platform.clientId,
    [claim.deploymentId]: platform.deploymentId,
    exp: iat + LIFETIME_SECONDS,
    iat,
    iss: platform.issuer,
    nonce: launch.nonce,
    ...(person ? { sub: subIn(course, person) } : {}),
    [claim.targetLinkUri]: platform.tool.launchUrls[0],
    ...personClaims(launch),
    ...courseClaims(launch),
    ...legacyClaims(launch),
    ...serviceClaims(launch),
    ...(launch.message === 'deep-linking' ? canvasDeepLinkingSettings(launch) : {}),
    [claim.canvasPlacement]: placement(launch),
    ...studentIdClaim(launch),
  };
}

function placement(launch: Launch): string | null {
  if (launch.message === 'deep-linking') return teachesIn(launch) ? 'assignment_selection' : 'homework_submission';
  return launch.link ? null : 'course_navigation';
}

const teachesIn = (launch: Launch): boolean => launch.enrolment?.role !== 'learner';

// From the course menu there is no link of its own: Canvas sends the course instead.
function resourceLinkClaim({ course, link, message }: Launch): JWTPayload {
  if (message === 'deep-linking') return {};
  const own = link
    ? { id: link.id, description: link.description, title: link.title }
    : { id: canvasContextId(course), description: null, title: course.title };
  return { [claim.resourceLink]: { ...own, ...canvasArtefacts } };
}

function personClaims({ platform, course, person }: Launch): JWTPayload {
  if (!person) return {};
  const named = showsName(person);
  const isPublic = named && showsEmail(person);
  const lis = {
    person_sourcedid: person.sisId || '$Person.sourcedId',
    course_offering_sourcedid: course.sisId,
    ...canvasArtefacts,
  };
  return {
    ...(isPublic ? { picture: `${platform.urls.base}/images/messages/avatar-50.png` } : {}),
    ...(showsEmail(person) && person.email ? { email: person.email } : {}),
    ...(named ? { name: fullName(person), given_name: person.givenName, family_name: person.familyName } : {}),
    ...(named ? { [claim.lis]: lis } : {}),
  };
}

function courseClaims(launch: Launch): JWTPayload {
  const { platform, course, link, enrolment, person } = launch;
  const { guid, name } = platform.world.college;
  const dialog = launch.message === 'deep-linking';
  const returnPath = dialog ? 'external_tool_dialog' : 'external_tool_redirect';
  const mentored = enrolment?.role === 'observer' && person && showsEmail(person) ? (enrolment.observes ?? []) : [];
  const mentoredSubs = mentored.flatMap((id) => platform.world.people.find((p) => p.id === id)?.sub ?? []);
  return {
    [claim.context]: {
      id: canvasContextId(course),
      label: course.label,
      title: course.title,
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
      ...canvasArtefacts,
    },
    [claim.toolPlatform]: { guid, name, version: 'cloud', product_family_code: 'canvas', ...canvasArtefacts },
    [claim.launchPresentation]: {
      document_target: 'iframe',
      height: dialog ? 600 : null,
      width: dialog ? 800 : null,
      return_url: `${platform.urls.base}/courses/${course.id}/external_content/success/${returnPath}`,
      locale: 'en',
      ...canvasArtefacts,
    },
    locale: 'en',
    [claim.roles]: canvasLaunchRoles(enrolment?.role),
    ...(mentoredSubs.length > 0 ? { [claim.roleScopeMentor]: mentoredSubs } : {}),
    // In Canvas the link's own values override the registration's.
    [claim.custom]: fillVariables({ ...platform.world.toolCustom, ...link?.custom }, launch),
  };
}

function legacyClaims({ link, person }: Launch): JWTPayload {
  if (!person) return {};
  const userId = legacyUserId(person);
  const resource = link ? { resource_link_id: link.legacyId ?? opaqueId('link', link.id) } : {};
  return {
    [claim.legacyUserId]: userId,
    [claim.lti1p1]: { user_id: userId, ...resource, ...canvasArtefacts },
  };
}

function serviceClaims({ platform, course, link }: Launch): JWTPayload {
  const { settings, urls, gradebook, deploymentId } = platform;
  const scope = grantedAgsScopes(platform, Object.values(agsScope));
  const column = columnsOf(gradebook, course.id).find((c) => c.coupled && c.resourceLinkId === link?.id);
  const lineitem = column ? { lineitem: urls.lineItem(course.id, column.id) } : {};
  const members = {
    context_memberships_url: urls.memberships(course.id),
    service_versions: ['2.0'],
    ...canvasArtefacts,
  };
  const endpoint = { scope, lineitems: urls.lineItems(course.id), ...lineitem, ...canvasArtefacts };
  const notices = {
    service_versions: ['1.0'],
    platform_notification_service_url: `${urls.base}${handlersPath(deploymentId)}`,
    scope: [noticeScope],
    notice_types_supported: noticeTypes,
  };
  return {
    ...(settings.scopes.includes(nrpsScope) ? { [claim.nrps]: members } : {}),
    ...(scope.length > 0 ? { [claim.ags]: endpoint } : {}),
    ...(settings.scopes.includes(noticeScope) ? { [claim.notices]: notices } : {}),
  };
}

function studentIdClaim(launch: Launch): JWTPayload {
  const { enrolment, person, link, message } = launch;
  const shown = enrolment?.role === 'learner' && (link !== null || message === 'deep-linking');
  return shown && person?.canvasId ? { [claim.canvasStudentId]: person.canvasId } : {};
}
