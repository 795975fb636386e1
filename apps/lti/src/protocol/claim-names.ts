const core = 'https://purl.imsglobal.org/spec/lti/claim/';

/** The names of the claims in an id_token (LTI Core 1.3, AGS 2.0, NRPS 2.0). */
export const claim = {
  messageType: `${core}message_type`,
  version: `${core}version`,
  deploymentId: `${core}deployment_id`,
  targetLinkUri: `${core}target_link_uri`,
  resourceLink: `${core}resource_link`,
  roles: `${core}roles`,
  context: `${core}context`,
  lis: `${core}lis`,
  launchPresentation: `${core}launch_presentation`,
  custom: `${core}custom`,
  gradeService: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  rosterService: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const;

const grades = 'https://purl.imsglobal.org/spec/lti-ags/scope/';

/** What an access token may be asked for. */
export const scope = {
  lineItem: `${grades}lineitem`,
  lineItemRead: `${grades}lineitem.readonly`,
  resultRead: `${grades}result.readonly`,
  score: `${grades}score`,
  rosterRead: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

export const mediaType = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;
