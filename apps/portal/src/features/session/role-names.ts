import type { Role } from '@journeybook/domain';

/** What a role is called on a page. */
export const roleNames = {
  apprentice: 'Apprentice',
  mentor: 'Mentor',
  'employer-admin': 'Employer',
  instructor: 'Instructor',
  'college-admin': 'College administrator',
  'sponsor-admin': 'Sponsor',
  auditor: 'Auditor',
} as const satisfies Record<Role, string>;
