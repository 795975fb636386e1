import type { SecondStep as GivenStep, SecondStepWay } from '@journeybook/contracts';
import type { PendingSignIn, Tables } from '@journeybook/database';
import type { CodesLockedRefusal, Instant, PersonId, Result, TryCodeRefusal } from '@journeybook/domain';
import {
  accept,
  acceptStep,
  countWrong,
  openTries,
  pendingSignInMinutes,
  refuse,
  triesOfOneSignIn,
} from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { stepOfCode } from './authenticator-code.js';
import { findRecoveryCode } from './recovery-code.js';
import { Seal } from './seal.js';
import type { WriteLetter } from './second-factor-letters.js';
import { codesLockedLetter, recoveryCodeUsedLetter } from './second-factor-letters.js';
import { TellOwner } from './tell-owner.js';

export type SecondStepRefusal = TryCodeRefusal | CodesLockedRefusal | { readonly kind: 'wrong-recovery-code' };

/** What came of a code, and the letter that its owner gets about it once that is kept. */
export interface SecondStepOutcome {
  readonly result: Result<null, SecondStepRefusal>;
  readonly letter: WriteLetter | null;
}

/** What is told to whoever gave the right password and has a second factor. */
export interface SecondStepAsked {
  readonly kind: 'second-factor-asked';
  readonly ways: readonly SecondStepWay[];
}

/** Whose secret is sealed. */
export const aboutAuthenticator = (person: PersonId): string => `authenticator of ${person}`;

/** The ways in which somebody may go on after the password; none when it is enough. */
export async function secondStepWays(tables: Tables, person: PersonId): Promise<readonly SecondStepWay[]> {
  const { authenticator, passkeys } = await tables.secondFactors.find(person);
  if (!authenticator && passkeys === 0) return [];
  const left = await tables.secondFactors.countRecoveryCodes(person);
  return [
    ...(authenticator ? (['code'] as const) : []),
    ...(passkeys > 0 ? (['passkey'] as const) : []),
    ...(left > 0 ? (['recovery-code'] as const) : []),
  ];
}

@Injectable()
export class SecondStep {
  constructor(
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly owner: TellOwner,
  ) {}

  /** Asks for the second step where there is one; `give` hands the browser what it comes back with. Null when the password is enough. */
  ask(tables: Tables, person: PersonId, give: (minutes: number) => Buffer): Promise<SecondStepAsked | null> {
    return this.askOf(tables, { person, byProvider: false, provenAt: null }, give);
  }

  /** The same, of somebody whom a provider named; the step makes them no fresher than the provider said. */
  askAfterProvider(
    tables: Tables,
    { person, provenAt }: { readonly person: PersonId; readonly provenAt: Instant | null },
    give: (minutes: number) => Buffer,
  ): Promise<SecondStepAsked | null> {
    return this.askOf(tables, { person, byProvider: true, provenAt }, give);
  }

  private async askOf(
    tables: Tables,
    pending: PendingSignIn,
    give: (minutes: number) => Buffer,
  ): Promise<SecondStepAsked | null> {
    const ways = await secondStepWays(tables, pending.person);
    if (ways.length === 0) return null;
    await tables.pendingSignIns.add(pending, {
      tokenHash: give(pendingSignInMinutes),
      tries: triesOfOneSignIn,
      now: this.clock.now(),
      expiresAt: this.clock.in(pendingSignInMinutes),
    });
    return { kind: 'second-factor-asked', ways };
  }

  /** Who said who they are in the browser that holds this, for one try of five within five minutes; null when that is over. */
  resume({ pendingSignIns }: Tables, tokenHash: Buffer): Promise<PendingSignIn | null> {
    return pendingSignIns.takeTry(tokenHash, this.clock.now());
  }

  /** Tells the owner of an account what came of a code, once that is kept. */
  tell(person: PersonId, { letter }: SecondStepOutcome): void {
    if (letter) this.owner.later(person, letter);
  }

  /**
   * Looks at a code of somebody's app or one of their recovery codes, each of which lets in once. A wrong one is counted whatever
   * becomes of the rest, so the outcome is a value and the transaction goes on.
   */
  async check(tables: Tables, person: PersonId, step: GivenStep): Promise<SecondStepOutcome> {
    const now = this.clock.now();
    // One after the other: of two who come with one code at once, the second sees that it was used.
    await tables.people.hold(person);
    const tries = openTries(await tables.secondFactors.findTries(person), now);
    if (!tries.ok) return { result: tries, letter: null };
    const tried =
      step.kind === 'code'
        ? await this.tryCode(tables, person, step.code)
        : await this.tryRecovery(tables, person, step.code);
    if (tried.ok) {
      await tables.secondFactors.saveTries(person, { wrong: 0, lockedAt: null });
      return { result: accept(null), letter: tried.value };
    }
    const counted = countWrong(tries.value, now);
    await tables.secondFactors.saveTries(person, counted);
    return { result: tried, letter: counted.lockedAt ? codesLockedLetter : null };
  }

  private async tryCode(
    { secondFactors }: Tables,
    person: PersonId,
    code: string,
  ): Promise<Result<WriteLetter | null, SecondStepRefusal>> {
    const kept = await secondFactors.findAuthenticator(person);
    if (!kept) return refuse({ kind: 'wrong-code' });
    const secret = this.seal.open(kept.sealedSecret, aboutAuthenticator(person));
    const step = acceptStep(stepOfCode(secret, code, this.clock.now()), kept.lastUsedStep);
    if (!step.ok) return step;
    await secondFactors.saveUsedStep(person, step.value);
    return accept(null);
  }

  private async tryRecovery(
    { secondFactors }: Tables,
    person: PersonId,
    code: string,
  ): Promise<Result<WriteLetter | null, SecondStepRefusal>> {
    const kept = await secondFactors.findRecoveryCodes(person);
    const hash = kept && (await findRecoveryCode(code, kept));
    if (!hash) return refuse({ kind: 'wrong-recovery-code' });
    await secondFactors.saveRecoveryCodeUsed(person, hash, this.clock.now());
    return accept(recoveryCodeUsedLetter(kept.unused.length - 1));
  }
}
