import pg from 'pg';
import type { Caller } from '../acting.js';
import { reachOf, settingReach } from '../reach.js';
import { addressAs } from './test-passwords.js';

/** A connection of the API's own role, on which the reach of somebody is set, for whatever SQL a test thinks of. */
export interface Within {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
}

/** Signs in to a test database as the API does for whoever calls. */
export async function openWithin(url: string, caller: Caller): Promise<Within> {
  const client = new pg.Client({ connectionString: addressAs(url, 'journeybook_api') });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(settingReach(reachOf(caller)));
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
    end: () => client.end(),
  };
}
