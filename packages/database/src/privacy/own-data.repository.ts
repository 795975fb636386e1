import type { PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { ownDataStatements } from './own-data.sql.js';

export type OwnDataPart = keyof typeof ownDataStatements;

/** What is kept about a person, by part; each part is rows. */
export type OwnDataRows = Readonly<Record<OwnDataPart, readonly Record<string, unknown>[]>>;

/** Everything about one person, for that person: read within their own reach. */
export class OwnDataRepository {
  constructor(private readonly manager: EntityManager) {}

  async read(person: PersonId): Promise<OwnDataRows> {
    const parts: [string, readonly Record<string, unknown>[]][] = [];
    for (const [part, sql] of Object.entries(ownDataStatements))
      parts.push([part, await this.manager.query<Record<string, unknown>[]>(sql, [person])]);
    return Object.fromEntries(parts) as OwnDataRows;
  }
}
