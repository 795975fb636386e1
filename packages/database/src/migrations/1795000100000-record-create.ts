import type { MigrationInterface, QueryRunner } from 'typeorm';

const people = `
  create table people (
    id uuid primary key,
    name text not null check (length(name) between 1 and 300),
    email text,
    password_hash text,
    student_number text,
    created_at timestamptz(3) not null default now(),
    check (password_hash is null or email is not null)
  );
  create unique index people_email on people (lower(email));

  create table organizations (
    id uuid primary key,
    kind text not null check (kind in ('sponsor', 'employer', 'college')),
    name text not null check (length(name) between 1 and 300)
  );

  create table partnerships (
    sponsor_id uuid not null references organizations,
    organization_id uuid not null references organizations,
    primary key (sponsor_id, organization_id)
  );
  create index partnerships_organization on partnerships (organization_id);

  create table memberships (
    id uuid primary key,
    person_id uuid not null references people,
    organization_id uuid not null references organizations,
    role text not null check (role in ('mentor', 'employer-admin', 'instructor', 'college-admin', 'sponsor-admin', 'auditor')),
    from_on date not null,
    until_on date,
    check (until_on is null or from_on <= until_on)
  );
  create index memberships_person on memberships (person_id);

  create table sessions (
    token_hash bytea primary key,
    person_id uuid not null references people,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  );
  create index sessions_person on sessions (person_id);
`;

const program = `
  create table standards (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    occupation_title text not null,
    rapids_code text not null,
    onet_soc text not null,
    version text not null,
    approach text not null check (approach in ('time', 'competency', 'hybrid')),
    term_months int not null check (term_months > 0),
    ojt_minutes int not null check (ojt_minutes > 0),
    rti_minutes int not null check (rti_minutes > 0),
    levels jsonb not null,
    completion_credentials jsonb not null,
    job_book_status text not null check (job_book_status in ('template-unverified', 'reviewed')),
    policies jsonb not null,
    published_at timestamptz(3) not null,
    unique (sponsor_id, rapids_code, version)
  );

  create table work_processes (
    standard_id uuid not null references standards,
    code text not null,
    position int not null,
    title text not null,
    required_minutes int not null check (required_minutes > 0),
    minimum_minutes int check (minimum_minutes between 0 and required_minutes),
    maximum_minutes int check (maximum_minutes >= required_minutes),
    local boolean not null,
    primary key (standard_id, code)
  );

  create table competencies (
    standard_id uuid not null,
    code text not null,
    work_process_code text not null,
    position int not null,
    title text not null,
    required_level int not null,
    evaluation_method text not null,
    primary key (standard_id, code),
    foreign key (standard_id, work_process_code) references work_processes (standard_id, code)
  );

  create table rti_courses (
    standard_id uuid not null references standards,
    code text not null,
    position int not null,
    title text not null,
    required_minutes int not null check (required_minutes > 0),
    local boolean not null,
    primary key (standard_id, code)
  );
`;

const apprenticeships = `
  create table apprenticeships (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    employer_id uuid not null references organizations,
    apprentice_id uuid not null references people,
    standard_id uuid not null references standards,
    status text not null check (status in ('draft', 'registered', 'active', 'suspended', 'completed', 'cancelled', 'transferred')),
    began_on date not null
  );
  create index apprenticeships_apprentice on apprenticeships (apprentice_id);
  create index apprenticeships_sponsor on apprenticeships (sponsor_id);
  create index apprenticeships_employer on apprenticeships (employer_id);

  create table mentorships (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    mentor_id uuid not null references people,
    from_on date not null,
    until_on date,
    check (until_on is null or from_on <= until_on)
  );
  create index mentorships_mentor on mentorships (mentor_id);
  create index mentorships_apprenticeship on mentorships (apprenticeship_id);

  create table hours_entries (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    employer_id uuid not null references organizations,
    standard_id uuid not null,
    work_process_code text not null,
    worked_on date not null,
    minutes int not null check (minutes between 1 and 1440),
    note text not null check (length(note) <= 2000),
    status text not null check (status in ('draft', 'submitted', 'approved', 'returned')),
    version int not null check (version > 0),
    logged_at timestamptz(3) not null,
    submitted_at timestamptz(3),
    decided_by uuid references people,
    decided_at timestamptz(3),
    reason text check (reason <> ''),
    foreign key (standard_id, work_process_code) references work_processes (standard_id, code),
    check ((status = 'draft') = (submitted_at is null)),
    check ((status in ('approved', 'returned')) = (decided_by is not null and decided_at is not null)),
    check ((status = 'returned') = (reason is not null))
  );
  create index hours_entries_apprenticeship on hours_entries (apprenticeship_id, worked_on);
  create index hours_entries_waiting on hours_entries (apprenticeship_id) where status = 'submitted';
`;

const record = `
  create table record_heads (
    apprenticeship_id uuid primary key references apprenticeships,
    sequence int not null,
    hash char(64) not null
  );

  create table record_entries (
    id uuid primary key,
    sponsor_id uuid not null references organizations,
    apprenticeship_id uuid not null references apprenticeships,
    sequence int not null check (sequence > 0),
    kind text not null check (kind in ('ojt-hours-credited', 'rti-hours-credited', 'competency-attested',
      'advanced-standing-granted', 'status-changed', 'entry-reversed')),
    source text not null,
    standard_id uuid not null references standards,
    subject text check (subject in ('work-process', 'course', 'competency')),
    code text,
    minutes int,
    level int,
    occurred_on date not null,
    recorded_at timestamptz(3) not null,
    answered_by uuid not null references people,
    reverses uuid unique references record_entries,
    details jsonb not null,
    previous_hash char(64) not null,
    hash char(64) not null,
    unique (kind, source),
    unique (apprenticeship_id, sequence),
    check ((kind = 'entry-reversed') = (reverses is not null)),
    check ((subject is null) = (code is null)),
    check (kind not in ('ojt-hours-credited', 'rti-hours-credited') or (minutes > 0 and code is not null)),
    check ((kind = 'competency-attested') = (level is not null))
  );
  create index record_entries_subject on record_entries (apprenticeship_id, subject, code, sequence);

  create table record_totals (
    apprenticeship_id uuid not null references apprenticeships,
    subject text not null check (subject in ('work-process', 'course', 'competency')),
    code text not null,
    sponsor_id uuid not null references organizations,
    minutes int not null check (minutes >= 0),
    advanced_minutes int not null check (advanced_minutes >= 0),
    level int,
    entries int not null check (entries >= 0),
    primary key (apprenticeship_id, subject, code)
  );
`;

export class RecordCreate1795000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [people, program, apprenticeships, record]) await runner.query(sql);
    await runner.query(`
      grant select, insert, update on people, organizations, apprenticeships, mentorships, memberships to journeybook_api;
      grant select, insert on partnerships, standards, work_processes, competencies, rti_courses to journeybook_api;
      grant select, insert, update, delete on hours_entries, sessions, record_totals to journeybook_api;
      grant select, insert, update on record_heads to journeybook_api;
      grant select, insert on record_entries to journeybook_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table record_totals, record_entries, record_heads, hours_entries, mentorships, apprenticeships,
        rti_courses, competencies, work_processes, standards, sessions, memberships, partnerships, organizations, people;
    `);
  }
}
