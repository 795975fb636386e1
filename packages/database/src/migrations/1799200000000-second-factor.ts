import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret of somebody's authenticator app, sealed with a key that is not here; a time step lets in once. */
const authenticators = `
  create table authenticators (
    person_id uuid primary key references people,
    sealed_secret text not null,
    since timestamptz(3) not null,
    last_used_step bigint not null
  );
  create table authenticator_setups (
    person_id uuid primary key references people,
    sealed_secret text not null,
    expires_at timestamptz(3) not null
  );
`;

/** Wrong codes in a row, whatever they were tried at; kept so that neither a restart nor another server begins anew. */
const codeTries = `
  create table code_tries (
    person_id uuid primary key references people,
    wrong smallint not null check (wrong > 0),
    locked_at timestamptz(3)
  );
`;

const recoveryCodes = `
  create table recovery_codes (
    person_id uuid not null references people,
    salt bytea not null check (length(salt) >= 16),
    code_hash bytea not null,
    used_at timestamptz(3),
    primary key (person_id, code_hash)
  );
`;

/** What a passkey proves itself with is public; its name is its person's. */
const passkeys = `
  create table passkeys (
    id uuid primary key,
    person_id uuid not null references people,
    credential_id text not null unique check (length(credential_id) between 1 and 1400),
    public_key bytea not null,
    counter bigint not null check (counter >= 0),
    transports text[] not null,
    name text not null check (length(name) between 1 and 60),
    created_at timestamptz(3) not null,
    last_used_at timestamptz(3)
  );
  create index passkeys_person on passkeys (person_id);
  create table passkey_challenges (
    holder_hash bytea not null,
    purpose text not null check (purpose in ('sign-in', 'fresh', 'add')),
    challenge text not null,
    expires_at timestamptz(3) not null,
    primary key (holder_hash, purpose)
  );
`;

/** Somebody who gave the password and not yet the second factor, by the hash of what their browser holds. */
const pendingSignIns = `
  create table pending_sign_ins (
    token_hash bytea primary key,
    person_id uuid not null references people,
    tries_left smallint not null check (tries_left >= 0),
    expires_at timestamptz(3) not null
  );
  create index pending_sign_ins_person on pending_sign_ins (person_id);
  alter table sessions add proven_at timestamptz(3);
  update sessions set proven_at = created_at;
  alter table sessions alter proven_at set not null;
`;

const policies = `
  create table second_factor_policies (
    organization_id uuid primary key references organizations,
    roles text[] not null check (cardinality(roles) > 0 and roles <@
      array['apprentice', 'mentor', 'employer-admin', 'instructor', 'college-admin', 'sponsor-admin', 'auditor']),
    required_from date not null,
    set_by uuid not null references people,
    set_at timestamptz(3) not null
  );
`;

/** All of it is a matter of signing in: no other role of a server reads any of it. */
const tables = [
  'authenticators',
  'authenticator_setups',
  'code_tries',
  'recovery_codes',
  'passkeys',
  'passkey_challenges',
  'pending_sign_ins',
  'second_factor_policies',
];

export class SecondFactor1799200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [authenticators, codeTries, recoveryCodes, passkeys, pendingSignIns, policies])
      await runner.query(sql);
    for (const table of tables)
      await runner.query(`
        grant select, insert, update, delete on ${table} to journeybook_access;
        alter table ${table} enable row level security;
        create policy access on ${table} to journeybook_access using (true);
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions drop proven_at;
      drop table ${tables.join(', ')};
    `);
  }
}
