import type { OrganizationId, PersonId } from '../brand.js';

/** What a person is to an organisation; a person may hold several (PRODUCT, "Who uses it"). */
export type Role =
  | 'apprentice'
  | 'mentor'
  | 'employer-admin'
  | 'instructor'
  | 'college-admin'
  | 'sponsor-admin'
  | 'auditor';

export interface HeldRole {
  readonly role: Role;
  readonly organization: OrganizationId;
}

/** A person who signed in, with the roles held now. */
export interface PersonActor {
  readonly kind: 'person';
  readonly person: PersonId;
  readonly roles: readonly HeldRole[];
}

/** Whether the person holds the role in that organisation. */
export const holds = (actor: PersonActor, role: Role, organization: OrganizationId): boolean =>
  actor.roles.some((held) => held.role === role && held.organization === organization);
