import { basicOutcome } from '../claims/basic-outcome.js';
import { claim } from '../claims/claim-names.js';
import { showsEmail, showsName } from '../claims/launch.js';
import { moodleMemberRoles, teaches } from '../claims/roles.js';
import { sendAnswer } from '../http/answer.js';
import { queryNumber, queryValue } from '../http/query.js';
import { findLink, fullName, getPerson } from '../world/live-world.js';
import type { LmsEnrolment, LmsPerson, LmsResourceLink } from '../world/world.js';
import { mediaType, utf8 } from './media-types.js';
import { refuseService } from './refuse.js';
import type { ServiceCall } from './service-call.js';

const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

interface Member {
  readonly enrolment: LmsEnrolment;
  readonly person: LmsPerson;
}

function byName(a: Member, b: Member): number {
  const key = ({ person }: Member) => `${person.familyName}\n${person.givenName}`;
  return key(a) < key(b) ? -1 : 1;
}

// Moodle understands only these two filters; any other role lists everybody.
function matchesRole(member: Member, role: string | undefined): boolean {
  const wanted = role?.startsWith('http') ? role : `${MEMBERSHIP}${role}`;
  const manages = teaches(member.enrolment.role) && member.enrolment.role !== 'ta';
  if (wanted === `${MEMBERSHIP}Instructor`) return manages;
  return wanted === `${MEMBERSHIP}Learner` ? !manages : true;
}

function describe({ platform }: ServiceCall, { enrolment, person }: Member, link: LmsResourceLink | undefined) {
  const outcome = link?.lineItem ? { [claim.basicOutcome]: basicOutcome(platform, link.id, person) } : {};
  const message = link ? { message: [{ [claim.messageType]: 'LtiResourceLinkRequest', ...outcome }] } : {};
  const delegated = platform.world.nameSharing === 'delegate' && !link;
  const named = showsName(person) && !delegated;
  const names = named ? { name: fullName(person), given_name: person.givenName, family_name: person.familyName } : {};
  return {
    status: 'Active',
    roles: moodleMemberRoles(enrolment.role),
    ...message,
    user_id: person.sub,
    lis_person_sourcedid: person.sisId,
    ...names,
    ...(showsEmail(person) && !delegated ? { email: person.email } : {}),
    ...(named ? { ext_user_username: person.username } : {}),
  };
}

/** Moodle's membership service: active people by name, all at once unless `limit` is given. 404 for a foreign link. */
export function listMoodleMembers(call: ServiceCall): void {
  const { platform, course, req, res } = call;
  const rlid = queryValue(req, 'rlid');
  const link = rlid === undefined ? undefined : findLink(course, rlid);
  if (rlid !== undefined && !link) {
    refuseService(platform, req, res, { status: 404, reason: 'Not Found: resource link' });
    return;
  }
  const members = course.enrolments
    .filter((enrolment) => enrolment.state === 'active')
    .map((enrolment) => ({ enrolment, person: getPerson(platform.world, enrolment.personId) }))
    .filter((member) => matchesRole(member, queryValue(req, 'role')))
    .toSorted(byName);
  const limit = queryNumber(req, 'limit') ?? 0;
  const from = limit > 0 ? (queryNumber(req, 'from') ?? 0) : 0;
  const shown = limit > 0 ? members.slice(from, from + limit) : members;

  const id = platform.urls.memberships(course.id);
  // The role filter is really lost here.
  const next = `${id}?limit=${limit}&from=${from + limit}${rlid === undefined ? '' : `&rlid=${rlid}`}`;
  const hasNext = limit > 0 && from + limit < members.length;
  const context = { id: course.id, label: course.label, title: course.title };
  sendAnswer(res, {
    status: 200,
    type: utf8(mediaType.members),
    body: JSON.stringify({ id, context, members: shown.map((member) => describe(call, member, link)) }),
    headers: hasNext ? { link: `<${next}>; rel="next"` } : {},
  });
}
