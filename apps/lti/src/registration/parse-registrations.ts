import type { RegistrationEntry } from '@journeybook/database/lti';
import { z } from 'zod';
import { refuseAddress } from '@journeybook/outgoing';

const text = (longest: number) =>
  z.string('must be a text').min(1, 'must not be empty').max(longest, `must be at most ${longest} characters`);

// Whether this machine's own addresses may be called is the server's setting; here they are only read.
const address = text(2_000).superRefine((value, context) => {
  const refusal = refuseAddress(value, true);
  if (refusal) context.addIssue({ code: 'custom', message: refusal });
});

const withoutSlash = 'must have no slash at the end: neither Moodle nor Canvas has one there';

const fields = z.strictObject({
  issuer: address,
  clientId: text(255),
  deploymentId: text(255),
  authUrl: address,
  tokenUrl: address,
  jwksUrl: address,
  tokenAudience: text(2_000).optional(),
  profile: z.enum(['moodle', 'canvas', 'generic'], 'must be moodle, canvas or generic'),
  name: text(300),
  collegeId: z.uuid('must be the id of a college'),
});
const registration = fields.refine(({ profile, issuer }) => profile === 'generic' || !issuer.endsWith('/'), {
  path: ['issuer'],
  message: withoutSlash,
});

/** Reads an administrator's list of registrations. Throws one error that names every field that is wrong. */
export function parseRegistrations(json: string): RegistrationEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const parsed = z.array(registration, 'must be a list of registrations').safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${fieldName(path)} ${message}`);
    throw new Error(`These registrations cannot be used:\n${faults.join('\n')}`);
  }
  return parsed.data.map(({ tokenAudience, ...entry }) => ({ ...entry, tokenAudience: tokenAudience ?? null }));
}

const fieldName = ([index, ...rest]: readonly PropertyKey[]): string =>
  index === undefined ? 'the file' : `registration ${Number(index) + 1}: ${rest.join('.') || 'it'}`;
