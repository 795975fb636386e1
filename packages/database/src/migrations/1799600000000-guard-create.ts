import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts are counted for every process together. What is attempted is kept as a hash: the table names no address and no person. */
const attempts = `
  create unlogged table attempts (
    key bytea primary key,
    count integer not null check (count >= 0),
    until timestamptz(3) not null
  );
  create index attempts_until on attempts (until);
`;

const knownDevices = `
  create table known_devices (
    token_hash bytea not null,
    person_id uuid not null references people,
    last_used_at timestamptz(3) not null,
    primary key (token_hash, person_id)
  );
  create index known_devices_person on known_devices (person_id);
  create index known_devices_unused on known_devices (last_used_at);
`;

/** A request that its caller may send again: what was asked, and what was answered once it was carried out. */
const idempotencyKeys = `
  create table idempotency_keys (
    caller text not null,
    key text not null check (length(key) between 1 and 255),
    request_hash bytea not null,
    state text not null check (state in ('running', 'committed', 'answered')),
    status integer,
    answer text,
    began_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    primary key (caller, key),
    check ((state = 'answered') = (status is not null)),
    check (began_at < expires_at)
  );
  create index idempotency_keys_expired on idempotency_keys (expires_at);
`;

/** What the transaction of a request's work says of it, whichever role it runs as; no more of the table than that. */
const commitRequest = `
  create function reach.commit_request(who text, used_key text) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
      update idempotency_keys set state = 'committed' where caller = who and key = used_key and state = 'running' $$;
  revoke all on function reach.commit_request from public;
  grant execute on function reach.commit_request to journeybook_access, journeybook_api, journeybook_jobs;
`;

/** Who guesses and who repeats is found out at the door, so no role but the door's reads any of it. */
const tables = ['attempts', 'known_devices', 'idempotency_keys'];

export class GuardCreate1799600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [attempts, knownDevices, idempotencyKeys, commitRequest]) await runner.query(sql);
    for (const table of tables)
      await runner.query(`
        grant select, insert, update, delete on ${table} to journeybook_access;
        alter table ${table} enable row level security;
        create policy access on ${table} to journeybook_access using (true);
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function reach.commit_request; drop table ${tables.join(', ')};`);
  }
}
