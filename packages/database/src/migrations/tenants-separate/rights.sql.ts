/** What the API may do in a request at all; that of the record (select, insert) stays as it is. */
export const apiRights = `
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
export const accessRights = `
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
export const jobsRights = `
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
