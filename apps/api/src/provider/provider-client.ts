import type { KeptProvider } from '@journeybook/database';
import type { OrganizationId, ProviderIdentity, Result } from '@journeybook/domain';
import { accept, refuse, sessionMinutes } from '@journeybook/domain';
import { refuseAddress } from '@journeybook/outgoing';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Config } from '../config.js';
import { Seal } from '../access/seal.js';
import { configToken } from '../tokens.js';
import { explainFailure } from './explain-failure.js';
import { createProviderFetch } from './provider-fetch.js';
import type { ProviderRefusal } from './provider-refusal.js';
import { readIdentity } from './read-identity.js';

/** What we know of one way to a provider and the provider must say again. */
const expected = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** A way to a provider: where it leads, what it is told by, and the rest of what we know of it, sealed. */
export interface Leaving {
  readonly url: string;
  readonly state: string;
  readonly sealed: string;
}

/** Whom a provider named, and when it says that it asked them, in seconds; undefined when it does not say. */
export interface Identified {
  readonly identity: ProviderIdentity;
  readonly authTime: number | undefined;
}

/** Whose a sealed secret is: in the row of another organisation it opens nothing. */
export const about = (organization: OrganizationId): string => `provider of ${organization}`;

/** Where a provider sends people back to: another address for each organisation, so that none answers for another (RFC 9700 4.4). */
export const redirectAddress = (publicUrl: string, organization: OrganizationId): string =>
  new URL(`/sign-in/back/${organization}`, publicUrl).href;

/** The only user of openid-client: sends people to a provider and judges what comes back (OpenID Connect Core 3.1). */
@Injectable()
export class ProviderClient {
  private readonly fetch: oidc.CustomFetch;
  private readonly allowLoopback: boolean;

  constructor(
    private readonly secrets: Seal,
    @Inject(configToken) private readonly config: Config,
  ) {
    this.allowLoopback = config.ALLOW_LOOPBACK_PROVIDERS;
    this.fetch = createProviderFetch(this.allowLoopback);
  }

  /** What the provider says of itself; its issuer is the one asked for, character by character but for a slash at the end. */
  async discover(issuer: string): Promise<Result<oidc.ServerMetadata, ProviderRefusal>> {
    if (refuseAddress(issuer, this.allowLoopback)) return refuse({ kind: 'provider-not-reached', why: 'not-public' });
    try {
      const found = await oidc.discovery(new URL(issuer), 'discovery', undefined, oidc.None(), {
        [oidc.customFetch]: this.fetch,
        timeout: 10,
        execute: this.extensions(),
      });
      const metadata = found.serverMetadata();
      const same = new URL(metadata.issuer).href === new URL(issuer).href;
      if (!same) return refuse({ kind: 'provider-not-reached', why: 'another-issuer' });
      const page = metadata.authorization_endpoint;
      if (!page || !metadata.token_endpoint || !metadata.jwks_uri || refuseAddress(page, this.allowLoopback))
        return refuse({ kind: 'provider-not-reached', why: 'no-provider' });
      return accept(metadata);
    } catch (error) {
      return refuse(explainFailure(error, 'discovery'));
    }
  }

  /**
   * Where to send the browser. A provider that is told how long ago it may have asked who it is has to say in the token when it did
   * (OpenID Connect Core 2, `auth_time`); for a fresh sign-in it is told to ask now.
   */
  async leaveFor(
    provider: KeptProvider,
    { email, fresh }: { readonly email: string; readonly fresh: boolean },
  ): Promise<Result<Leaving, ProviderRefusal>> {
    const { organization, issuer } = provider;
    const found = await this.discover(issuer);
    if (!found.ok) return found;
    const known = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const { href } = oidc.buildAuthorizationUrl(this.configure(provider, found.value), {
      redirect_uri: redirectAddress(this.config.PUBLIC_URL, organization),
      scope: 'openid email profile',
      state: known.state,
      nonce: known.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(known.verifier),
      code_challenge_method: 'S256',
      login_hint: email,
      max_age: String(fresh ? 0 : sessionMinutes * 60),
      ...(fresh ? { prompt: 'login' } : {}),
    });
    const sealed = this.secrets.seal(JSON.stringify(known), about(organization));
    return accept({ url: href, state: known.state, sealed });
  }

  /**
   * Whom the provider sent back. `parameters` is everything that the provider put into the address. One that asked longer ago than it was
   * told, or does not say, is believed who it is: the rest is up to whoever looks at `authTime`.
   */
  async identify(
    provider: KeptProvider,
    { sealed, parameters }: { readonly sealed: string; readonly parameters: string },
  ): Promise<Result<Identified, ProviderRefusal>> {
    const { organization, issuer } = provider;
    const { state, nonce, verifier } = expected.parse(JSON.parse(this.secrets.open(sealed, about(organization))));
    const cameBackTo = new URL(redirectAddress(this.config.PUBLIC_URL, organization));
    cameBackTo.search = parameters;
    const found = await this.discover(issuer);
    if (!found.ok) return found;
    const configuration = this.configure(provider, found.value);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return refuse({ kind: 'provider-answer-wrong' });
      // Some providers say the address only when asked for it.
      const more =
        claims['email'] === undefined && found.value.userinfo_endpoint
          ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : {};
      const identity = readIdentity(found.value.issuer, { ...more, ...claims });
      return accept({ identity, authTime: claims.auth_time });
    } catch (error) {
      return refuse(explainFailure(error, 'answer'));
    }
  }

  private configure(provider: KeptProvider, metadata: oidc.ServerMetadata): oidc.Configuration {
    const { clientId } = provider;
    const secret = this.secrets.open(provider.sealedSecret, about(provider.organization));
    const ways = metadata.token_endpoint_auth_methods_supported;
    const basic = !ways || ways.includes('client_secret_basic');
    const configuration = new oidc.Configuration(
      metadata,
      clientId,
      { [oidc.clockTolerance]: 30 },
      basic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret),
    );
    configuration[oidc.customFetch] = this.fetch;
    configuration.timeout = 10;
    for (const extend of this.extensions()) extend(configuration);
    return configuration;
  }

  /** The signature of each token is checked with the provider's keys, though it came straight from the provider. */
  private extensions(): ((configuration: oidc.Configuration) => void)[] {
    return [oidc.enableNonRepudiationChecks, ...(this.allowLoopback ? [oidc.allowInsecureRequests] : [])];
  }
}
