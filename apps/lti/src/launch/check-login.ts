import { z } from 'zod';
import { isOurs } from './check-message.js';
import type { LaunchRefusal } from './refusal.js';

const text = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^\P{Cc}+$/u);

// Strings only: a parameter sent twice arrives as a list, and which of the two counts would be anybody's guess.
const loginParameters = z.object({
  iss: text,
  login_hint: text,
  target_link_uri: text,
  client_id: text.optional(),
  lti_deployment_id: text.max(255).optional(),
  lti_message_hint: text.optional(),
  lti_storage_target: text.max(200).optional(),
});

export type LoginParameters = z.output<typeof loginParameters>;

/** Reads what a platform starts a login with (LTI security framework 1.0, 5.1.1.1), or says why it may not start. */
export function checkLogin(sent: unknown, launchUrl: string): LoginParameters | { readonly refusal: LaunchRefusal } {
  const parsed = loginParameters.safeParse(sent);
  if (!parsed.success) return { refusal: 'login-incomplete' };
  return isOurs(parsed.data.target_link_uri, launchUrl) ? parsed.data : { refusal: 'wrong-target' };
}
