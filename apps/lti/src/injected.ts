/** Names under which Nest hands out what `Parts` has put together. */
export const LtiStoreToken = Symbol('LtiStore');
export const ToolKeysToken = Symbol('ToolKeys');
export const CookiePrefixToken = Symbol('cookie prefix');
export const ReloadToolsToken = Symbol('ReloadTools');
export const AnswerToolsToken = Symbol('AnswerTools');
export const NoticeToolsToken = Symbol('NoticeTools');
export const RegisterToolsToken = Symbol('RegisterTools');
