import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { migrateJobs } from './jobs/jobs.js';
import { migrations } from './migrations/index.js';

const lock = 727_274;

/**
 * Brings the database to the newest schema, once, however many processes ask at the same moment. The lock is polled, never
 * waited for: a waiting session holds a snapshot that CREATE INDEX CONCURRENTLY would wait for in turn, for ever.
 */
export async function migrate(url: string): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'each',
  }).initialize();
  const holder = source.createQueryRunner();
  try {
    await holder.connect();
    while (!(await holder.query(`select pg_try_advisory_lock(${lock}) as held`))[0].held) await pause(50);
    try {
      await source.runMigrations();
      await migrateJobs(url);
      await grantJobs(source);
    } finally {
      await holder.query(`select pg_advisory_unlock(${lock})`);
    }
  } finally {
    await holder.release();
    await source.destroy();
  }
}

/**
 * The queues' tables come and go with pg-boss's versions, so their rights are granted after each of its migrations. In the work of a
 * request a job is only put into its queue; what waits there is nobody's to read.
 */
async function grantJobs(source: DataSource): Promise<void> {
  await source.query(`
    grant usage on schema pgboss to journeybook_api, journeybook_jobs, journeybook_lti;
    revoke all on all tables in schema pgboss from journeybook_api;
    grant select on pgboss.queue to journeybook_api;
    grant insert, select (id) on pgboss.job, pgboss.job_common to journeybook_api;
    grant select, insert, update, delete on all tables in schema pgboss to journeybook_jobs, journeybook_lti;
    grant usage, select on all sequences in schema pgboss to journeybook_jobs, journeybook_lti;
    grant execute on all functions in schema pgboss to journeybook_api, journeybook_jobs, journeybook_lti;
  `);
}
