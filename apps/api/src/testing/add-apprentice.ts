import type { Database } from '@journeybook/database';
import { newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, PersonId } from '@journeybook/domain';
import { apprenticeship, mentorship } from '@journeybook/domain/testing';
import type { Known } from './world.js';
import { addPeople, people } from './world.js';

export interface AddedApprentice extends Known {
  readonly apprenticeship: ApprenticeshipId;
}

let added = 0;

/** One more apprentice at the foundry, mentored by Grace and Hugo: a record that no other test touches. */
export async function addApprentice(
  database: Database,
  overrides: Partial<Apprenticeship> = {},
): Promise<AddedApprentice> {
  added += 1;
  const id = newId<PersonId>();
  const person = { id, name: `Apprentice ${added}`, email: `apprentice.${added}@people.example` };
  await addPeople(database, [person]);
  const agreement = apprenticeship({ id: newId(), apprentice: id, ...overrides });
  await database.transaction(async ({ apprenticeships }) => {
    await apprenticeships.add(agreement);
    for (const mentor of [people.grace, people.hugo])
      await apprenticeships.assignMentor(
        newId(),
        agreement.sponsor,
        mentorship({ mentor: mentor.id, apprenticeship: agreement.id, from: agreement.beganOn }),
      );
  });
  return { ...person, apprenticeship: agreement.id };
}
