const lti = 'https://purl.imsglobal.org/spec/lti/claim/';

/** The claims of LTI 1.3 and its services that a launch carries. */
export const claim = {
  messageType: `${lti}message_type`,
  version: `${lti}version`,
  deploymentId: `${lti}deployment_id`,
  targetLinkUri: `${lti}target_link_uri`,
  resourceLink: `${lti}resource_link`,
  roles: `${lti}roles`,
  context: `${lti}context`,
  lis: `${lti}lis`,
  ext: `${lti}ext`,
  custom: `${lti}custom`,
  launchPresentation: `${lti}launch_presentation`,
  toolPlatform: `${lti}tool_platform`,
  roleScopeMentor: `${lti}role_scope_mentor`,
  legacyUserId: `${lti}lti11_legacy_user_id`,
  lti1p1: `${lti}lti1p1`,
  notices: `${lti}platformnotificationservice`,
  basicOutcome: 'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome',
  ags: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  nrps: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  canvasPlacement: 'https://www.instructure.com/placement',
  canvasStudentId: 'https://www.instructure.com/lti_student_id',
} as const;
