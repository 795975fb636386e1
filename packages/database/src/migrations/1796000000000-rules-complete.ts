import type { MigrationInterface, QueryRunner } from 'typeorm';

const entryKinds = `
  alter table record_entries drop constraint record_entries_kind_check;
  alter table record_entries add constraint record_entries_kind_check check (kind in ('ojt-hours-credited',
    'rti-hours-credited', 'competency-attested', 'advanced-standing-granted', 'status-changed', 'entry-reversed',
    'competency-demonstrated', 'competency-observed', 'variance-approved', 'employer-changed', 'wage-step-given',
    'credential-earned', 'standard-changed', 'mastery-attested', 'completion-returned', 'completion-awarded'));
  alter table record_entries drop constraint record_entries_check3;
  alter table record_entries add constraint record_entries_level check (kind <> 'competency-attested' or level is not null);
  create index record_entries_worked on record_entries (apprenticeship_id, occurred_on) where kind = 'ojt-hours-credited';
  alter table record_totals add variance_minutes int not null default 0 check (variance_minutes >= 0);
`;

const standards = `
  alter table standards add elective_groups jsonb not null default '[]', add terms jsonb;
  alter table work_processes add safety boolean not null default false;
  alter table work_processes drop constraint work_processes_check;
  alter table work_processes add constraint work_processes_minimum check (minimum_minutes >= 0);
  alter table competencies add evaluation text check (evaluation in ('observation', 'test', 'work-sample', 'interview'));
  alter table rti_courses add safety boolean not null default false, add elective_group text;

  create table standard_drafts (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    edition int not null check (edition > 0),
    from_standard_id uuid references standards,
    contents jsonb not null,
    notes jsonb not null,
    changed_by uuid not null references people,
    changed_at timestamptz(3) not null
  );
  create index standard_drafts_sponsor on standard_drafts (sponsor_id);

  create table customisation_changes (
    standard_id uuid not null references standards,
    employer_id uuid not null references organizations,
    edition int not null check (edition > 0),
    sponsor_id uuid not null references organizations,
    change jsonb not null,
    made_by uuid not null references people,
    made_at timestamptz(3) not null,
    primary key (standard_id, employer_id, edition)
  );
`;

const agreements = `
  create table agreement_signatures (
    apprenticeship_id uuid primary key references apprenticeships,
    sponsor_id uuid not null references organizations,
    born_on date not null,
    signed_by_apprentice_on date not null,
    guardian_name text,
    guardian_signed_on date,
    check ((guardian_name is null) = (guardian_signed_on is null))
  );

  alter table mentorships add kind text not null default 'mentor' check (kind in ('mentor', 'stand-in'));
  alter table mentorships add constraint mentorships_stand_in_ends check (kind <> 'stand-in' or until_on is not null);

  create table agency_reports (
    entry_id uuid primary key references record_entries,
    sponsor_id uuid not null references organizations,
    reported_on date not null,
    reference text not null,
    reported_by uuid not null references people,
    reported_at timestamptz(3) not null
  );
`;

const hours = `
  alter table hours_entries
    add start_minute int check (start_minute between 0 and 1439),
    add end_minute int check (end_minute > start_minute and end_minute <= start_minute + 1440),
    add practised text[] not null default '{}',
    add constraint hours_entries_times check ((start_minute is null) = (end_minute is null));

  create table paid_hours (
    apprenticeship_id uuid not null references apprenticeships,
    employer_id uuid not null references organizations,
    from_on date not null,
    until_on date not null check (until_on >= from_on),
    sponsor_id uuid not null references organizations,
    minutes int not null check (minutes > 0),
    recorded_by uuid not null references people,
    recorded_at timestamptz(3) not null,
    primary key (apprenticeship_id, employer_id, from_on, until_on)
  );
`;

const requests = `
  create table sign_off_requests (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    competency_code text not null,
    note text not null,
    requested_at timestamptz(3) not null,
    state text not null check (state in ('open', 'signed-off', 'declined', 'withdrawn')),
    feedback text,
    answered_by uuid references people,
    answered_at timestamptz(3),
    check ((state = 'declined') = (feedback is not null)),
    check ((state = 'open') = (answered_by is null and answered_at is null))
  );
  create unique index sign_off_requests_open on sign_off_requests (apprenticeship_id, competency_code) where state = 'open';

  create table standing_requests (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    requested_by uuid not null references people,
    requested_at timestamptz(3) not null,
    items jsonb not null,
    reason text not null check (reason <> ''),
    evidence jsonb not null,
    youth_minutes int check (youth_minutes > 0),
    state text not null check (state in ('requested', 'granted', 'refused')),
    granted jsonb,
    decided_by uuid references people,
    decided_at timestamptz(3),
    decision_reason text check (decision_reason <> ''),
    check ((state = 'requested') = (granted is null and decided_by is null and decided_at is null and decision_reason is null)),
    check (decided_by <> requested_by)
  );
  create index standing_requests_apprenticeship on standing_requests (apprenticeship_id);
  create index standing_requests_waiting on standing_requests (sponsor_id) where state = 'requested';

  create table completion_reviews (
    apprenticeship_id uuid primary key references apprenticeships,
    sponsor_id uuid not null references organizations,
    version int not null check (version >= 0),
    items jsonb not null
  );
`;

/** Tables and columns behind the complete rules of the apprenticeship. */
export class RulesComplete1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [entryKinds, standards, agreements, hours, requests]) await runner.query(sql);
    await runner.query(`
      grant select, insert, update, delete on standard_drafts to journeybook_api;
      grant select, insert on customisation_changes to journeybook_api;
      grant select, insert, update on agreement_signatures, agency_reports, paid_hours, sign_off_requests,
        standing_requests, completion_reviews to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table completion_reviews, standing_requests, sign_off_requests, paid_hours, agency_reports, agreement_signatures,
        customisation_changes, standard_drafts;
      alter table hours_entries drop start_minute, drop end_minute, drop practised;
      alter table mentorships drop kind;
      alter table rti_courses drop safety, drop elective_group;
      alter table competencies drop evaluation;
      alter table work_processes drop safety, drop constraint work_processes_minimum,
        add constraint work_processes_check check (minimum_minutes between 0 and required_minutes);
      alter table standards drop elective_groups, drop terms;
      alter table record_totals drop variance_minutes;
      drop index record_entries_worked;
      alter table record_entries drop constraint record_entries_level,
        add constraint record_entries_check3 check ((kind = 'competency-attested') = (level is not null));
    `);
  }
}
