import type { ProviderIdentity } from '@journeybook/domain';
import { domainOf } from '@journeybook/domain';
import { z } from 'zod';

const googleIssuer = 'https://accounts.google.com';
const microsoftIssuer = /^https:\/\/login\.microsoftonline\.(com|us)\//;

const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0']), z.literal(1), z.literal(0)])
  .optional()
  .catch(undefined);

const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional().catch(undefined),
  email_verified: flag,
  /** Microsoft: whether the domain of the address is the tenant's own. */
  xms_edov: flag,
  /** Google: the Workspace domain; absent from a private account that has an address of the organisation. */
  hd: z.string().optional().catch(undefined),
});

const isTrue = (value: z.output<typeof flag>): boolean =>
  value === true || value === 1 || value === 'true' || value === '1';

/**
 * Whom the claims name, and whether the provider stands behind the address: by `email_verified`. Microsoft says `xms_edov` instead,
 * since anybody may write any address into a tenant of their own; Google's word counts for accounts of the Workspace domain alone.
 */
export function readIdentity(issuer: string, found: Readonly<Record<string, unknown>>): ProviderIdentity {
  const { sub, email, email_verified, xms_edov, hd } = claims.parse(found);
  const address = email?.trim() || null;
  const verified = isTrue(email_verified) || (microsoftIssuer.test(issuer) && isTrue(xms_edov));
  const isOwn = issuer !== googleIssuer || (address !== null && hd?.toLowerCase() === domainOf(address));
  return { subject: sub, email: address, isVerified: verified && isOwn };
}
