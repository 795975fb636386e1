export const agsScope = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  resultReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
} as const;

export const nrpsScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
export const toolSettingScope = 'https://purl.imsglobal.org/spec/lti-ts/scope/toolsetting';
export const noticeScope = 'https://purl.imsglobal.org/spec/lti/scope/noticehandlers';

export const agsScopes: readonly string[] = Object.values(agsScope);

/** What an administrator of each product grants when grades and names are switched on. */
export const defaultScopes = {
  moodle: [...agsScopes, nrpsScope, toolSettingScope],
  canvas: [...agsScopes, nrpsScope],
} as const satisfies Record<string, readonly string[]>;
