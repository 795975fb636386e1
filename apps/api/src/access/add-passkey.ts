import type { NewPasskey, PasskeyToMake } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { AddPasskeyRefusal, PersonId, Result } from '@journeybook/domain';
import { accept, addPasskey, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { tokenHash } from '../http/admission.guard.js';
import type { PasskeyRefusal } from './passkey-ceremony.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { passkeyAddedLetter } from './second-factor-letters.js';
import { addSecondFactor } from './set-up-second-factor.js';
import { TellOwner } from './tell-owner.js';

export type AddAPasskeyRefusal = AddPasskeyRefusal | PasskeyRefusal | { readonly kind: 'passkey-known' };

@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ceremony: PasskeyCeremony,
    private readonly owner: TellOwner,
  ) {}

  /** What the browser needs to make one. */
  async ask(person: KnownPerson, session: string): Promise<Result<PasskeyToMake, AddPasskeyRefusal>> {
    const tables = this.database.access.read;
    const may = addPasskey(await tables.secondFactors.find(person.id));
    return may.ok ? accept(await this.ceremony.requestNew(tables, tokenHash(session), person)) : may;
  }

  /** Keeps the one that was made, under the name its person gives it. */
  async add(
    { id: person }: KnownPerson,
    session: string,
    { name, passkey }: { readonly name: string; readonly passkey: NewPasskey },
  ): Promise<Result<readonly string[] | null, AddAPasskeyRefusal>> {
    const holder = tokenHash(session);
    const added = await this.database.access.transaction(async (tables) => {
      await tables.people.hold(person);
      const may = addPasskey(await tables.secondFactors.find(person));
      if (!may.ok) return may;
      const proven = await this.ceremony.proveNew(tables, holder, passkey);
      if (!proven.ok) return proven;
      if (await tables.passkeys.isKnown(proven.value.id)) return refuse({ kind: 'passkey-known' });
      const add = () => this.keep(tables, person, { ...proven.value, name });
      return accept(
        await addSecondFactor(tables, { person, session: holder }, { add, letter: passkeyAddedLetter(name) }),
      );
    });
    if (!added.ok) return added;
    this.owner.later(person, added.value.letter);
    return accept(added.value.recoveryCodes);
  }

  private async keep(
    { passkeys }: Tables,
    person: PersonId,
    made: { id: string; publicKey: Uint8Array; counter: number; transports?: readonly string[]; name: string },
  ): Promise<void> {
    await passkeys.add({
      id: newId(),
      person,
      credentialId: made.id,
      publicKey: Buffer.from(made.publicKey),
      counter: made.counter,
      transports: made.transports ?? [],
      name: made.name,
      createdAt: this.clock.now(),
    });
  }
}
