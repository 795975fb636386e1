import type { PasskeyProof, PasskeyRequest } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, passkeyChallengeMinutes, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { placeOf } from '@journeybook/outgoing';
import { tokenHash } from '../http/admission.guard.js';
import type { TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';

/** Every look at the sign-in page asks for a challenge, and a college comes from one address. */
const challengesFromOnePlace = [{ most: 3_000, minutes: 60 }] as const;
const refusalsFromOnePlace = [{ most: 300, minutes: 60 }] as const;

export type PasskeySignInRefusal = PasskeyRefusal | TooManyAttempts;

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
  ): Promise<Result<PasskeyRequest, TooManyAttempts>> {
    const what = `passkey challenges from ${placeOf(ip)}`;
    const taken = await this.attempts.take([{ what, limits: challengesFromOnePlace }]);
    if (!taken.ok) return taken;
    const holder = give(passkeyChallengeMinutes);
    return accept(await this.ceremony.request(this.database.access.read, holder, { purpose: 'sign-in', only: [] }));
  }

  /** Whose passkey it says it is; null when it is nobody's. */
  ownerOf({ id }: PasskeyProof): Promise<PersonId | null> {
    return this.database.access.read.passkeys.ownerOf(id);
  }

  /** Opens a session for the person of the passkey, which proves both what they have and who they are. */
  async signIn(
    holder: string | null,
    proof: PasskeyProof,
    { place, ip }: { readonly place: SignInPlace; readonly ip: string | undefined },
  ): Promise<Result<OpenedSession, PasskeySignInRefusal>> {
    if (!holder) return refuse({ kind: 'challenge-over' });
    const taken = await this.attempts.take([{ what: `passkeys from ${placeOf(ip)}`, limits: refusalsFromOnePlace }]);
    if (!taken.ok) return taken;
    const opened = await this.database.access.transaction(async (tables) => {
      const proven = await this.ceremony.prove(tables, tokenHash(holder), { purpose: 'sign-in', proof });
      if (!proven.ok) return proven;
      return accept(await this.openSession.open(tables, proven.value.person, place));
    });
    if (opened.ok) await taken.value.giveBack();
    return opened;
  }
}
