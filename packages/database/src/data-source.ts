import 'reflect-metadata';
import pg from 'pg';
import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { entities } from './entities.js';
import type { DatabaseRole } from './roles.js';
import { asRole } from './roles.js';

/** `workedOn` in a class is `worked_on` in the table. */
class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

const { builtins } = pg.types;
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
]);

/** Dates stay calendar dates and instants come as UTC text; node-postgres's own parsers would shift dates by the time zone. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};

export interface ConnectionOptions {
  readonly url: string;
  readonly role: DatabaseRole;
  /** Connections at most; 10 unless set. */
  readonly poolSize?: number;
}

/** Connects under the role. Throws when the database cannot be reached or refuses. */
export const openDataSource = ({ url, role, poolSize = 10 }: ConnectionOptions): Promise<DataSource> =>
  openAt(asRole(url, role), poolSize);

/** Connects as the owner of the database, for a command that looks at everything. */
export const openOwnDataSource = (url: string): Promise<DataSource> => openAt(url, 2);

const openAt = (url: string, poolSize: number): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    extra: { max: poolSize, types },
  }).initialize();
