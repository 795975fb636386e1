import type { HeldRole, PersonActor } from '../access/roles.js';
import type { PersonId } from '../brand.js';
import { ada, carl, council, elsewhere, emma, foundry, grace, stranger } from './build-ids.js';

/** A person who signed in; without roles unless they are given. */
export const actor = (person: PersonId, ...roles: readonly HeldRole[]): PersonActor => ({
  kind: 'person',
  person,
  roles,
});

/** Emma runs Foundry, Carl is the Council's administrator; the others are who may not. */
export const employerActor = actor(emma, { role: 'employer-admin', organization: foundry });
export const sponsorActor = actor(carl, { role: 'sponsor-admin', organization: council });
export const apprenticeActor = actor(ada, { role: 'apprentice', organization: foundry });
export const mentorActor = actor(grace, { role: 'mentor', organization: foundry });
export const otherSponsor = actor(stranger, { role: 'sponsor-admin', organization: elsewhere });
export const otherEmployer = actor(stranger, { role: 'employer-admin', organization: elsewhere });
/** Ada, whom the sponsor made an administrator: she may still decide nothing about herself. */
export const apprenticeWithOffice = actor(
  ada,
  { role: 'sponsor-admin', organization: council },
  { role: 'employer-admin', organization: foundry },
);
