import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { emailAddress, organizationKind } from './people.js';
import { session } from './session.js';
import { edition, instant, named, organizationId, writtenText } from './shared.js';

const domainName = writtenText(300).trim().min(1, 'enter a domain such as college.edu');

export const providerDomain = z.object({
  domain: z.string(),
  requestedAt: instant,
  /** Null while a sponsor has not allowed it. */
  allowedAt: instant.nullable(),
  edition,
});

export const ownProvider = named
  .extend({
    kind: organizationKind,
    /** What the provider is told to send people back to. */
    redirectAddress: z.string(),
    /** Of what is entered; there is one while nothing is, too. */
    edition,
    /** Null while nothing is entered. The secret is never shown again. */
    provider: z
      .object({
        issuer: z.string(),
        clientId: z.string(),
        isOn: z.boolean(),
        onlyWay: z.boolean(),
        testedAt: instant.nullable(),
      })
      .nullable(),
    domains: z.array(providerDomain),
    /** Who has come in by it. */
    linked: z.array(z.object({ id: z.string(), person: named, lastUsedAt: instant })),
    /** People of the organisation whose address is in none of its domains: they keep their passwords. */
    outside: z.int(),
    /** Whether the one who asks has come in by it. */
    isLinked: z.boolean(),
  })
  .meta({ id: 'OwnProvider' });
export type OwnProvider = z.output<typeof ownProvider>;

export const partnerProvider = named
  .extend({
    sponsor: organizationId,
    kind: organizationKind,
    issuer: z.string().nullable(),
    isOn: z.boolean(),
    onlyWay: z.boolean(),
    domains: z.array(providerDomain),
  })
  .meta({ id: 'PartnerProvider' });
export type PartnerProvider = z.output<typeof partnerProvider>;

export const providersView = z
  .object({
    organizations: z.array(ownProvider),
    /** Partners of a sponsor of the one who asks that entered a provider or asked for a domain. */
    partners: z.array(partnerProvider),
  })
  .meta({ id: 'ProvidersView' });
export type ProvidersView = z.output<typeof providersView>;

export const saveProviderBody = z
  .object({
    issuer: writtenText(500).trim().min(1, 'enter the issuer'),
    clientId: writtenText(300).trim().min(1, 'enter the client id'),
    /** Null keeps the one there is. */
    secret: writtenText(1_000).trim().min(1, 'enter the client secret').nullable(),
  })
  .meta({ id: 'SaveProvider' });

/** Where the browser goes next. */
const leave = z.object({ url: z.string() });

/** What became of coming back: a session, or what a test has shown. */
export const providerAnswer = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed-in'), session }),
    z.object({
      kind: z.literal('tested'),
      email: z.string().nullable(),
      isVerified: z.boolean(),
      /** Whether the address is in a domain that was allowed. */
      isInDomain: z.boolean(),
    }),
  ])
  .meta({ id: 'ProviderAnswer' });
export type ProviderAnswer = z.output<typeof providerAnswer>;

export const providerEndpoints = {
  /**
   * Begins a sign-in at the provider that vouches for the address's domain; who has the address plays no part. With `fresh` the provider
   * is told to ask again who it is, even of somebody it knows.
   */
  beginProviderSignIn: endpoint('POST /api/provider-sign-in', {
    body: z.object({ email: emailAddress, fresh: z.boolean().default(false) }),
    reply: leave,
  }),
  /** Begins the same as whoever is signed in, to connect their account; ends like a sign-in. */
  connectAccount: endpoint('POST /api/account/provider', { reply: leave }),
  /** Ends it, or a test, with what the provider put into the address it sent the browser back to. */
  endProviderSignIn: endpoint('POST /api/provider-sign-in/:organization/answer', {
    body: z.object({ parameters: z.string().max(8_000, 'is too long') }),
    reply: providerAnswer,
  }),
  readProviders: endpoint('GET /api/providers', { reply: providersView }),
  saveProvider: endpoint('PUT /api/providers/:organization', {
    body: saveProviderBody,
    reply: ownProvider,
    edits: true,
  }),
  testProvider: endpoint('POST /api/providers/:organization/test', { reply: leave }),
  useProvider: endpoint('POST /api/providers/:organization/use', {
    body: z.object({ isOn: z.boolean(), onlyWay: z.boolean() }),
  }),
  requestDomain: endpoint('POST /api/providers/:organization/domains', { body: z.object({ domain: domainName }) }),
  allowDomain: endpoint('POST /api/providers/:organization/domains/:domain/allow', {}),
  removeDomain: endpoint('DELETE /api/providers/:organization/domains/:domain', { edits: true }),
  unlinkProvider: endpoint('DELETE /api/providers/:organization/links/:link', {}),
};
