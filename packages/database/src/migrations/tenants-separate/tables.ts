/** Policies of a role that sees every row of these tables. */
export const every = (role: string, tables: readonly string[]) =>
  tables
    .map((table) => `create policy ${role.replace('journeybook_', '')} on ${table} to ${role} using (true);`)
    .join('\n');

export const accessTables = [
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
export const jobsTables = [
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
export const ltiTables = [
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
