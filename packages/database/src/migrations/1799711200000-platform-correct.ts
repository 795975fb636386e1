import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to a connection stays on file when the connection is gone, by the ids that it had. */
const changes = `
  alter table lti.connection_changes
    drop constraint connection_changes_registration_id_fkey,
    drop constraint connection_changes_deployment_id_fkey,
    drop constraint connection_changes_act_check,
    add constraint connection_changes_act_check
      check (act in ('invited', 'connected', 'approved', 'blocked', 'unblocked', 'renamed', 'corrected', 'removed'));
  alter table lti.invitations drop constraint invitations_registration_id_fkey;
`;

/**
 * What a decision about a registration has to know of other colleges' rows, and the two acts that the API may not do by itself. Each asks
 * once more what the rule asked, so that no fault of a use-case redirects the launches of another college or takes a course's platform away.
 */
const functions = `
  /** Whether a course was opened from an installation, or courses were picked there. */
  create function lti.is_opened(deployment uuid) returns boolean
    language sql stable security definer set search_path = lti, pg_temp as $$
      select exists (select from contexts c where c.deployment_id = deployment)
        or exists (select from course_picks p where p.deployment_id = deployment) $$;

  /** How a registration came here, whether anybody but the college has to do with it, and whether somebody came in by it. */
  create function lti.registration_facts(registration uuid, college uuid)
    returns table (origin text, shared boolean, launched boolean)
    language sql stable security definer set search_path = lti, pg_temp as $$
      select case when exists (select from invitations i where i.registration_id = r.id) then 'invitation'
          when r.college_id is null then 'command' else 'hand' end,
        r.college_id is distinct from college
          or exists (select from deployments d where d.registration_id = r.id and d.college_id <> college),
        exists (select from deployments d where d.registration_id = r.id and is_opened(d.id))
          or exists (select from public.lms_identities i where i.registration_id = r.id)
      from registrations r where r.id = registration and college = any (reach.managed()) $$;

  /** Puts right what a college entered, and forgets what was found out about the platform under the old addresses. */
  create function lti.correct_registration(registration uuid, college uuid, named_issuer text, named_client text, auth text, token text,
      keys text, habits text) returns void
    language plpgsql volatile security definer set search_path = lti, pg_temp as $$
  declare known record; facts record;
  begin
    select r.issuer, r.client_id into known from registrations r where r.id = registration for update;
    perform from deployments d where d.registration_id = registration order by d.id for update;
    select * into facts from registration_facts(registration, college);
    if facts.origin is distinct from 'hand' or facts.shared
      or (facts.launched and (known.issuer, known.client_id) <> (named_issuer, named_client)) then
      raise exception 'This registration is not the college''s to correct.' using errcode = '42501';
    end if;
    update registrations r set issuer = named_issuer, client_id = named_client, auth_url = auth, token_url = token, jwks_url = keys,
      profile = habits where r.id = registration;
    delete from platform_checks k using deployments d where d.id = k.deployment_id and d.registration_id = registration;
    update platform_health h set state = 'ok', failures = 0, failing_since = null, open_until = null, last_ok_at = null,
      last_problem_at = null, last_problem_kind = null, last_problem_words = null where h.registration_id = registration;
  end $$;

  /**
   * Takes an installation away, and the registration with the last one that a college has. A registration that others still use is theirs
   * from then on. Answers whether the registration went.
   */
  create function lti.remove_deployment(deployment uuid, college uuid) returns boolean
    language plpgsql volatile security definer set search_path = lti, pg_temp as $$
  declare registration uuid; heir uuid;
  begin
    select d.registration_id into registration from deployments d
      where d.id = deployment and d.college_id = college and college = any (reach.managed()) for update;
    if registration is null or is_opened(deployment) then
      raise exception 'This installation is not the college''s to remove.' using errcode = '42501';
    end if;
    perform from registrations r where r.id = registration for update;
    delete from platform_checks k where k.deployment_id = deployment;
    delete from deployments d where d.id = deployment;
    select d.college_id into heir from deployments d where d.registration_id = registration and d.college_id is not null
      order by (d.college_id = college) desc, d.created_at, d.id limit 1;
    if heir is not null then
      update registrations r set college_id = heir where r.id = registration and r.college_id = college;
      return false;
    end if;
    delete from deployments d where d.registration_id = registration;
    delete from oidc_states s where s.registration_id = registration;
    delete from seen_nonces n where n.registration_id = registration;
    delete from registrations r where r.id = registration;
    return true;
  end $$;

  revoke execute on function lti.is_opened, lti.registration_facts, lti.correct_registration, lti.remove_deployment from public;
  grant execute on function lti.is_opened, lti.registration_facts, lti.correct_registration, lti.remove_deployment to journeybook_api;
  grant select (column_lost_at) on lti.contexts to journeybook_api;
`;

/** Colleges put right what they entered of a platform, and take away what nobody ever opened. */
export class PlatformCorrect1799711200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changes);
    await runner.query(functions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (column_lost_at) on lti.contexts from journeybook_api;
      drop function lti.remove_deployment, lti.correct_registration, lti.registration_facts, lti.is_opened;
      delete from lti.connection_changes where act in ('corrected', 'removed');
      update lti.connection_changes c set deployment_id = null
        where not exists (select from lti.deployments d where d.id = c.deployment_id);
      update lti.connection_changes c set registration_id = null
        where not exists (select from lti.registrations r where r.id = c.registration_id);
      update lti.invitations i set registration_id = null
        where not exists (select from lti.registrations r where r.id = i.registration_id);
      alter table lti.connection_changes
        drop constraint connection_changes_act_check,
        add constraint connection_changes_act_check
          check (act in ('invited', 'connected', 'approved', 'blocked', 'unblocked', 'renamed')),
        add foreign key (registration_id) references lti.registrations,
        add foreign key (deployment_id) references lti.deployments;
      alter table lti.invitations add foreign key (registration_id) references lti.registrations;
    `);
  }
}
