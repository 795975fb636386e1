import type { KnownPerson } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Result, TryCodeRefusal } from '@journeybook/domain';
import { accept, acceptStep, authenticatorSetupMinutes, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import { authenticatorUri, newAuthenticatorSecret, stepOfCode } from './authenticator-code.js';
import { Seal } from './seal.js';
import { authenticatorChangedLetter } from './second-factor-letters.js';
import { aboutAuthenticator } from './second-step.js';
import { addSecondFactor } from './set-up-second-factor.js';
import { TellOwner } from './tell-owner.js';

export type ConfirmAuthenticatorRefusal = TryCodeRefusal | { readonly kind: 'setup-over' };

@Injectable()
export class SetUpAuthenticator {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly owner: TellOwner,
  ) {}

  /** Shows a secret that holds nothing yet; an authenticator that is there stays until the new one has given a code. */
  async start({ id, email, name }: KnownPerson): Promise<{ readonly secret: string; readonly uri: string }> {
    const secret = newAuthenticatorSecret();
    await this.database.access.read.secondFactors.putSetup(id, {
      sealedSecret: this.seal.seal(secret, aboutAuthenticator(id)),
      expiresAt: this.clock.in(authenticatorSetupMinutes),
    });
    return { secret, uri: authenticatorUri(secret, email || name) };
  }

  /** Turns codes on with the first of them, which lets nobody in after that. Sessions elsewhere end. */
  async confirm(
    { id }: KnownPerson,
    session: string,
    code: string,
  ): Promise<Result<readonly string[] | null, ConfirmAuthenticatorRefusal>> {
    const now = this.clock.now();
    const added = await this.database.access.transaction(async (tables) => {
      const { secondFactors, sessions, people } = tables;
      await people.hold(id);
      const sealedSecret = await secondFactors.findSetup(id, now);
      if (!sealedSecret) return refuse({ kind: 'setup-over' });
      const step = acceptStep(stepOfCode(this.seal.open(sealedSecret, aboutAuthenticator(id)), code, now), null);
      if (!step.ok) return step;
      await secondFactors.removeSetup(id);
      await sessions.endOthers(id, tokenHash(session));
      const add = () => secondFactors.saveAuthenticator(id, { sealedSecret, since: now, lastUsedStep: step.value });
      const by = { person: id, session: tokenHash(session) };
      return accept(await addSecondFactor(tables, by, { add, letter: authenticatorChangedLetter }));
    });
    if (!added.ok) return added;
    this.owner.later(id, added.value.letter);
    return accept(added.value.recoveryCodes);
  }
}
