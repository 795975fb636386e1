import type { PasskeyProof, PasskeyRequest } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { tokenHash } from '../http/admission.guard.js';
import type { OpenedSession } from './open-session.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { RenewSession } from './renew-session.js';

@Injectable()
export class FreshenWithPasskey {
  constructor(
    private readonly database: Database,
    private readonly ceremony: PasskeyCeremony,
    private readonly renewSession: RenewSession,
  ) {}

  /** A challenge for a passkey of this person. */
  async ask(person: PersonId, session: string): Promise<PasskeyRequest> {
    const only = await this.database.access.read.passkeys.list(person);
    return this.ceremony.request(this.database.access.read, tokenHash(session), { purpose: 'fresh', only });
  }

  /** Proves anew who somebody is with one of their passkeys; somebody else's is refused. Their session goes on with another token. */
  freshen(
    person: PersonId,
    session: string,
    proof: PasskeyProof,
  ): Promise<Result<OpenedSession | null, PasskeyRefusal>> {
    return this.database.access.transaction(async (tables) => {
      const proven = await this.ceremony.prove(tables, tokenHash(session), { purpose: 'fresh', proof });
      if (!proven.ok) return proven;
      if (proven.value.person !== person) return refuse({ kind: 'passkey-refused' });
      return accept(await this.renewSession.renew(tables, person, session));
    });
  }
}
