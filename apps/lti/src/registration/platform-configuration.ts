import type { PlatformProfile } from '@journeybook/database/lti';
import { z } from 'zod';

export const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration';

/** What a platform says about itself (LTI Dynamic Registration 1.0, 3.4). */
export const platformConfiguration = z.object({
  issuer: z.string().min(1).max(2_000),
  authorization_endpoint: z.string().max(2_000),
  registration_endpoint: z.string().max(2_000),
  token_endpoint: z.string().max(2_000),
  jwks_uri: z.string().max(2_000),
  /** Whom a token request is addressed to, when that is not the token address. */
  authorization_server: z.string().max(2_000).optional(),
  scopes_supported: z.array(z.string()).catch([]),
  [platformClaim]: z.object({
    product_family_code: z.string().max(200),
    messages_supported: z.array(z.object({ type: z.string(), placements: z.array(z.string()).catch([]) })).catch([]),
    variables: z.array(z.string()).catch([]),
    'https://canvas.instructure.com/lti/account_name': z.string().max(300).optional().catch(undefined),
  }),
});
export type PlatformConfiguration = z.output<typeof platformConfiguration>;

/** Which platform's habits to expect; `generic` for every product without a profile of its own. */
export function profileOf({ [platformClaim]: { product_family_code } }: PlatformConfiguration): PlatformProfile {
  const code = product_family_code.toLowerCase();
  return code === 'moodle' || code === 'canvas' ? code : 'generic';
}
