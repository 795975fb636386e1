/** Every kind of notice that Canvas offers, in its own order (canvas: app/models/lti/pns/notice_types.rb). */
export const noticeTypes = [
  'LtiHelloWorldNotice',
  'LtiAssetProcessorSubmissionNotice',
  'LtiContextCopyNotice',
  'LtiAssetProcessorContributionNotice',
] as const;

export type NoticeType = (typeof noticeTypes)[number];

/** Where a tool says which notices it wants: by the number that begins its deployment's id. */
export const handlersPath = (deploymentId: string): string =>
  `/api/lti/notice-handlers/${deploymentId.split(':')[0] ?? deploymentId}`;
