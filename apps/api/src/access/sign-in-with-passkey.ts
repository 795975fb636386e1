import type { PasskeyProof, PasskeyRequest } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, passkeyChallengeMinutes, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../http/admission.guard.js';
import { Attempts } from './attempts.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';

/** Every look at the sign-in page asks for a challenge, and a college comes from one address. */
const challengesFromOnePlace = { most: 3_000, minutes: 60 };
const refusalsFromOnePlace = { most: 300, minutes: 60 };

export type PasskeySignInRefusal = PasskeyRefusal | { readonly kind: 'too-many-attempts' };

@Injectable()
export class SignInWithPasskey {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly ceremony: PasskeyCeremony,
    private readonly openSession: OpenSession,
  ) {}

  /** A challenge for whoever it may be: nobody has said yet who they are. */
  async ask(
    give: (minutes: number) => Buffer,
    ip: string | undefined,
  ): Promise<Result<PasskeyRequest, { readonly kind: 'too-many-attempts' }>> {
    if (!this.attempts.take(`passkey challenges from ${ip}`, challengesFromOnePlace))
      return refuse({ kind: 'too-many-attempts' });
    const holder = give(passkeyChallengeMinutes);
    return accept(await this.ceremony.request(this.database.access.read, holder, { purpose: 'sign-in', only: [] }));
  }

  /** Opens a session for the person of the passkey, which proves both what they have and who they are. */
  async signIn(
    holder: string | null,
    proof: PasskeyProof,
    { place, ip }: { readonly place: SignInPlace; readonly ip: string | undefined },
  ): Promise<Result<OpenedSession, PasskeySignInRefusal>> {
    if (!holder) return refuse({ kind: 'challenge-over' });
    const key = `passkeys from ${ip}`;
    if (!this.attempts.take(key, refusalsFromOnePlace)) return refuse({ kind: 'too-many-attempts' });
    return this.database.access.transaction(async (tables) => {
      const proven = await this.ceremony.prove(tables, tokenHash(holder), { purpose: 'sign-in', proof });
      if (!proven.ok) return proven;
      this.attempts.giveBack(key);
      return accept(await this.openSession.open(tables, proven.value.person, place));
    });
  }
}
