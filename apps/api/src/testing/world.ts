import type { Database } from '@journeybook/database';
import type { OrganizationId, PersonId, Role } from '@journeybook/domain';
import {
  ada,
  apprenticeship,
  apprenticeshipId,
  college,
  council,
  day,
  elsewhere,
  foundry,
  grace,
  mentorship,
  now,
  organizationId,
  personId,
  standard,
  standardId,
} from '@journeybook/domain/testing';
import { newId } from '@journeybook/database';
import { hashPassword } from '../access/password.js';
import { largeStandard } from './large-standard.js';

/** Everybody's password. */
export const password = 'press line 2 at dawn';
const passwordHash = hashPassword(password);

export interface Known {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
}

const known = (id: PersonId, name: string): Known => ({
  id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@people.example`,
});

/** The council sponsors the foundry and the mill and works with the college; `elsewhere` has its own of everything. */
export const mill = organizationId(4);
export const outsideEmployer = organizationId(10);
export const outsideCollege = organizationId(11);

/** Who is in the world. Ada's mentors: Grace and Hugo now, Felix until February, Nora from 10 March. Bela works at the mill. */
export const people = {
  ada: known(ada, 'Ada Lopez'),
  grace: known(grace, 'Grace Kim'),
  hugo: known(personId(8), 'Hugo Brandt'),
  felix: known(personId(6), 'Felix Former'),
  nora: known(personId(7), 'Nora Next'),
  bela: known(personId(4), 'Bela Kovacs'),
  mona: known(personId(5), 'Mona Other'),
  foundryAdmin: known(personId(10), 'Fred Foundry'),
  millAdmin: known(personId(11), 'Mia Mill'),
  councilAdmin: known(personId(12), 'Cora Council'),
  elsewhereAdmin: known(personId(13), 'Evan Elsewhere'),
  zoe: known(personId(14), 'Zoe Outside'),
  outsideMentor: known(personId(15), 'Otto Outside'),
  carl: known(personId(16), 'Carl Third'),
  auditor: known(personId(17), 'Aude Auditor'),
} as const;

export const agreements = {
  ada: apprenticeship(),
  bela: apprenticeship({ id: apprenticeshipId(2), apprentice: people.bela.id, employer: mill }),
  zoe: apprenticeship({
    id: apprenticeshipId(3),
    apprentice: people.zoe.id,
    employer: outsideEmployer,
    sponsor: elsewhere,
    standard: standardId(2),
  }),
  carl: apprenticeship({ id: apprenticeshipId(4), apprentice: people.carl.id, standard: standardId(3) }),
} as const;

const memberships: readonly (readonly [Known, OrganizationId, Exclude<Role, 'apprentice'>])[] = [
  [people.grace, foundry, 'mentor'],
  [people.hugo, foundry, 'mentor'],
  [people.felix, foundry, 'mentor'],
  [people.nora, foundry, 'mentor'],
  [people.mona, mill, 'mentor'],
  [people.outsideMentor, outsideEmployer, 'mentor'],
  [people.foundryAdmin, foundry, 'employer-admin'],
  [people.millAdmin, mill, 'employer-admin'],
  [people.councilAdmin, council, 'sponsor-admin'],
  [people.elsewhereAdmin, elsewhere, 'sponsor-admin'],
  [people.auditor, council, 'auditor'],
];

/** People who can sign in with `password`; the e-mail address counts, the student number is their name's first letters. */
export async function addPeople(database: Database, added: readonly Known[]): Promise<void> {
  const hash = await passwordHash;
  await database.read.people.add(added.map((one) => ({ ...one, passwordHash: hash, studentNumber: `S-${one.name}` })));
}

/** Gives the person a role, since January and for good. */
export async function addMembership(
  database: Database,
  { id }: Known,
  organization: OrganizationId,
  role: Exclude<Role, 'apprentice'>,
): Promise<void> {
  const fromOn = day('2026-01-01');
  await database.read.people.addMemberships([
    { id: newId(), personId: id, organizationId: organization, role, fromOn, untilOn: null },
  ]);
}

/** Fills an empty database with the world. */
export async function buildWorld(database: Database): Promise<void> {
  await addPeople(database, Object.values(people));
  await database.transaction(async ({ people: repository, standards }) => {
    await repository.addOrganizations([
      { id: council, kind: 'sponsor', name: 'Northern Council' },
      { id: foundry, kind: 'employer', name: 'Northfield Castings' },
      { id: mill, kind: 'employer', name: 'River Mill' },
      { id: college, kind: 'college', name: 'Lakeside Community College' },
      { id: elsewhere, kind: 'sponsor', name: 'Elsewhere Council' },
      { id: outsideEmployer, kind: 'employer', name: 'Elsewhere Works' },
      { id: outsideCollege, kind: 'college', name: 'Elsewhere College' },
    ]);
    await repository.addPartnerships([
      ...[foundry, mill, college].map((organization) => ({ sponsorId: council, organizationId: organization })),
      ...[outsideEmployer, outsideCollege].map((organization) => ({
        sponsorId: elsewhere,
        organizationId: organization,
      })),
    ]);
    await repository.addMemberships(
      memberships.map(([{ id }, organization, role]) => ({
        id: newId(),
        personId: id,
        organizationId: organization,
        role,
        fromOn: day('2026-01-01'),
        untilOn: null,
      })),
    );
    await standards.publish(council, standard(), now);
    await standards.publish(elsewhere, standard({ id: standardId(2) }), now);
    await standards.publish(council, largeStandard(), now);
  });
  await addAgreements(database);
}

async function addAgreements(database: Database): Promise<void> {
  await database.transaction(async ({ apprenticeships }) => {
    for (const one of Object.values(agreements)) await apprenticeships.add(one);
    const of = (owner: keyof typeof agreements, mentor: Known, from = '2026-01-05', until: string | null = null) =>
      apprenticeships.assignMentor(
        newId(),
        agreements[owner].sponsor,
        mentorship({
          mentor: mentor.id,
          apprenticeship: agreements[owner].id,
          from: day(from),
          until: until === null ? null : day(until),
        }),
      );
    await of('ada', people.grace);
    await of('ada', people.hugo);
    await of('ada', people.felix, '2026-01-05', '2026-02-28');
    await of('ada', people.nora, '2026-03-10');
    await of('bela', people.mona);
    await of('carl', people.grace);
    await of('zoe', people.outsideMentor);
  });
}
