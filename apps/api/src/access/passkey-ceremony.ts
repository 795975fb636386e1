import type { NewPasskey, PasskeyProof, PasskeyRequest, PasskeyToMake } from '@journeybook/contracts';
import type { KeptPasskey, PasskeyPurpose, Tables } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, passkeyChallengeMinutes, refuse } from '@journeybook/domain';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { configToken } from '../tokens.js';

export type PasskeyRefusal = { readonly kind: 'challenge-over' } | { readonly kind: 'passkey-refused' };

/** EdDSA, ES256 and RS256 (RFC 8152, 8812): one of them every device can do. */
const algorithms = [-8, -7, -257];
const timeout = passkeyChallengeMinutes * 60_000;

/** The name under which a passkey knows its person: bytes of the id, and nothing of them. */
const userHandle = (person: PersonId): string => Buffer.from(person).toString('base64url');

/** What a browser and its passkeys are asked, and whether the answer holds (WebAuthn Level 3 §7). */
@Injectable()
export class PasskeyCeremony {
  private readonly log = new Logger(PasskeyCeremony.name);
  private readonly origin: string;
  private readonly domain: string;

  constructor(
    private readonly clock: Clock,
    @Inject(configToken) { PUBLIC_URL }: Config,
  ) {
    const address = new URL(PUBLIC_URL);
    this.origin = address.origin;
    this.domain = address.hostname;
  }

  /** A challenge for a passkey that the person chooses; fingerprint, face or PIN is asked for, so it is both factors. */
  async request(
    { passkeys }: Tables,
    holder: Buffer,
    asked: { readonly purpose: 'sign-in' | 'fresh'; readonly only: readonly KeptPasskey[] },
  ): Promise<PasskeyRequest> {
    const options = await generateAuthenticationOptions({
      rpID: this.domain,
      userVerification: 'required',
      timeout,
      allowCredentials: asked.only.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
    });
    await this.keep(passkeys, holder, asked.purpose, options.challenge);
    return options as PasskeyRequest;
  }

  /** A challenge to make a passkey that can be found without an address. */
  async requestNew(
    { passkeys }: Tables,
    holder: Buffer,
    person: { readonly id: PersonId; readonly name: string; readonly email: string },
  ): Promise<PasskeyToMake> {
    const known = await passkeys.list(person.id);
    const options = await generateRegistrationOptions({
      rpName: 'Journeybook',
      rpID: this.domain,
      userID: Uint8Array.from(Buffer.from(person.id)),
      userName: person.email || person.name,
      userDisplayName: person.name,
      timeout,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
    await this.keep(passkeys, holder, 'add', options.challenge);
    return options as PasskeyToMake;
  }

  /** The passkey that signed the browser's challenge. A count that does not go up is a copy's, and refused. */
  async prove(
    { passkeys }: Tables,
    holder: Buffer,
    { purpose, proof }: { readonly purpose: 'sign-in' | 'fresh'; readonly proof: PasskeyProof },
  ): Promise<Result<KeptPasskey, PasskeyRefusal>> {
    const challenge = await passkeys.takeChallenge(holder, purpose, this.clock.now());
    if (!challenge) return refuse({ kind: 'challenge-over' });
    const kept = await passkeys.lock(proof.id);
    const owner = proof.response.userHandle;
    if (!kept || (owner !== undefined && owner !== userHandle(kept.person))) return refuse({ kind: 'passkey-refused' });
    const verified = await this.attempt(() =>
      verifyAuthenticationResponse({
        response: proof as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.domain,
        requireUserVerification: true,
        credential: {
          id: kept.credentialId,
          publicKey: Uint8Array.from(kept.publicKey),
          counter: kept.counter,
        },
      }),
    );
    if (!verified?.verified) return refuse({ kind: 'passkey-refused' });
    await passkeys.saveUsed(kept.id, { counter: verified.authenticationInfo.newCounter, at: this.clock.now() });
    return accept(kept);
  }

  /** What a new passkey proves itself with from now on. */
  async proveNew(
    { passkeys }: Tables,
    holder: Buffer,
    made: NewPasskey,
  ): Promise<Result<WebAuthnCredential, PasskeyRefusal>> {
    const challenge = await passkeys.takeChallenge(holder, 'add', this.clock.now());
    if (!challenge) return refuse({ kind: 'challenge-over' });
    const verified = await this.attempt(() =>
      verifyRegistrationResponse({
        response: made as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.domain,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }),
    );
    return verified?.verified ? accept(verified.registrationInfo.credential) : refuse({ kind: 'passkey-refused' });
  }

  private async keep(passkeys: Tables['passkeys'], holder: Buffer, purpose: PasskeyPurpose, challenge: string) {
    const [now, expiresAt] = [this.clock.now(), this.clock.in(passkeyChallengeMinutes)];
    await passkeys.putChallenge(holder, { purpose, challenge, now, expiresAt });
  }

  /** The library throws at whatever does not hold; null then, and the reason in the log. */
  private async attempt<Verified>(verify: () => Promise<Verified>): Promise<Verified | null> {
    try {
      return await verify();
    } catch (error) {
      this.log.warn(`A passkey was refused: ${error instanceof Error ? error.message : 'unknown'}`);
      return null;
    }
  }
}
