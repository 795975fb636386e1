import 'reflect-metadata';
import pg from 'pg';
import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { entities } from './entities.js';
import { PreparingClient } from './prepared.js';
import { ReachPool } from './reach-pool.js';
import { limiting, type TimeLimits } from './time-limits.js';

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
  /** Whose rights the work has follows from who signs in. */
  readonly url: string;
  /** Connections at most; 10 unless set. */
  readonly poolSize?: number;
  /** Whether each piece of work sees only what is within the reach of whoever it is done for. */
  readonly withinReach?: boolean;
  /** How long the database works for it; as long as it takes unless set. */
  readonly limits?: TimeLimits;
}

/** Connects. Throws when the database cannot be reached or refuses. */
export const openDataSource = ({
  url,
  poolSize = 10,
  withinReach = false,
  limits,
}: ConnectionOptions): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    driver: withinReach ? { ...pg, Pool: ReachPool } : pg,
    entities,
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    extra: { Client: PreparingClient, max: poolSize, types, ...limiting(limits ?? null) },
  }).initialize();
