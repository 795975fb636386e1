import type { LmsProfile } from '../world/world.js';

/** The addresses of one platform; `base` has no slash at its end. */
export interface PlatformUrls {
  readonly base: string;
  readonly auth: string;
  readonly token: string;
  readonly jwks: string;
  memberships(courseId: string): string;
  lineItems(courseId: string): string;
  lineItem(courseId: string, columnId: string): string;
  /** A service under a line item. It goes on the path, before the query. */
  results(courseId: string, columnId: string): string;
}

function moodleUrls(base: string, typeId: string): PlatformUrls {
  const services = `${base}/mod/lti/services.php`;
  const item = (courseId: string, columnId: string) => `${services}/${courseId}/lineitems/${columnId}/lineitem`;
  return {
    base,
    auth: `${base}/mod/lti/auth.php`,
    token: `${base}/mod/lti/token.php`,
    jwks: `${base}/mod/lti/certs.php`,
    memberships: (courseId) => `${services}/CourseSection/${courseId}/bindings/${typeId}/memberships`,
    lineItems: (courseId) => `${services}/${courseId}/lineitems?type_id=${typeId}`,
    lineItem: (courseId, columnId) => `${item(courseId, columnId)}?type_id=${typeId}`,
    results: (courseId, columnId) => `${item(courseId, columnId)}/results?type_id=${typeId}`,
  };
}

function canvasUrls(base: string): PlatformUrls {
  const course = (courseId: string) => `${base}/api/lti/courses/${courseId}`;
  const item = (courseId: string, columnId: string) => `${course(courseId)}/line_items/${columnId}`;
  return {
    base,
    auth: `${base}/api/lti/authorize_redirect`,
    token: `${base}/login/oauth2/token`,
    jwks: `${base}/api/lti/security/jwks`,
    memberships: (courseId) => `${course(courseId)}/names_and_roles`,
    lineItems: (courseId) => `${course(courseId)}/line_items`,
    lineItem: item,
    results: (courseId, columnId) => `${item(courseId, columnId)}/results`,
  };
}

/** The product's own paths under `base`. In Moodle the tool's type number is its deployment id. */
export function platformUrls(profile: LmsProfile, base: string, deploymentId: string): PlatformUrls {
  return profile === 'moodle' ? moodleUrls(base, deploymentId) : canvasUrls(base);
}
