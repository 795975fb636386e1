import type { SessionPerson, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { PasskeyId, RemoveSecondFactorRefusal, Result, SecondFactors } from '@journeybook/domain';
import { accept, hasSecondFactor, refuse, removeSecondFactor, secondFactorDuty } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { tokenHash } from '../http/admission.guard.js';
import type { WriteLetter } from './second-factor-letters.js';
import { authenticatorRemovedLetter, passkeyRemovedLetter, turnedOffLetter } from './second-factor-letters.js';
import { TellOwner } from './tell-owner.js';

export type RemoveAFactorRefusal = RemoveSecondFactorRefusal | { readonly kind: 'not-found' };

@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly owner: TellOwner,
  ) {}

  /** Codes of the app are asked for no more, and let nobody in. */
  authenticator(person: SessionPerson, session: string): Promise<Result<null, RemoveAFactorRefusal>> {
    return this.remove(person, session, 'authenticator', async ({ secondFactors }) => {
      await secondFactors.removeAuthenticator(person.id);
      return authenticatorRemovedLetter;
    });
  }

  /** The passkey lets nobody in any more. */
  passkey(person: SessionPerson, session: string, id: PasskeyId): Promise<Result<null, RemoveAFactorRefusal>> {
    return this.remove(person, session, 'passkeys', async ({ passkeys }) => {
      const name = await passkeys.remove(person.id, id);
      return name === null ? null : passkeyRemovedLetter(name);
    });
  }

  /** With the last second factor the recovery codes go. Sessions elsewhere end, whichever it was. */
  private async remove(
    person: SessionPerson,
    session: string,
    which: keyof SecondFactors,
    take: (tables: Tables) => Promise<WriteLetter | null>,
  ): Promise<Result<null, RemoveAFactorRefusal>> {
    const roles = asActor(person).roles;
    const owed = secondFactorDuty({ ...person, roles, hasSecondFactor: false, today: this.clock.today() });
    const removed = await this.database.access.transaction(async (tables) => {
      await tables.people.hold(person.id);
      const left = removeSecondFactor(await tables.secondFactors.find(person.id), which, owed);
      if (!left.ok) return left;
      const letter = await take(tables);
      if (!letter) return refuse({ kind: 'not-found' });
      await tables.sessions.endOthers(person.id, tokenHash(session));
      if (hasSecondFactor(left.value)) return accept(letter);
      await tables.secondFactors.removeAll(person.id);
      return accept(turnedOffLetter);
    });
    if (!removed.ok) return removed;
    this.owner.later(person.id, removed.value);
    return accept(null);
  }
}
