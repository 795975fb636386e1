import type { SecondStep as GivenStep, SecondStepWay } from '@journeybook/contracts';
import type { Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, pendingSignInMinutes, refuse, triesOfOneSignIn } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { Attempts } from './attempts.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import type { SecondStepRefusal } from './second-step.js';
import { SecondStep, secondStepWays } from './second-step.js';
import { TellOwner } from './tell-owner.js';

/** Wrong codes at any account from one place; behind one address there may be a whole college. */
const fromOnePlace = { most: 300, minutes: 60 };

export type FinishSignInRefusal =
  | SecondStepRefusal
  | { readonly kind: 'sign-in-over' }
  | { readonly kind: 'too-many-attempts' };

/** What is told to whoever gave the right password and has a second factor. */
export interface SecondStepAsked {
  readonly kind: 'second-factor-asked';
  readonly ways: readonly SecondStepWay[];
}

@Injectable()
export class FinishSignIn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly secondStep: SecondStep,
    private readonly openSession: OpenSession,
    private readonly owner: TellOwner,
  ) {}

  /** Asks for the second step where there is one; `give` hands the browser what it comes back with. Null when the password is enough. */
  async ask(tables: Tables, person: PersonId, give: (minutes: number) => Buffer): Promise<SecondStepAsked | null> {
    const ways = await secondStepWays(tables, person);
    if (ways.length === 0) return null;
    await tables.pendingSignIns.add({
      tokenHash: give(pendingSignInMinutes),
      person,
      tries: triesOfOneSignIn,
      now: this.clock.now(),
      expiresAt: this.clock.in(pendingSignInMinutes),
    });
    return { kind: 'second-factor-asked', ways };
  }

  /** Opens a session for whoever gave the password in this browser and now the second step; five tries within five minutes. */
  async finish(
    pending: string | null,
    step: GivenStep,
    { place, ip }: { readonly place: SignInPlace; readonly ip: string | undefined },
  ): Promise<Result<OpenedSession, FinishSignInRefusal>> {
    if (!pending) return refuse({ kind: 'sign-in-over' });
    const key = `second step from ${ip}`;
    if (!this.attempts.take(key, fromOnePlace)) return refuse({ kind: 'too-many-attempts' });
    const hash = tokenHash(pending);
    const finished = await this.database.transaction(async (tables) => {
      const person = await tables.pendingSignIns.takeTry(hash, this.clock.now());
      if (!person) return null;
      const outcome = await this.secondStep.check(tables, person, step);
      if (!outcome.result.ok) return { person, ...outcome, opened: null };
      await tables.pendingSignIns.remove(hash);
      return { person, ...outcome, opened: await this.openSession.open(tables, person, place) };
    });
    if (!finished) return refuse({ kind: 'sign-in-over' });
    if (finished.letter) this.owner.later(finished.person, finished.letter);
    if (!finished.result.ok) return finished.result;
    this.attempts.giveBack(key);
    if (!finished.opened) throw new Error('a finished sign-in opened no session');
    return accept(finished.opened);
  }
}
