import type { AgreementView, draftAgreementBody } from '@journeybook/contracts';
import type { KnownPerson, Tables } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Apprenticeship, DraftAgreementFacts, PersonId } from '@journeybook/domain';
import { draftAgreement } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { asActor } from '../http/actor.js';
import { found, orRefuse, Refused } from '../http/refused.js';
import { listEmployers } from './program-employers.js';
import { ReadAgreement } from './read-agreement.js';

type Draft = z.output<typeof draftAgreementBody>;

@Injectable()
export class DraftAgreement {
  constructor(
    private readonly database: Database,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /**
   * Prepares an agreement. Sent again it is the same one; other content under the id is refused. Somebody named by an e-mail address is
   * the person who has it, as they are known, and nothing more is told about them.
   */
  async draft(by: KnownPerson, draft: Draft): Promise<AgreementView> {
    await this.database.transaction((tables) => draftWithin(tables, by, draft));
    return this.readAgreement.read(by, draft.id);
  }
}

async function draftWithin(tables: Tables, by: KnownPerson, draft: Draft): Promise<void> {
  await tables.apprenticeships.holdId(draft.id);
  const known = await findPerson(tables, draft);
  const agreement = orRefuse(
    draftAgreement(asActor(by), { ...draft, apprentice: known ?? newId<PersonId>() }, await factsOf(tables, draft)),
  );
  if (await tables.apprenticeships.isTaken(draft.id)) {
    const there = await tables.apprenticeships.find(draft.id);
    if (!there || !(await isSame(tables, draft, { there, known }))) throw new Refused({ kind: 'id-taken' });
    return;
  }
  await tables.apprenticeships.add({ ...agreement, apprentice: await bindPerson(tables, draft, agreement.apprentice) });
}

/** Whose agreement it is to be, when they are known. */
async function findPerson({ people }: Tables, { apprentice }: Draft): Promise<PersonId | null> {
  if ('person' in apprentice) return apprentice.person;
  return apprentice.email === null ? null : people.findByEmail(apprentice.email);
}

/** The rules' facts about the standard; one that nobody has is refused as one of another sponsor is. */
async function factsOf(tables: Tables, { sponsor, standard }: Draft): Promise<DraftAgreementFacts> {
  const published = await tables.standards.find(standard);
  const draft = published ? null : await tables.drafts.find(standard);
  return {
    standardOf: found(published?.sponsor ?? draft?.version.sponsor, { kind: 'not-their-program' }),
    standardStatus: published ? 'published' : 'draft',
    partners: (await listEmployers(tables, sponsor)).map((employer) => employer.id),
  };
}

/** Somebody new is added; somebody who comes back was with this sponsor before. */
async function bindPerson(tables: Tables, { sponsor, apprentice }: Draft, id: PersonId): Promise<PersonId> {
  if (!('person' in apprentice)) return tables.people.ensure({ id, ...apprentice });
  if (!(await tables.apprenticeships.wasWith(sponsor, id))) throw new Refused({ kind: 'not-their-apprentice' });
  return id;
}

/** Whether an agreement was drafted with this content, whatever was changed about it since. */
async function isSame(
  tables: Tables,
  draft: Draft,
  { there, known }: { there: Apprenticeship; known: PersonId | null },
): Promise<boolean> {
  const changes = await tables.record.listAgreement(there.id, ['employer-changed', 'standard-changed']);
  const employer = changes.find((entry) => entry.kind === 'employer-changed')?.from ?? there.employer;
  const standard = changes.find((entry) => entry.kind === 'standard-changed')?.standard ?? there.standard;
  const same = there.sponsor === draft.sponsor && employer === draft.employer && standard === draft.standard;
  return same && there.beganOn === draft.beganOn && (await isSamePerson(tables, draft, { there, known }));
}

async function isSamePerson(
  { people }: Tables,
  { apprentice }: Draft,
  { there, known }: { there: Apprenticeship; known: PersonId | null },
): Promise<boolean> {
  if (known || 'person' in apprentice) return known === there.apprentice;
  const { name, email, studentNumber } = found(await people.findDetails(there.apprentice));
  return email === apprentice.email && name === apprentice.name && studentNumber === apprentice.studentNumber;
}
