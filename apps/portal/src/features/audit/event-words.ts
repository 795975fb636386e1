import type { AuditEvent } from '@journeybook/contracts';
import { roleNames } from '../session/role-names.js';

const launchRoles = { learner: 'Learner', assistant: 'Assistant', visitor: 'Visitor' } as const;

/** Who did it, as a name or in words. */
export function sayWho({ person, caller }: AuditEvent): string {
  if (person) return person.name;
  if (caller === 'machine') return 'The learning platform';
  if (caller === 'operator') return 'Whoever runs this installation';
  if (caller === 'person') return 'Somebody of another organization';
  return caller === 'launch' ? 'Somebody in the learning platform' : 'Somebody not signed in';
}

/** As what and for whom: "Mentor, Northfield Castings"; empty where no role was needed. */
export function sayRole({ role, organization }: AuditEvent): string {
  const as =
    role === null
      ? ''
      : role in launchRoles
        ? launchRoles[role as keyof typeof launchRoles]
        : roleNames[role as keyof typeof roleNames];
  return [as, organization?.name ?? ''].filter(Boolean).join(', ');
}

/** When, on the clock of the sites: "4 Mar 2026, 09:00:12". */
export const sayWhen = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  })
    .format(new Date(at))
    .replace('Sept', 'Sep');
