import { z } from 'zod';

/** Bytes as WebAuthn's JSON forms carry them. */
const bytes = z
  .string()
  .regex(/^[\w-]+$/, 'must be base64url')
  .max(20_000, 'is too long');

const transports = z.array(z.string().max(30)).max(10);

/** What every answer of a passkey has (WebAuthn Level 3 §5.1). */
const answer = {
  id: bytes.max(1_400, 'is too long'),
  rawId: bytes.max(1_400, 'is too long'),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()),
};

/** What a browser answers when a passkey signed a challenge. */
export const passkeyProof = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
export type PasskeyProof = z.output<typeof passkeyProof>;

/** What a browser answers when a passkey was made. */
export const newPasskey = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: transports.optional(),
  }),
});
export type NewPasskey = z.output<typeof newPasskey>;

const credential = z.object({ id: z.string(), type: z.literal('public-key'), transports: transports.optional() });

/** What a browser is given to have a challenge signed. */
export const passkeyRequest = z
  .object({
    challenge: z.string(),
    timeout: z.int().optional(),
    rpId: z.string(),
    allowCredentials: z.array(credential).optional(),
    userVerification: z.enum(['required', 'preferred', 'discouraged']),
  })
  .meta({ id: 'PasskeyRequest' });
export type PasskeyRequest = z.output<typeof passkeyRequest>;

/** What a browser is given to make a passkey. */
export const passkeyToMake = z
  .object({
    challenge: z.string(),
    timeout: z.int().optional(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
    excludeCredentials: z.array(credential),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyToMake' });
export type PasskeyToMake = z.output<typeof passkeyToMake>;
