import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles belong to the whole server: another database of it may have made it, at this very moment too. */
const role = `
  do $$ begin
    create role journeybook_vault nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

/**
 * Only what is sealed, with a key that is not in the database. Every row of the same length: it tells neither yes from no nor one race from
 * two. A nonce of 12 bytes, a tag of 16, and 256 of the answer.
 */
const answers = `
  create schema vault;

  create table vault.answers (
    person_id uuid not null references people,
    field text not null check (field in ('birth-date', 'sex', 'ethnicity', 'race', 'veteran', 'education', 'disability', 'ssn')),
    key_id text not null check (key_id ~ '^[0-9a-f]{16}$'),
    sealed bytea not null check (length(sealed) = 284),
    sealed_at timestamptz(3) not null,
    primary key (person_id, field)
  );
  create index answers_key on vault.answers (key_id);
`;

/** Who has looked, for ever: the role below may add to it and change nothing. */
const accesses = `
  create table vault.accesses (
    id uuid primary key,
    kind text not null check (kind in ('counts', 'agency-export')),
    person_id uuid references people,
    apprenticeship_id uuid references apprenticeships,
    organization_id uuid not null references organizations,
    accessed_by uuid not null references people,
    role text not null check (role in ('sponsor-admin')),
    reason text not null check (reason <> ''),
    request_id text not null check (request_id <> ''),
    accessed_at timestamptz(3) not null,
    check ((kind = 'agency-export') = (person_id is not null and apprenticeship_id is not null)),
    check ((person_id is null) = (apprenticeship_id is null))
  );
  create index accesses_person on vault.accesses (person_id, accessed_at);
  create index accesses_organization on vault.accesses (organization_id, accessed_at);
`;

/** A birth date that stands here still is sealed and taken away by the API when it starts: a migration has no key. */
const signatures = `
  alter table agreement_signatures
    alter born_on drop not null,
    add minor boolean,
    add guardian_relation text,
    add guardian_contact text;
  update agreement_signatures g set minor = g.born_on + make_interval(years =>
      coalesce((s.terms -> 'agency' ->> 'adultAge')::int, 18)) > a.began_on
    from apprenticeships a join standards s on s.id = a.standard_id where a.id = g.apprenticeship_id;
  alter table agreement_signatures alter minor set not null,
    add constraint agreement_signatures_guardian check (guardian_name is not null or (guardian_relation is null and guardian_contact is null));
`;

const retention = `
  create table legal_holds (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    person_id uuid not null references people,
    reason text not null check (reason <> ''),
    placed_by uuid not null references people,
    placed_at timestamptz(3) not null,
    lifted_reason text check (lifted_reason <> ''),
    lifted_by uuid references people,
    lifted_at timestamptz(3),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
  );
  create unique index legal_holds_standing on legal_holds (person_id, sponsor_id) where lifted_at is null;

  create table erasures (
    apprenticeship_id uuid primary key references apprenticeships,
    sponsor_id uuid not null references organizations,
    reason text not null check (reason <> ''),
    person_erased boolean not null,
    erased_by uuid not null references people,
    erased_at timestamptz(3) not null
  );
`;

/** The tenants' boundary for what is above (docs/decisions/0006-row-level-security.md): a sponsor's own, and of a hold also whom it is about. */
const ofSponsor = 'sponsor_id = any ((select reach.sponsors())::uuid[])';
const policies = `
  alter table legal_holds enable row level security;
  alter table erasures enable row level security;
  alter table vault.answers enable row level security;
  alter table vault.accesses enable row level security;
  create policy vault on vault.answers to journeybook_vault using (true);
  create policy vault on vault.accesses to journeybook_vault using (true);
  create policy reach on legal_holds for select to journeybook_api using (${ofSponsor} or person_id = (select reach.person()));
  create policy added on legal_holds for insert to journeybook_api with check (${ofSponsor});
  create policy changed on legal_holds for update to journeybook_api using (${ofSponsor});
  create policy reach on erasures to journeybook_api using (${ofSponsor});
`;

/**
 * What has to be known beyond one's reach, and told as a yes or no: another sponsor's hold or agreement keeps a person too. Each answers
 * about apprentices within reach only.
 */
const beyond = `
  create function reach.is_held(who uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return reach.trains(who) and exists (select from legal_holds where person_id = who and lifted_at is null);
  end $$;

  create function reach.is_kept(who uuid, but uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return reach.trains(who) and exists (select from apprenticeships a where a.apprentice_id = who and a.id <> but
      and not exists (select from erasures e where e.apprenticeship_id = a.id));
  end $$;

  create function reach.has_other_role(who uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
    return reach.trains(who) and (exists (select from memberships where person_id = who)
      or exists (select from person_links where person_id = who and confirmed_by = who));
  end $$;

  /**
   * Erases whom a person is known as, everywhere. It asks once more for what the rule asked: every agreement of theirs erased, no hold,
   * no other role. Entries of the record are not among what it touches.
   */
  create function reach.erase_person(who uuid, name text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare accounts uuid[];
  begin
    if not reach.trains(who) or reach.is_held(who) or reach.has_other_role(who) or reach.is_kept(who, '00000000-0000-0000-0000-000000000000') then
      raise exception 'this person is kept' using errcode = 'insufficient_privilege';
    end if;
    accounts := array(select identity_id from person_links where person_id = who);
    update people p set name = erase_person.name, email = null, password_hash = null, student_number = null, last_signed_in_at = null where p.id = who;
    update invitations i set name = erase_person.name, email = 'erased@journeybook.invalid' where i.person_id = who or i.accepted_by = who;
    delete from sessions where person_id = who;
    delete from password_resets where person_id = who;
    update lms_identities i set name = null, email = null, sis_id = null where i.id = any (accounts);
    update course_results set comment = null where identity_id = any (accounts);
    update score_deliveries set comment = '' where identity_id = any (accounts);
  end $$;

  /** What learning platforms told of one's own courses, and were told: whoever teaches them reads it otherwise. */
  create function reach.own_results() returns table (title text, "scorePercent" numeric, comment text, "gradedAt" timestamptz, "observedAt" timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.title, r.score_percent, r.comment, r.graded_at, r.observed_at from course_results r join sections s on s.id = r.section_id
    where r.identity_id in (select identity_id from person_links where person_id = reach.person() and revoked_at is null) order by r.observed_at $$;
  create function reach.own_scores() returns table (title text, "scorePercent" numeric, comment text, "decidedAt" timestamptz, state text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select s.title, d.score_percent, d.comment, d.decided_at, d.state from score_deliveries d join sections s on s.id = d.section_id
    where d.identity_id in (select identity_id from person_links where person_id = reach.person() and revoked_at is null) order by d.decided_at $$;

  revoke execute on function reach.is_held, reach.is_kept, reach.has_other_role, reach.erase_person, reach.own_results, reach.own_scores from public;
  grant execute on function reach.is_held, reach.is_kept, reach.has_other_role, reach.erase_person, reach.own_results, reach.own_scores to journeybook_api;
`;

export class VaultCreate1799400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(role);
    for (const sql of [answers, accesses, signatures, retention, policies, beyond]) await runner.query(sql);
    await runner.query(`
      grant usage on schema vault to journeybook_vault;
      grant select, insert, update, delete on vault.answers to journeybook_vault;
      grant select, insert on vault.accesses to journeybook_vault;
      grant select, insert, update on legal_holds to journeybook_api;
      grant select, insert on erasures to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function reach.is_held, reach.is_kept, reach.has_other_role, reach.erase_person, reach.own_results, reach.own_scores;
      drop table erasures, legal_holds;
      drop schema vault cascade;
      alter table agreement_signatures drop constraint agreement_signatures_guardian,
        drop minor, drop guardian_relation, drop guardian_contact;
      update agreement_signatures set born_on = '1900-01-01' where born_on is null;
      alter table agreement_signatures alter born_on set not null;
    `);
  }
}
