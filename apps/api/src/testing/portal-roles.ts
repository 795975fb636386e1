import type { Role } from '@journeybook/domain';
import { college, council, personId } from '@journeybook/domain/testing';
import type { RunningApi } from './start-api.js';
import type { Known } from './world.js';
import { addMembership, addPeople, outsideCollege, outsideEmployer, people } from './world.js';

const known = (number: number, name: string): Known => ({
  id: personId(number),
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@people.example`,
});

/** One person for each role in the portal; all of them belong to the council's side of the world. */
export const holders = {
  apprentice: people.ada,
  mentor: people.grace,
  'employer-admin': people.foundryAdmin,
  instructor: known(60, 'Ina Instructor'),
  'college-admin': known(61, 'Dina Dean'),
  'sponsor-admin': people.councilAdmin,
  auditor: known(62, 'Olga Auditor'),
} as const satisfies Record<Role, Known>;

/** Administrators elsewhere who are nobody's in `world`. */
export const outsiders = {
  employer: known(63, 'Otis Works'),
  college: known(64, 'Omar Outside'),
} as const;

/** Adds to the world those of the roles it has nobody for. */
export async function addHolders({ database }: RunningApi): Promise<void> {
  await addPeople(database, [
    holders.instructor,
    holders['college-admin'],
    holders.auditor,
    ...Object.values(outsiders),
  ]);
  await addMembership(database, holders.instructor, college, 'instructor');
  await addMembership(database, holders['college-admin'], college, 'college-admin');
  await addMembership(database, holders.auditor, council, 'auditor');
  await addMembership(database, outsiders.employer, outsideEmployer, 'employer-admin');
  await addMembership(database, outsiders.college, outsideCollege, 'college-admin');
}
