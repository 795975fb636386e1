import type { SecondFactorsView } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { editionOf } from '../http/edition.js';

@Injectable()
export class ReadSecondFactors {
  constructor(private readonly database: Database) {}

  /** What somebody has beside a password; of secrets only that they are there. */
  async of(person: PersonId): Promise<SecondFactorsView> {
    const { secondFactors, passkeys, people, providerLinks } = this.database.access.read;
    const [authenticator, own, recoveryCodesLeft, password, comesByProvider] = await Promise.all([
      secondFactors.findAuthenticator(person),
      passkeys.list(person),
      secondFactors.countRecoveryCodes(person),
      people.findPasswordHash(person),
      providerLinks.isLinkedAnywhere(person),
    ]);
    return {
      authenticatorSince: authenticator?.since ?? null,
      passkeys: own.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        edition: editionOf([name]),
        createdAt,
        lastUsedAt,
      })),
      recoveryCodesLeft,
      hasPassword: password !== null,
      comesByProvider,
    };
  }
}
