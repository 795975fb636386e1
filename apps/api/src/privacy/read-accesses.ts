import type { AccessView } from '@journeybook/contracts';
import { Database } from '@journeybook/database';
import type { PersonId } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { AnswerVault } from '../vault/answer-vault.js';

@Injectable()
export class ReadAccesses {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
  ) {}

  /** Who has taken a person's answers out, and who has looked at counts of their sponsors; the latest first. */
  async of(person: PersonId): Promise<AccessView[]> {
    const { apprenticeships, people } = this.database.read;
    const sponsors = (await apprenticeships.listOf(person)).map((agreement) => agreement.sponsor);
    const accesses = await this.vault.listAccesses(person, [...new Set(sponsors)]);
    const names = await people.namesOf(accesses.map(({ by }) => by));
    const organizations = await people.organizationsOf(accesses.map(({ organization }) => organization));
    return accesses.map(({ kind, at, by, organization, reason, requestId }) => ({
      kind,
      at,
      // Whoever left everything that is near is known by their id only.
      by: names.get(by) ?? { id: by, name: 'Somebody who left' },
      organization: organizations.get(organization) ?? { id: organization, name: 'a sponsor' },
      role: 'sponsor-admin',
      reason,
      requestId,
    }));
  }
}
