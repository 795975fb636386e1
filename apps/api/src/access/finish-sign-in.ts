import type { SecondStep as GivenStep } from '@journeybook/contracts';
import type { PendingSignIn, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { placeOf } from '@journeybook/outgoing';
import { tokenHash } from '../http/admission.guard.js';
import type { TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';
import type { OpenedSession, SignInPlace } from './open-session.js';
import { OpenSession } from './open-session.js';
import type { SecondStepRefusal } from './second-step.js';
import { SecondStep } from './second-step.js';

/** Wrong codes at any account from one place; behind one address there may be a whole college. */
const fromOnePlace = [{ most: 300, minutes: 60 }] as const;

export type FinishSignInRefusal = SecondStepRefusal | { readonly kind: 'sign-in-over' } | TooManyAttempts;

@Injectable()
export class FinishSignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly secondStep: SecondStep,
    private readonly openSession: OpenSession,
  ) {}

  /** Opens a session for whoever gave the password in this browser and now the second step; five tries within five minutes. */
  async finish(
    pending: string | null,
    step: GivenStep,
    { place, ip }: { readonly place: SignInPlace; readonly ip: string | undefined },
  ): Promise<Result<OpenedSession, FinishSignInRefusal>> {
    if (!pending) return refuse({ kind: 'sign-in-over' });
    const taken = await this.attempts.take([{ what: `second step from ${placeOf(ip)}`, limits: fromOnePlace }]);
    if (!taken.ok) return taken;
    const tried = await this.tryStep(tokenHash(pending), step, place);
    if (!tried) return refuse({ kind: 'sign-in-over' });
    this.secondStep.tell(tried.person, tried.outcome);
    if (!tried.opened.ok) return tried.opened;
    await taken.value.giveBack();
    return tried.opened;
  }

  /** In one transaction, which keeps a wrong try as well. */
  private tryStep(pending: Buffer, step: GivenStep, place: SignInPlace) {
    return this.database.access.transaction(async (tables) => {
      const resumed = await this.secondStep.resume(tables, pending);
      if (!resumed) return null;
      const { person } = resumed;
      const outcome = await this.secondStep.check(tables, person, step);
      if (!outcome.result.ok) {
        tables.audit.onlyTried();
        await tables.audit.note({ kind: 'refused', person, details: { refusal: outcome.result.refusal.kind } });
        return { person, outcome, opened: outcome.result };
      }
      await tables.pendingSignIns.remove(pending);
      return { person, outcome, opened: accept(await this.open(tables, resumed, place)) };
    });
  }

  private open(tables: Tables, { person, byProvider, provenAt }: PendingSignIn, place: SignInPlace) {
    return byProvider
      ? this.openSession.openByProvider(tables, { person, provenAt }, place)
      : this.openSession.open(tables, person, place);
  }
}
