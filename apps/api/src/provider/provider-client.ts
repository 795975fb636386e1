import type { KeptProvider } from '@journeybook/database';
import type { ProviderIdentity, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { refuseAddress } from '@journeybook/outgoing';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';
import { explainFailure } from './explain-failure.js';
import { createProviderFetch } from './provider-fetch.js';
import type { ProviderRefusal } from './provider-refusal.js';
import { readIdentity } from './read-identity.js';

/** What we know of one way to a provider and the provider must say again. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** As a provider is called: the secret is open. */
export interface CalledProvider extends Pick<KeptProvider, 'issuer' | 'clientId'> {
  readonly secret: string;
}

/** The only user of openid-client: sends people to a provider and judges what comes back (OpenID Connect Core 3.1). */
@Injectable()
export class ProviderClient {
  private readonly fetch: oidc.CustomFetch;
  private readonly allowLoopback: boolean;

  constructor(@Inject(configToken) config: Config) {
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

  /** Where to send the browser. */
  async leaveFor(
    provider: CalledProvider,
    { redirectAddress, email }: { readonly redirectAddress: string; readonly email: string },
  ): Promise<Result<{ readonly url: string; readonly expected: Expected }, ProviderRefusal>> {
    const found = await this.discover(provider.issuer);
    if (!found.ok) return found;
    const expected = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(this.configure(provider, found.value), {
      redirect_uri: redirectAddress,
      scope: 'openid email profile',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      login_hint: email,
    });
    return accept({ url: url.href, expected });
  }

  /** Whom the provider sent back. `cameBackTo` is the address with everything that the provider put into it. */
  async identify(
    provider: CalledProvider,
    { state, nonce, verifier }: Expected,
    cameBackTo: URL,
  ): Promise<Result<ProviderIdentity, ProviderRefusal>> {
    const found = await this.discover(provider.issuer);
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
      return accept(readIdentity(found.value.issuer, { ...more, ...claims }));
    } catch (error) {
      return refuse(explainFailure(error, 'answer'));
    }
  }

  private configure({ clientId, secret }: CalledProvider, metadata: oidc.ServerMetadata): oidc.Configuration {
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
