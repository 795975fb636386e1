import type { Apprenticeship } from '@journeybook/domain';
import {
  ada,
  apprenticeship,
  college,
  council,
  elsewhere,
  foundry,
  grace,
  irene,
  mentorship,
  now,
  standard,
  stranger,
} from '@journeybook/domain/testing';
import pg from 'pg';
import type { Caller } from '../acting.js';
import { Database } from '../database.js';
import { newId } from '../new-id.js';
import type { DatabaseRole } from '../roles.js';
import { addressAs, createTestDatabase, openWithin } from '../testing/test-database.js';

/** A test database with the builders' people and organisations in it, opened as its owner. */
export interface World {
  readonly url: string;
  readonly database: Database;
  /** Runs one statement as the owner of the database, or under a server's role. */
  sql<Row extends object>(text: string, values?: unknown[], role?: DatabaseRole): Promise<Row[]>;
  /** Runs one statement as the API does within the reach of somebody. */
  within<Row extends object>(caller: Caller, text: string, values?: unknown[]): Promise<Row[]>;
  /** One more agreement of Ada's, with Grace as her mentor: a record that no other test touches. */
  addApprenticeship(overrides?: Partial<Apprenticeship>): Promise<Apprenticeship>;
  close(): Promise<void>;
}

/** Opens a world of a test file's own. */
export async function openWorld(): Promise<World> {
  const testDatabase = await createTestDatabase();
  const { url } = testDatabase;
  const database = await Database.openAsOwner({ url });
  await populate(database);
  return {
    url,
    database,
    sql: (text, values, role) => run(role ? addressAs(url, role) : url, text, values),
    within: async <Row extends object>(caller: Caller, text: string, values?: unknown[]) => {
      const within = await openWithin(url, caller);
      try {
        return await within.query<Row>(text, values);
      } finally {
        await within.end();
      }
    },
    addApprenticeship: (overrides) => addApprenticeship(database, overrides),
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}

async function populate(database: Database): Promise<void> {
  await database.transaction(async ({ people, standards }) => {
    const names = [
      [ada, 'Ada Lopez'],
      [grace, 'Grace Kim'],
      [irene, 'Irene Novak'],
      [stranger, 'Sam Stranger'],
    ] as const;
    await people.add(names.map(([id, name]) => ({ id, name, email: null, passwordHash: null, studentNumber: null })));
    await people.addOrganizations([
      { id: council, kind: 'sponsor', name: 'Northern Council' },
      { id: foundry, kind: 'employer', name: 'Northfield Castings' },
      { id: college, kind: 'college', name: 'Lakeside Community College' },
      { id: elsewhere, kind: 'sponsor', name: 'Elsewhere Council' },
    ]);
    await standards.publish(council, standard(), now);
  });
}

async function addApprenticeship(database: Database, overrides: Partial<Apprenticeship> = {}): Promise<Apprenticeship> {
  const agreement = apprenticeship({ id: newId(), ...overrides });
  await database.transaction(async ({ apprenticeships }) => {
    await apprenticeships.add(agreement);
    await apprenticeships.assignMentor(newId(), agreement.sponsor, mentorship({ apprenticeship: agreement.id }));
  });
  return agreement;
}

async function run<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
