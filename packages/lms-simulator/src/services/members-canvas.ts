import { canvasArtefacts } from '../claims/canvas-claims.js';
import { claim } from '../claims/claim-names.js';
import { fillVariables } from '../claims/custom-variables.js';
import { showsEmail, showsName } from '../claims/launch.js';
import { canvasMemberRoles } from '../claims/roles.js';
import { sendAnswer } from '../http/answer.js';
import { queryValue } from '../http/query.js';
import { canvasContextId, findLink, fullName, getPerson, legacyUserId, opaqueId, subIn } from '../world/live-world.js';
import type { LmsEnrolment, LmsPerson, LmsResourceLink } from '../world/world.js';
import { canvasPage } from './canvas-page.js';
import { mediaType, utf8 } from './media-types.js';
import { refuseService } from './refuse.js';
import type { ServiceCall } from './service-call.js';

const LARGEST_PAGE = 50;

function nameMembers({ platform }: ServiceCall, person: LmsPerson) {
  const named = showsName(person);
  return {
    ...(named ? { name: fullName(person) } : {}),
    ...(named && showsEmail(person) ? { picture: `${platform.urls.base}/images/messages/avatar-50.png` } : {}),
    ...(named ? { given_name: person.givenName, family_name: person.familyName } : {}),
    ...(showsEmail(person) && person.email ? { email: person.email } : {}),
    ...(named && person.sisId ? { lis_person_sourcedid: person.sisId } : {}),
  };
}

function messageFor(call: ServiceCall, enrolment: LmsEnrolment, link: LmsResourceLink) {
  const { platform, course } = call;
  const person = getPerson(platform.world, enrolment.personId);
  const now = platform.now();
  const launch = {
    platform,
    course,
    person,
    enrolment,
    link,
    message: 'resource-link',
    nonce: '',
    sesskey: '',
    preparedAt: now,
    now,
  } as const;
  const userId = legacyUserId(person);
  return {
    [claim.messageType]: 'LtiResourceLinkRequest',
    locale: 'en',
    [claim.custom]: fillVariables({ ...platform.world.toolCustom, ...link.custom }, launch),
    [claim.legacyUserId]: userId,
    [claim.lti1p1]: {
      user_id: userId,
      resource_link_id: link.legacyId ?? opaqueId('link', link.id),
      ...canvasArtefacts,
    },
  };
}

function describe(call: ServiceCall, enrolment: LmsEnrolment, link: LmsResourceLink | undefined) {
  const person = getPerson(call.platform.world, enrolment.personId);
  return {
    status: 'Active',
    ...nameMembers(call, person),
    user_id: subIn(call.course, person),
    lti11_legacy_user_id: legacyUserId(person),
    roles: canvasMemberRoles(enrolment.role),
    ...(link ? { message: [messageFor(call, enrolment, link)] } : {}),
  };
}

/** Canvas's names and roles: active people in pages of 50, which is the most it gives, with full role names. */
export function listCanvasMembers(call: ServiceCall): void {
  const { platform, course, req, res } = call;
  const role = queryValue(req, 'role');
  const rlid = queryValue(req, 'rlid');
  const link = rlid === undefined ? undefined : findLink(course, rlid);
  if (rlid !== undefined && !link && rlid !== canvasContextId(course)) {
    refuseService(platform, req, res, { status: 400, reason: 'Resource link not found' });
    return;
  }
  // Concluding a course completes every enrolment of it.
  const active = course.enrolments
    .filter((enrolment) => enrolment.state === 'active' && !course.concluded)
    .filter((enrolment) => role === undefined || canvasMemberRoles(enrolment.role).includes(role));
  const page = canvasPage(call, active, { usual: LARGEST_PAGE, largest: LARGEST_PAGE, named: 'per_page' });
  const context = { id: canvasContextId(course), label: course.label, title: course.title };
  const members = page.items.map((enrolment) => describe(call, enrolment, link));
  sendAnswer(res, {
    status: 200,
    type: utf8(mediaType.members),
    body: JSON.stringify({ id: platform.urls.memberships(course.id), context, members }),
    headers: page.headers,
  });
}
