/**
 * What the API sets on a connection before it works there, as functions. Nothing set is nobody: no row. Ids that were set, and no
 * table, so everybody may run them.
 */
export const settings = `
  create schema reach;
  grant usage on schema reach to journeybook_access, journeybook_api, journeybook_jobs;

  create function reach.id_set(what text) returns uuid language sql stable as
    $$ select nullif(current_setting('journeybook.' || what, true), '')::uuid $$;
  create function reach.ids_set(what text) returns uuid[] language sql stable as
    $$ select coalesce(nullif(current_setting('journeybook.' || what, true), ''), '{}')::uuid[] $$;

  /** Who calls. */
  create function reach.person() returns uuid language sql stable as $$ select nullif(current_setting('journeybook.person', true), '')::uuid $$;
  /** The college of the launch, and the same when whoever launched teaches there. */
  create function reach.college() returns uuid language sql stable as $$ select reach.id_set('college') $$;
  create function reach.taught() returns uuid language sql stable as $$ select reach.id_set('taught') $$;
  /** What they run: sponsors (audited ones too), employers and colleges; and every organisation they hold a role in. */
  create function reach.sponsors() returns uuid[] language sql stable as $$ select reach.ids_set('sponsors') $$;
  create function reach.employers() returns uuid[] language sql stable as $$ select reach.ids_set('employers') $$;
  create function reach.colleges() returns uuid[] language sql stable as $$ select reach.ids_set('colleges') $$;
  create function reach.organizations() returns uuid[] language sql stable as $$ select reach.ids_set('organizations') $$;
`;

/**
 * What follows from it. These look past the policies, as the owner: each answers once a statement, and plpgsql keeps its plan, so a page
 * that mentions twenty tables pays twenty short calls.
 */
export const following = `
  /** Agreements beyond those of the sponsors they run: of their employers, their own, and those they mentor or mentored. */
  create function reach.agreements() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare me uuid := reach.person(); employers uuid[] := reach.employers();
  begin
    return query
      select a.id from apprenticeships a where a.employer_id = any (employers)
      union select a.id from apprenticeships a where a.apprentice_id = me
      union select m.apprenticeship_id from mentorships m where m.mentor_id = me;
  end $$;

  /** The same, and for whoever teaches at a college the agreements with the sponsors that work with it. */
  create function reach.taught_agreements() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare college uuid := reach.taught();
  begin
    return query select reach.agreements();
    if college is not null then
      return query
        select a.id from partnerships p join apprenticeships a on a.sponsor_id = p.sponsor_id where p.organization_id = college;
    end if;
  end $$;

  /** Sponsors whose programs they take part in. */
  create function reach.circle() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare me uuid := reach.person(); held uuid[] := reach.organizations() || reach.taught();
  begin
    return array(
      select unnest(reach.sponsors())
      union select p.sponsor_id from partnerships p where p.organization_id = any (held)
      union select a.sponsor_id from apprenticeships a where a.apprentice_id = me
      union select m.sponsor_id from mentorships m where m.mentor_id = me);
  end $$;

  /** Organisations they know of: their own, the sponsors of the circle and whoever works with these. */
  create function reach.near() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare circle uuid[] := reach.circle();
  begin
    return array(
      select unnest(circle || reach.organizations() || reach.college())
      union select p.organization_id from partnerships p where p.sponsor_id = any (circle));
  end $$;

  create function reach.standards() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare circle uuid[] := reach.circle();
  begin
    return query select s.id from standards s where s.sponsor_id = any (circle);
  end $$;

  /** Organisations about which they decide: those they run, and those that work with their sponsor and no other. */
  create function reach.managed() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare own uuid[] := reach.sponsors();
  begin
    return own || reach.employers() || reach.colleges() || array(
      select p.organization_id from partnerships p where p.sponsor_id = any (own)
        and not exists (select from partnerships o where o.organization_id = p.organization_id and o.sponsor_id <> p.sponsor_id));
  end $$;

  /** Whether somebody is an apprentice of an agreement within reach. */
  create function reach.trains(who uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    me uuid := reach.person(); own uuid[] := reach.sponsors(); employers uuid[] := reach.employers(); college uuid := reach.taught();
  begin
    return exists (select from apprenticeships a where a.apprentice_id = who and (who = me
      or a.sponsor_id = any (own) or a.employer_id = any (employers)
      or exists (select from mentorships m where m.apprenticeship_id = a.id and m.mentor_id = me)
      or exists (select from partnerships p where p.sponsor_id = a.sponsor_id and p.organization_id = college)));
  end $$;

  /** Whether an account of a learning platform is their own, or of an apprentice within reach at a college near them. */
  create function reach.sees_account(identity uuid, near uuid[]) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare me uuid := reach.person();
  begin
    return reach.taught() is null and exists (select from person_links l join lms_identities i on i.id = l.identity_id
      where l.identity_id = identity and (l.person_id = me or (i.college_id = any (near) and reach.trains(l.person_id))));
  end $$;

  /** Whether a course is of the college of the launch, of one whose platform they manage, or one that somebody attended whose account they see. */
  create function reach.sees_section(section uuid, college uuid) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare near uuid[];
  begin
    if college = reach.college() or college = any (reach.managed()) then return true; end if;
    near := reach.near();
    return exists (select from section_members m where m.section_id = section and reach.sees_account(m.identity_id, near));
  end $$;

  /**
   * Whether somebody is known to whoever calls: as one who has or had a role in an organisation near them, as an apprentice or a mentor
   * of an agreement within reach, or as who taught a course of a college near them.
   */
  create function reach.knows(who uuid, near uuid[]) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    me uuid := reach.person(); own uuid[] := reach.sponsors(); employers uuid[] := reach.employers(); college uuid := reach.taught();
  begin
    if who = me or exists (select from memberships m where m.person_id = who and m.organization_id = any (near)) then return true; end if;
    if reach.trains(who) then return true; end if;
    if exists (select from mentorships m join apprenticeships a on a.id = m.apprenticeship_id
        where m.mentor_id = who and (a.sponsor_id = any (own) or a.employer_id = any (employers) or a.apprentice_id = me))
      then return true; end if;
    return exists (select from person_links l join lms_identities i on i.id = l.identity_id
      where l.person_id = who and (i.college_id = college or (i.college_id = any (near) and exists (
        select from section_members m where m.identity_id = i.id and m.role in ('instructor', 'assistant')))));
  end $$;
`;

/** What a decision has to know of rows beyond the reach, and no more of them than that. */
export const beyond = `
  /** Every sponsor that an organisation works with: whether one of them is the only one is a matter of all. */
  create function reach.sponsors_of(organization uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as
    $$ select array(select p.sponsor_id from partnerships p where p.organization_id = organization order by 1) $$;

  /** The sponsors with which a person has or had an agreement. */
  create function reach.sponsors_with(who uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
    $$ select distinct a.sponsor_id from apprenticeships a where a.apprentice_id = who $$;

  /** Whether an invitation to a sign-in waits for a person, whoever sent it. */
  create function reach.is_invited(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from invitations i where i.person_id = who and i.accepted_at is null and i.revoked_at is null) $$;

  /** Whether there is an agreement of that id, whoever's it is. */
  create function reach.is_taken(agreement uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
    $$ select exists (select from apprenticeships a where a.id = agreement) $$;

  /** How a person's agreements but one stand, and in which occupation, with whatever sponsor. */
  create function reach.other_agreements(who uuid, but uuid) returns table (status text, rapids_code text)
    language sql stable security definer set search_path = public, pg_temp as $$
      select a.status, s.rapids_code from apprenticeships a join standards s on s.id = a.standard_id
      where a.apprentice_id = who and a.id <> but $$;

  /** How many train at an employer, with whatever sponsor: a ratio is one of the work site. */
  create function reach.apprentices_at(employer uuid, on_date date, and_this uuid) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
      select count(*) from apprenticeships a where a.id = and_this
        or (a.employer_id = employer and a.status in ('registered', 'active') and a.began_on <= on_date) $$;

  /** The person of an e-mail address, for whoever knows the address. */
  create function reach.person_at(address text) returns uuid language sql stable security definer set search_path = public, pg_temp as
    $$ select p.id from people p where lower(p.email) = lower(address) $$;

  /** The person of an e-mail address as they are known, or a new one. */
  create function reach.ensure_person(new_id uuid, called text, address text, number text) returns uuid
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
  declare added uuid;
  begin
    insert into people (id, name, email, student_number) values (new_id, called, address, number)
      on conflict (lower(email)) do nothing returning id into added;
    return coalesce(added, reach.person_at(address));
  end $$;

  /** Whether an organisation is nobody's yet. */
  create function reach.is_new(organization uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select not exists (select from partnerships p where p.organization_id = organization)
      and not exists (select from memberships m where m.organization_id = organization) $$;

  /** The platform of that name, which several colleges may share. */
  create function lti.known_registration(wanted_issuer text, wanted_client text)
    returns table (id uuid, auth_url text, token_url text, jwks_url text)
    language sql stable security definer set search_path = lti, pg_temp as $$
      select r.id, r.auth_url, r.token_url, r.jwks_url from registrations r
      where r.issuer = wanted_issuer and r.client_id = wanted_client $$;

  /** Its installations of those names, whoever's they are, held until the transaction ends. */
  create function lti.named_deployments(registration uuid, names text[])
    returns table (id uuid, deployment_id text, status text, college_id uuid)
    language sql volatile security definer set search_path = lti, pg_temp as $$
      select d.id, d.deployment_id, d.status, d.college_id from deployments d
      where d.registration_id = registration and d.deployment_id = any (names) order by d.deployment_id for update $$;

  /** One that only waits becomes the college's that names it. */
  create function lti.claim_waiting(registration uuid, named text, college uuid) returns void
    language sql volatile security definer set search_path = lti, pg_temp as $$
      update deployments d set college_id = college
      where d.registration_id = registration and d.deployment_id = named and d.status = 'pending'
        and college = any (reach.managed()) $$;

  revoke execute on all functions in schema reach from public;
  revoke execute on function lti.known_registration, lti.named_deployments, lti.claim_waiting from public;
  grant execute on all functions in schema reach to journeybook_api;
  grant execute on function lti.known_registration, lti.named_deployments, lti.claim_waiting to journeybook_api;
  grant execute on function reach.sponsors_of, reach.ensure_person, reach.person_at to journeybook_access;
`;
