import type { PasskeyId } from '@journeybook/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { organizationKind } from './people.js';
import { newPasskey, passkeyProof, passkeyRequest, passkeyToMake } from './passkey.js';
import { role, session } from './session.js';
import { calendarDate, edition, id, instant, named, organizationId, writtenText } from './shared.js';

export const passkeyId = id<PasskeyId>();

/** How somebody may go on after the password. */
export const secondStepWay = z.enum(['code', 'passkey', 'recovery-code']);
export type SecondStepWay = z.output<typeof secondStepWay>;

const typedCode = z.string().trim().min(1, 'enter the code').max(40, 'is too long');

/** What is typed beside a password: a code of the authenticator app, or one of the ten on paper. Spaces and dashes do not count. */
export const secondStep = z.object({ kind: secondStepWay.exclude(['passkey']), code: typedCode });
export type SecondStep = z.output<typeof secondStep>;

const passkeyName = writtenText(60).trim().min(1, 'give it a name');

/** Recovery codes are told once; null when those before still hold. */
const toldCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() });

export const secondFactors = z
  .object({
    /** Since when codes of an app are asked for; null when they are not. */
    authenticatorSince: instant.nullable(),
    passkeys: z.array(
      z.object({
        id: passkeyId,
        name: z.string(),
        /** Of the name. */
        edition,
        createdAt: instant,
        lastUsedAt: instant.nullable(),
      }),
    ),
    recoveryCodesLeft: z.int(),
    /** False for those who have no password, and prove who they are in another way. */
    hasPassword: z.boolean(),
    /** Whether they have come in by the provider of an organisation, and may prove who they are there. */
    comesByProvider: z.boolean(),
  })
  .meta({ id: 'SecondFactors' });
export type SecondFactorsView = z.output<typeof secondFactors>;

const holder = z.object({
  person: named,
  roles: z.array(role),
  hasSecondFactor: z.boolean(),
  /** Whether the one who asks may take the second factor of this person away. */
  mayReset: z.boolean(),
  /** Whether they may end all sessions of this person. */
  maySignOut: z.boolean(),
});

/** What an organisation asks of its people, and who has it. */
export const organizationSecondFactor = z
  .object({
    organization: z.object({ id: organizationId, name: z.string() }),
    kind: organizationKind,
    /** The roles that may be asked. */
    mayAsk: z.array(role),
    roles: z.array(role),
    /** Null while nothing is asked. */
    requiredFrom: calendarDate.nullable(),
    /** Of what is asked; there is one while nothing is, too. */
    edition,
    people: z.array(holder),
  })
  .meta({ id: 'OrganizationSecondFactor' });
export type OrganizationSecondFactor = z.output<typeof organizationSecondFactor>;

export const secondFactorEndpoints = {
  finishSignIn: endpoint('POST /api/session/second-step', { body: secondStep, reply: session }),
  askPasskeyToSignIn: endpoint('POST /api/session/passkey/challenge', { reply: passkeyRequest }),
  signInWithPasskey: endpoint('POST /api/session/passkey', {
    body: z.object({ passkey: passkeyProof }),
    reply: session,
  }),
  freshenSession: endpoint('POST /api/session/fresh', {
    body: z.object({
      password: z.string().min(1, 'enter your password').max(512, 'is too long'),
      step: secondStep.nullable(),
    }),
  }),
  askPasskeyToFreshen: endpoint('POST /api/session/fresh/passkey/challenge', { reply: passkeyRequest }),
  freshenWithPasskey: endpoint('POST /api/session/fresh/passkey', { body: z.object({ passkey: passkeyProof }) }),

  readSecondFactors: endpoint('GET /api/account/second-factors', { reply: secondFactors }),
  startAuthenticator: endpoint('POST /api/account/authenticator', {
    /** The secret to type, and the same as an address for a picture to scan. */
    reply: z.object({ secret: z.string(), uri: z.string() }),
  }),
  confirmAuthenticator: endpoint('POST /api/account/authenticator/code', {
    body: z.object({ code: typedCode }),
    reply: toldCodes,
  }),
  removeAuthenticator: endpoint('DELETE /api/account/authenticator', {}),
  renewRecoveryCodes: endpoint('POST /api/account/recovery-codes', { reply: toldCodes }),
  askForNewPasskey: endpoint('POST /api/account/passkeys/challenge', { reply: passkeyToMake }),
  addPasskey: endpoint('POST /api/account/passkeys', {
    body: z.object({ name: passkeyName, passkey: newPasskey }),
    reply: toldCodes,
  }),
  renamePasskey: endpoint('PUT /api/account/passkeys/:passkey', {
    body: z.object({ name: passkeyName }),
    edits: true,
  }),
  removePasskey: endpoint('DELETE /api/account/passkeys/:passkey', {}),

  listSecondFactors: endpoint('GET /api/second-factors', {
    reply: z.object({ organizations: z.array(organizationSecondFactor) }),
  }),
  requireSecondFactor: endpoint('PUT /api/organizations/:organization/second-factor', {
    body: z.object({ roles: z.array(role).max(10, 'are too many'), requiredFrom: calendarDate }),
    edits: true,
  }),
  resetSecondFactor: endpoint('DELETE /api/people/:person/second-factor', {}),
  signOutSomebody: endpoint('DELETE /api/people/:person/sessions', {}),
};
