import type { MigrationInterface, QueryRunner } from 'typeorm';

const registrations = `
  create table lti.registrations (
    id uuid primary key,
    issuer text not null check (issuer <> ''),
    client_id text not null check (client_id <> ''),
    auth_url text not null,
    token_url text not null,
    jwks_url text not null,
    token_audience text,
    profile text not null check (profile in ('moodle', 'canvas', 'generic')),
    name text not null check (name <> ''),
    created_at timestamptz not null default now(),
    unique (issuer, client_id)
  );

  create table lti.deployments (
    id uuid primary key,
    registration_id uuid not null references lti.registrations,
    deployment_id text not null check (length(deployment_id) between 1 and 255),
    college_id uuid,
    status text not null check (status in ('active', 'pending', 'blocked')),
    created_at timestamptz not null default now(),
    unique (registration_id, deployment_id),
    check (status <> 'active' or college_id is not null)
  );
`;

const courses = `
  create table lti.contexts (
    id uuid primary key,
    deployment_id uuid not null references lti.deployments,
    lms_context_id text not null,
    label text,
    title text,
    sis_id text,
    lineitems_url text,
    roster_url text,
    scopes text[] not null default '{}',
    services_seen_at timestamptz not null,
    unique (deployment_id, lms_context_id)
  );

  create table lti.resource_links (
    id uuid primary key,
    context_id uuid not null references lti.contexts,
    lms_link_id text not null,
    title text,
    line_item_url text,
    first_seen_at timestamptz not null,
    unique (context_id, lms_link_id)
  );

  create table lti.line_items (
    id uuid primary key,
    context_id uuid not null unique references lti.contexts,
    url text not null,
    source text not null check (source in ('link', 'found', 'created')),
    chosen_at timestamptz not null
  );

  create table lti.score_times (
    line_item_id uuid not null references lti.line_items on delete cascade,
    subject text not null,
    delivery_id uuid not null,
    sent_at timestamptz not null,
    primary key (line_item_id, subject)
  );
`;

const handshake = `
  create table lti.oidc_states (
    state_hash bytea primary key,
    nonce_hash bytea not null,
    registration_id uuid not null references lti.registrations,
    target text not null,
    deployment_hint text,
    resume text not null,
    expires_at timestamptz not null
  );
  create index oidc_states_expires_at on lti.oidc_states (expires_at);

  create table lti.seen_nonces (
    registration_id uuid not null references lti.registrations,
    nonce_hash bytea not null,
    expires_at timestamptz not null,
    primary key (registration_id, nonce_hash)
  );
  create index seen_nonces_expires_at on lti.seen_nonces (expires_at);

  create table lti.tool_keys (
    kid text primary key,
    public_jwk jsonb not null,
    private_sealed text not null,
    not_before timestamptz not null,
    retire_at timestamptz
  );
`;

/** The LTI tool's own tables. ltijs itself stores nothing: what it asks for is answered from these (lti.md 7.2). */
export class LtiCreate1795000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema lti');
    for (const tables of [registrations, courses, handshake]) await runner.query(tables);
    await runner.query(`
      grant usage on schema lti to journeybook_lti;
      grant select, insert, update, delete on all tables in schema lti to journeybook_lti;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema lti cascade');
  }
}
