import type { PasskeyProof, PasskeyRequest, SecondStep as GivenStep } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { Attempts } from './attempts.js';
import type { SecondStepAsked } from './finish-sign-in.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { isPassword } from './password.js';
import type { SecondStepRefusal } from './second-step.js';
import { SecondStep, secondStepWays } from './second-step.js';
import { TellOwner } from './tell-owner.js';

/** Shared with changing the password: guesses at one person's password by whoever sits at their device. */
const guesses = { most: 10, minutes: 15 };

export type FreshenRefusal =
  | SecondStepRefusal
  | SecondStepAsked
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'too-many-attempts' };

@Injectable()
export class FreshenSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly secondStep: SecondStep,
    private readonly ceremony: PasskeyCeremony,
    private readonly owner: TellOwner,
  ) {}

  /** Proves anew who somebody is with what they sign in with: the password, and the second step where they have one. */
  async withPassword(
    person: PersonId,
    session: string,
    { password, step }: { readonly password: string; readonly step: GivenStep | null },
  ): Promise<Result<null, FreshenRefusal>> {
    const key = `password of ${person}`;
    if (!this.attempts.take(key, guesses)) return refuse({ kind: 'too-many-attempts' });
    const hash = await this.database.read.people.findPasswordHash(person);
    if (!hash || !(await isPassword(password, hash))) return refuse({ kind: 'wrong-password' });
    this.attempts.giveBack(key);
    const ways = await secondStepWays(this.database.read, person);
    if (ways.length > 0 && !step) return refuse({ kind: 'second-factor-asked', ways });
    const { result, letter } = await this.database.transaction(async (tables) => {
      const outcome =
        ways.length > 0 && step
          ? await this.secondStep.check(tables, person, step)
          : ({ result: accept(null), letter: null } as const);
      if (outcome.result.ok) await tables.sessions.saveProven(tokenHash(session), this.clock.now());
      return outcome;
    });
    if (letter) this.owner.later(person, letter);
    return result;
  }

  /** A challenge for a passkey of this person. */
  async ask(person: PersonId, session: string): Promise<PasskeyRequest> {
    const only = await this.database.read.passkeys.list(person);
    return this.ceremony.request(this.database.read, tokenHash(session), { purpose: 'fresh', only });
  }

  /** Proves anew who somebody is with one of their passkeys; somebody else's is refused. */
  withPasskey(person: PersonId, session: string, proof: PasskeyProof): Promise<Result<null, PasskeyRefusal>> {
    return this.database.transaction(async (tables) => {
      const proven = await this.ceremony.prove(tables, tokenHash(session), { purpose: 'fresh', proof });
      if (!proven.ok) return proven;
      if (proven.value.person !== person) return refuse({ kind: 'passkey-refused' });
      await tables.sessions.saveProven(tokenHash(session), this.clock.now());
      return accept(null);
    });
  }
}
