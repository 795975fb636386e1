const core = 'https://purl.imsglobal.org/spec/lti/claim/';
const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** The names of the claims in an id_token or a notice (LTI Core 1.3, AGS 2.0, NRPS 2.0, Deep Linking 2.0, PNS 1.0). */
export const claim = {
  messageType: `${core}message_type`,
  version: `${core}version`,
  deploymentId: `${core}deployment_id`,
  targetLinkUri: `${core}target_link_uri`,
  resourceLink: `${core}resource_link`,
  roles: `${core}roles`,
  context: `${core}context`,
  custom: `${core}custom`,
  lis: `${core}lis`,
  launchPresentation: `${core}launch_presentation`,
  notice: `${core}notice`,
  originContexts: `${core}origin_contexts`,
  noticeService: `${core}platformnotificationservice`,
  gradeService: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  rosterService: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: `${deepLinking}deep_linking_settings`,
  deepLinkingData: `${deepLinking}data`,
  contentItems: `${deepLinking}content_items`,
  errorMessage: `${deepLinking}errormsg`,
} as const;

/** The messages we take (LTI Core 1.3, Deep Linking 2.0), and the answer to the second. */
export const messageType = {
  resourceLink: 'LtiResourceLinkRequest',
  deepLinking: 'LtiDeepLinkingRequest',
  deepLinkingResponse: 'LtiDeepLinkingResponse',
} as const;

/**
 * The custom parameter by which a link that was picked is known at its first launch: a platform tells its own name of the link only
 * then (lti.md 4.3). Lower case, because Moodle makes it so.
 */
export const pickParameter = 'rti_pick';

/** Marks the columns that are ours among those a tool may have in a course. */
export const columnTag = 'rti-completion';

const grades = 'https://purl.imsglobal.org/spec/lti-ags/scope/';

/** What Canvas understands in a score beyond AGS 2.0 (lti.md 4.4). */
export const canvasSubmission = 'https://canvas.instructure.com/lti/submission';

/** What an access token may be asked for. */
export const scope = {
  lineItem: `${grades}lineitem`,
  lineItemRead: `${grades}lineitem.readonly`,
  resultRead: `${grades}result.readonly`,
  score: `${grades}score`,
  rosterRead: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** What a platform may tell us of by itself (LTI PNS 1.0), and the scope to ask for it; worked without, so asked for only where it is offered. */
export const copyNotice = 'LtiContextCopyNotice';
export const noticeScope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';

export const mediaType = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;
