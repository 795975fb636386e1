import type { PasskeyProof, PasskeyRequest } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId, Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';

@Injectable()
export class FreshenWithPasskey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ceremony: PasskeyCeremony,
  ) {}

  /** A challenge for a passkey of this person. */
  async ask(person: PersonId, session: string): Promise<PasskeyRequest> {
    const only = await this.database.access.read.passkeys.list(person);
    return this.ceremony.request(this.database.access.read, tokenHash(session), { purpose: 'fresh', only });
  }

  /** Proves anew who somebody is with one of their passkeys; somebody else's is refused. */
  freshen(person: PersonId, session: string, proof: PasskeyProof): Promise<Result<null, PasskeyRefusal>> {
    return this.database.access.transaction(async (tables) => {
      const proven = await this.ceremony.prove(tables, tokenHash(session), { purpose: 'fresh', proof });
      if (!proven.ok) return proven;
      if (proven.value.person !== person) return refuse({ kind: 'passkey-refused' });
      await tables.sessions.saveProven(tokenHash(session), this.clock.now());
      return accept(null);
    });
  }
}
