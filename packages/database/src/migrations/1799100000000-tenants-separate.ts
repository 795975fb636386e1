import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles belong to the whole server: another database of it may have made them, at this very moment too. */
const makeRole = (name: string) => `
  do $$ begin
    create role ${name} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
`;

/**
 * What the API sets on a connection before it works there, as functions. Nothing set is nobody: no row. Ids that were set, and no
 * table, so everybody may run them.
 */
const settings = `
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
const following = `
  /** Agreements beyond those of the sponsors they run: of their employers, their own, and those they mentor or mentored. */
  create function reach.agreements() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare me uuid := reach.person(); employers uuid[] := reach.employers();
  begin
    return query
      select a.id from apprenticeships a where a.employer_id = any (employers)
      union select a.id from apprenticeships a where a.apprentice_id = me
      union select m.apprenticeship_id from mentorships m where m.mentor_id = me;
  end $$;

  /** Agreements with the sponsors that the college works with, for whoever teaches there. */
  create function reach.taught_agreements() returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare college uuid := reach.taught();
  begin
    if college is null then return; end if;
    return query
      select a.id from partnerships p join apprenticeships a on a.sponsor_id = p.sponsor_id where p.organization_id = college;
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

  /** Whether somebody whose account they see was ever in a course. */
  create function reach.attended(section uuid, near uuid[]) returns boolean
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  begin
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
    if exists (select from memberships m where m.person_id = who and m.organization_id = any (near)) then return true; end if;
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
const beyond = `
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

const ofSponsor = 'sponsor_id = any ((select reach.sponsors())::uuid[])';
const within = 'apprenticeship_id in (select reach.agreements())';
const taught = 'apprenticeship_id in (select reach.taught_agreements())';
const inCircle = 'sponsor_id = any ((select reach.circle())::uuid[])';
const ofTaught = 'college_id = (select reach.taught())';
const isNear = (column: string) => `${column} = any ((select reach.near())::uuid[])`;
const inSection = 'exists (select from sections s where s.id = section_id and s.college_id = (select reach.taught()))';
const ofTaughtAccount = `exists (select from lms_identities i where i.id = identity_id and i.${ofTaught})`;
const manages = (column: string) => `${column} = any ((select reach.managed())::uuid[])`;
const near = '(select reach.near())::uuid[]';
const known = `id = (select reach.person()) or reach.knows(id, ${near})`;

/** Which rows the API reads and writes in a request, by table. Where there is a second condition, it is for writing. */
const reaches: Readonly<Record<string, string | readonly [read: string, write: string]>> = {
  apprenticeships: `${ofSponsor} or id in (select reach.agreements()) or id in (select reach.taught_agreements())`,
  mentorships: `${ofSponsor} or mentor_id = (select reach.person()) or ${within} or ${taught}`,
  record_entries: `${ofSponsor} or ${within} or ${taught}`,
  record_totals: `${ofSponsor} or ${within} or ${taught}`,
  record_heads: 'exists (select from apprenticeships a where a.id = apprenticeship_id)',
  ...Object.fromEntries(
    [
      'hours_entries',
      'paid_hours',
      'sign_off_requests',
      'standing_requests',
      'completion_reviews',
      'agreement_signatures',
    ].map((table) => [table, `${ofSponsor} or ${within}`]),
  ),
  agency_reports: [`${ofSponsor} or exists (select from record_entries e where e.id = entry_id)`, ofSponsor],
  claim_codes: 'exists (select from apprenticeships a where a.id = apprenticeship_id)',
  standards: [inCircle, ofSponsor],
  ...Object.fromEntries(
    ['work_processes', 'competencies', 'rti_courses'].map((table) => [
      table,
      [
        'standard_id in (select reach.standards())',
        `exists (select from standards s where s.id = standard_id and s.${ofSponsor})`,
      ] as const,
    ]),
  ),
  standard_drafts: ofSponsor,
  customisation_changes: [inCircle, `${inCircle} and employer_id = any ((select reach.employers())::uuid[])`],
  memberships: `person_id = (select reach.person()) or ${isNear('organization_id')}`,
  invitations: `${manages('organization_id')} or reach.trains(person_id)`,
  partnerships: [
    `${inCircle} or organization_id = any ((select reach.organizations())::uuid[]) or organization_id = (select reach.college())`,
    `${ofSponsor} and reach.is_new(organization_id)`,
  ],
  sections: [
    `college_id = (select reach.college()) or ${manages('college_id')} or reach.attended(id, ${near})`,
    ofTaught,
  ],
  lms_identities: `${ofTaught} or reach.sees_account(id, ${near})`,
  person_links: [`${ofTaughtAccount} or reach.sees_account(identity_id, ${near})`, ofTaughtAccount],
  section_members: `${inSection} or reach.sees_account(identity_id, ${near})`,
  course_results: inSection,
  score_deliveries: `${inSection} or exists (select from sections s where s.id = section_id and s.${manages('college_id')})`,
  credit_reviews: inSection,
  course_picks: ofTaught,
  declined_matches: ofTaughtAccount,
  'lti.deployments': manages('college_id'),
  'lti.registrations': [
    `${manages('college_id')} or exists (select from lti.deployments d where d.registration_id = registrations.id)`,
    manages('college_id'),
  ],
  'lti.contexts': 'exists (select from lti.deployments d where d.id = contexts.deployment_id)',
  'lti.platform_checks': 'exists (select from lti.deployments d where d.id = platform_checks.deployment_id)',
  'lti.invitations': manages('college_id'),
  'lti.connection_changes': manages('college_id'),
};

/** Rows that are held against others and never changed: an update finds them and is refused. */
const held = (table: string, role: string, rows: string) => `
  create policy held on ${table} for update to ${role} using (${rows}) with check (false);`;

function apiPolicies(): string {
  const policies = Object.entries(reaches).map(([table, rows]) => {
    if (typeof rows === 'string') return `create policy reach on ${table} to journeybook_api using (${rows});`;
    const [read, write] = rows;
    return `
      create policy reach on ${table} for select to journeybook_api using (${read});
      create policy added on ${table} for insert to journeybook_api with check (${write});
      create policy changed on ${table} for update to journeybook_api using (${write});
      create policy taken on ${table} for delete to journeybook_api using (${write});`;
  });
  return `
    ${policies.join('\n')}
    create policy reach on organizations for select to journeybook_api using (${isNear('id')});
    create policy added on organizations for insert to journeybook_api
      with check (kind <> 'sponsor' and cardinality((select reach.sponsors())::uuid[]) > 0);
    ${held('organizations', 'journeybook_api', isNear('id'))}
    create policy reach on people for select to journeybook_api using (${known});
    create policy added on people for insert to journeybook_api with check ((select reach.taught()) is not null);
    ${held('people', 'journeybook_api', known)}
  `;
}

/** What the API may do in a request at all; that of the record (select, insert) stays as it is. */
const apiRights = `
  revoke all on sessions, password_resets, launch_sessions, claim_tries, people, invitations, claim_codes from journeybook_api;
  revoke update on organizations, apprenticeships from journeybook_api;
  revoke insert, update on memberships, section_members, lms_identities from journeybook_api;
  revoke insert on sections, course_results from journeybook_api;
  grant select (id, name, email, student_number, has_sign_in, last_signed_in_at, created_at), insert (id, name, created_at), update (name)
    on people to journeybook_api;
  grant update (name) on organizations, lms_identities to journeybook_api;
  grant update (status, employer_id, standard_id) on apprenticeships to journeybook_api;
  grant update (ended_at, ended_by, until_on) on memberships to journeybook_api;
  grant select (id, organization_id, role, person_id, name, email, invited_by, invited_at, expires_at, mailed_at, accepted_at, revoked_at),
    insert, update (token_hash, invited_at, expires_at, mailed_at, revoked_at, revoked_by) on invitations to journeybook_api;
  grant select (id, apprenticeship_id, used_at), insert, delete on claim_codes to journeybook_api;
`;

/** Finding out who calls, and what belongs to a sign-in; nothing of the record. */
const accessRights = `
  grant usage on schema public, lti to journeybook_access;
  grant select, insert, update, delete on sessions, password_resets to journeybook_access;
  grant select, insert, update on people to journeybook_access;
  grant select, insert on memberships to journeybook_access;
  grant select, update on invitations, launch_sessions to journeybook_access;
  grant select on organizations, partnerships to journeybook_access;
  grant select (id, sponsor_id, employer_id, apprentice_id, status) on apprenticeships to journeybook_access;
  grant select (id, college_id, context_id) on sections to journeybook_access;
  grant select (id, name), update (name) on lms_identities to journeybook_access;
  grant select, insert, update on person_links to journeybook_access;
  grant select, update on claim_codes to journeybook_access;
  grant select, insert, delete on claim_tries to journeybook_access;
  grant select (id, deployment_id) on lti.contexts to journeybook_access;
  grant select (id, status) on lti.deployments to journeybook_access;
`;

/** What learning platforms tell, of every college, and the credits that follow from it; no password and no session. */
const jobsRights = `
  grant usage on schema public to journeybook_jobs;
  grant select on organizations, partnerships, sections, lms_identities, person_links, section_members, course_results, score_deliveries,
    course_picks, credit_reviews, apprenticeships, mentorships, standards, work_processes, competencies, rti_courses,
    customisation_changes, record_entries, record_heads, record_totals to journeybook_jobs;
  grant select (id, name, email, student_number) on people to journeybook_jobs;
  grant insert on sections, lms_identities, section_members, course_results, credit_reviews, launch_sessions, record_entries, record_heads,
    record_totals to journeybook_jobs;
  grant update on sections, lms_identities, section_members, score_deliveries, credit_reviews, record_heads, record_totals
    to journeybook_jobs;
  grant delete on record_totals to journeybook_jobs;
  grant update (status) on apprenticeships to journeybook_jobs;
`;

const every = (role: string, tables: readonly string[]) =>
  tables
    .map((table) => `create policy ${role.replace('journeybook_', '')} on ${table} to ${role} using (true);`)
    .join('\n');

const accessTables = [
  'sessions',
  'password_resets',
  'people',
  'memberships',
  'invitations',
  'launch_sessions',
  'organizations',
  'partnerships',
  'apprenticeships',
  'sections',
  'lms_identities',
  'person_links',
  'claim_codes',
  'claim_tries',
  'lti.contexts',
  'lti.deployments',
];
const jobsTables = [
  'organizations',
  'partnerships',
  'sections',
  'lms_identities',
  'person_links',
  'section_members',
  'course_results',
  'score_deliveries',
  'course_picks',
  'credit_reviews',
  'mentorships',
  'standards',
  'work_processes',
  'competencies',
  'rti_courses',
  'customisation_changes',
  'record_entries',
  'record_heads',
  'record_totals',
  'people',
  'launch_sessions',
];
const ltiTables = [
  'registrations',
  'deployments',
  'contexts',
  'resource_links',
  'line_items',
  'score_times',
  'oidc_states',
  'seen_nonces',
  'tool_keys',
  'course_picks',
  'invitations',
  'connection_changes',
  'platform_checks',
  'platform_health',
  'result_seeds',
].map((table) => `lti.${table}`);
const closed = [
  ...new Set([...Object.keys(reaches), ...accessTables, ...jobsTables, ...ltiTables, 'organizations', 'people']),
];

/** The tenants' boundary once more, in the database (docs/decisions/0006-row-level-security.md). */
export class TenantsSeparate1799100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['journeybook_access', 'journeybook_jobs']) await runner.query(makeRole(role));
    await runner.query(
      'alter table people add has_sign_in boolean not null generated always as (password_hash is not null) stored',
    );
    for (const sql of [settings, following, beyond, apiRights, accessRights, jobsRights]) await runner.query(sql);
    for (const table of closed) await runner.query(`alter table ${table} enable row level security`);
    await runner.query(apiPolicies());
    await runner.query(every('journeybook_access', accessTables));
    await runner.query(every('journeybook_jobs', jobsTables));
    await runner.query(`
      create policy jobs on apprenticeships for select to journeybook_jobs using (true);
      ${held('apprenticeships', 'journeybook_jobs', 'true').replace('policy held', 'policy held_by_jobs')}
    `);
    await runner.query(every('journeybook_lti', ltiTables));
  }

  /** Policies fall with `cascade` of the functions they call; the roles stay, as other databases of the server may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare one record;
      begin
        for one in select schemaname, tablename, policyname from pg_policies where schemaname in ('public', 'lti') loop
          execute format('drop policy %I on %I.%I', one.policyname, one.schemaname, one.tablename);
        end loop;
      end $$;
    `);
    for (const table of closed) await runner.query(`alter table ${table} disable row level security`);
    await runner.query(`
      drop schema reach cascade;
      drop function lti.known_registration, lti.named_deployments, lti.claim_waiting;
      drop owned by journeybook_access, journeybook_jobs;
      alter table people drop has_sign_in;
      grant select, insert, update on people, organizations, apprenticeships, memberships, invitations, launch_sessions, claim_codes,
        sections, lms_identities, section_members to journeybook_api;
      grant select, insert, update, delete on sessions, password_resets to journeybook_api;
      grant select, insert, delete on claim_tries to journeybook_api;
      grant insert on course_results to journeybook_api;
      grant delete on claim_codes to journeybook_api;
    `);
  }
}
