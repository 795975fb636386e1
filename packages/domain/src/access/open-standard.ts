import type { OrganizationId } from '../brand.js';
import type { StandardStatus } from '../program/standard-draft.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { PersonActor, Role } from './roles.js';
import { holds } from './roles.js';

/** Why somebody may read a program. */
export type ProgramReader = 'sponsor' | 'employer' | 'mentor' | 'college' | 'auditor' | 'apprentice';

/** Whoever is refused is told no more than that nothing is there. */
export type OpenStandardRefusal = { readonly kind: 'not-found' };

/** Who takes part in a program. */
export interface ProgramFacts {
  readonly sponsor: OrganizationId;
  /** Employers and colleges that the sponsor works with. */
  readonly employers: readonly OrganizationId[];
  readonly colleges: readonly OrganizationId[];
  /** Whether an agreement of the person's own is bound to the version. */
  readonly bound: boolean;
}

/** Roles that read the programs their employer takes part in, and those that read the ones of their college. */
export const employerReaders = ['employer-admin', 'mentor'] as const satisfies readonly Role[];
export const collegeReaders = ['college-admin', 'instructor'] as const satisfies readonly Role[];

/**
 * Decides who reads a version of a program: the sponsor's administrators, who alone see drafts; administrators and mentors of the
 * program's employers; whoever runs or teaches at its colleges; the sponsor's auditors; and the apprentices bound to it. Everybody else is refused with
 * `not-found`, in the same words whether or not it exists (PRODUCT, "Who uses it").
 */
export function openStandard(
  actor: PersonActor,
  { status, ...facts }: ProgramFacts & { readonly status: StandardStatus },
): Result<ProgramReader, OpenStandardRefusal> {
  if (holds(actor, 'sponsor-admin', facts.sponsor)) return accept('sponsor' as const);
  if (status === 'draft') return refuse({ kind: 'not-found' });
  if (facts.employers.some((one) => holds(actor, 'employer-admin', one))) return accept('employer' as const);
  if (facts.employers.some((one) => holds(actor, 'mentor', one))) return accept('mentor' as const);
  if (facts.colleges.some((one) => collegeReaders.some((role) => holds(actor, role, one))))
    return accept('college' as const);
  if (holds(actor, 'auditor', facts.sponsor)) return accept('auditor' as const);
  return facts.bound ? accept('apprentice' as const) : refuse({ kind: 'not-found' });
}

/**
 * Decides who reads what an employer of the program made its own: the sponsor's administrators and auditors, and at that employer the
 * administrators, the mentors and the apprentices, as far as they may read the program. `not-found` for everybody else.
 */
export function openCustomisation(
  actor: PersonActor,
  { employer, ...facts }: ProgramFacts & { readonly employer: OrganizationId },
): Result<ProgramReader, OpenStandardRefusal> {
  const reader = openStandard(actor, { ...facts, status: 'published' });
  if (!reader.ok) return reader;
  if (!facts.employers.includes(employer)) return refuse({ kind: 'not-found' });
  const there = [...employerReaders, 'apprentice' as const].some((role) => holds(actor, role, employer));
  return reader.value === 'sponsor' || reader.value === 'auditor' || there ? reader : refuse({ kind: 'not-found' });
}
