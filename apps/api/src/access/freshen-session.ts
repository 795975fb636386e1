import type { SecondStep as GivenStep } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { TooManyAttempts } from './attempts.js';
import { Attempts } from './attempts.js';
import type { OpenedSession } from './open-session.js';
import { isPassword } from './password.js';
import { RenewSession } from './renew-session.js';
import type { SecondStepAsked, SecondStepRefusal } from './second-step.js';
import { SecondStep, secondStepWays } from './second-step.js';

/** Shared with changing the password: guesses at one person's password by whoever sits at their device. */
const guesses = [{ most: 10, minutes: 15 }] as const;

export type FreshenRefusal =
  | SecondStepRefusal
  | SecondStepAsked
  | { readonly kind: 'wrong-password' }
  | TooManyAttempts;

@Injectable()
export class FreshenSession {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly secondStep: SecondStep,
    private readonly renewSession: RenewSession,
  ) {}

  /** Proves anew who somebody is with what they sign in with: the password, and the second step where they have one. Their session goes on with another token. */
  async withPassword(
    person: PersonId,
    session: string,
    { password, step }: { readonly password: string; readonly step: GivenStep | null },
  ): Promise<Result<OpenedSession | null, FreshenRefusal>> {
    const taken = await this.attempts.take([{ what: `password of ${person}`, limits: guesses }]);
    if (!taken.ok) return taken;
    const hash = await this.database.access.read.people.findPasswordHash(person);
    if (!hash || !(await isPassword(password, hash))) return refuse({ kind: 'wrong-password' });
    await taken.value.giveBack();
    const ways = await secondStepWays(this.database.access.read, person);
    if (ways.length > 0 && !step) return refuse({ kind: 'second-factor-asked', ways });
    const proven = await this.database.access.transaction(async (tables) => {
      const outcome =
        ways.length > 0 && step
          ? await this.secondStep.check(tables, person, step)
          : ({ result: accept(null), letter: null } as const);
      const { result } = outcome;
      if (!result.ok) tables.audit.onlyTried();
      const renewed = result.ok ? accept(await this.renewSession.renew(tables, person, session)) : result;
      return { outcome, renewed };
    });
    this.secondStep.tell(person, proven.outcome);
    return proven.renewed;
  }
}
