import type { Role } from '@journeybook/domain';
import type { Caller } from './acting.js';

/** What the policies of the database are told about whoever calls; empty is nobody. Ids only, so nothing of it needs quoting. */
export interface Reach {
  readonly person: string;
  /** The college of a launch, and the same when whoever launched teaches there. */
  readonly college: string;
  readonly taught: string;
  /** What a person runs, and every organisation they hold a role in. */
  readonly sponsors: string;
  readonly employers: string;
  readonly colleges: string;
  readonly organizations: string;
  /** Colleges where they teach sections in the portal, or look after those. */
  readonly teaching: string;
}

const nobody: Reach = {
  person: '',
  college: '',
  taught: '',
  sponsors: '',
  employers: '',
  colleges: '',
  organizations: '',
  teaching: '',
};

const teachingRoles: readonly string[] = ['instructor', 'assistant'];

/** How far whoever calls sees. Without anybody, or for a machine, which works under another role, no row is in reach. */
export function reachOf(caller: Caller | undefined): Reach {
  if (caller?.kind === 'person') return reachOfPerson(caller);
  if (caller?.kind !== 'launch') return nobody;
  const { person, college, role } = caller;
  return { ...nobody, person: person ?? '', college, taught: teachingRoles.includes(role) ? college : '' };
}

function reachOfPerson({ person, roles }: Extract<Caller, { kind: 'person' }>): Reach {
  const where = (...wanted: readonly Role[]) =>
    listed(roles.filter(({ role }) => wanted.includes(role)).map(({ organization }) => organization));
  return {
    ...nobody,
    person,
    sponsors: where('sponsor-admin', 'auditor'),
    employers: where('employer-admin'),
    colleges: where('college-admin'),
    organizations: where('sponsor-admin', 'auditor', 'employer-admin', 'college-admin', 'mentor', 'instructor'),
    teaching: where('instructor', 'college-admin'),
  };
}

/** An array as PostgreSQL reads it, always in one order. */
const listed = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : `{${[...new Set(ids)].toSorted().join(',')}}`;

const names = Object.keys(nobody) as readonly (keyof Reach)[];

/** The statement that tells a connection, for as long as it lives or until it is told otherwise. */
export const settingReach = (reach: Reach): { readonly text: string; readonly values: string[] } => ({
  text: `select ${names.map((name, index) => `set_config('journeybook.${name}', $${index + 1}, false)`).join(', ')}`,
  values: names.map((name) => reach[name]),
});
