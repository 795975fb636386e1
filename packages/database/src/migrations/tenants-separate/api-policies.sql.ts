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
const known = `reach.knows(id, ${near})`;

/** Which rows the API reads and writes in a request, by table. Where there is a second condition, it is for writing. */
export const reaches: Readonly<Record<string, string | readonly [read: string, write: string]>> = {
  apprenticeships: `${ofSponsor} or id in (select reach.taught_agreements())`,
  mentorships: `${ofSponsor} or ${taught}`,
  record_entries: `${ofSponsor} or ${taught}`,
  record_totals: `${ofSponsor} or ${taught}`,
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
  sections: ['reach.sees_section(id, college_id)', ofTaught],
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
export const held = (table: string, role: string, rows: string) => `
  create policy ${role.replace('journeybook_', 'held_by_')} on ${table} for update to ${role} using (${rows}) with check (false);`;

export function apiPolicies(): string {
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
