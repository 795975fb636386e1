import type { AgreementView, registerApprenticeBody } from '@journeybook/contracts';
import type { KnownPerson, Signatures } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, Apprenticeship, CalendarDate, PersonId, Standard } from '@journeybook/domain';
import { holidaysFrom, isMinor, registerApprentice, termsOf } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { lockAgreement } from '../access/open-agreement.js';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import { AnswerVault } from '../vault/answer-vault.js';
import { listEmployers } from './program-employers.js';
import { ReadAgreement } from './read-agreement.js';

type Registration = z.output<typeof registerApprenticeBody>;

@Injectable()
export class RegisterApprentice {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly clock: Clock,
    private readonly readAgreement: ReadAgreement,
  ) {}

  /**
   * Registers a draft and keeps who signed it; the date of birth goes into the vault and nowhere else. The person is held meanwhile: of two agreements in one occupation that are registered at
   * once, with whatever sponsors, the second finds the first.
   */
  async register(by: KnownPerson, id: ApprenticeshipId, registration: Registration): Promise<AgreementView> {
    await this.database.transaction(async (tables) => {
      const today = this.clock.today();
      const { apprenticeship, program } = await lockAgreement(tables, by, { id, today });
      await tables.people.hold(apprenticeship.apprentice);
      const changed = orRefuse(
        registerApprentice(
          asActor(by),
          { ...registration, apprenticeship },
          {
            standard: program,
            standardStatus: 'published',
            partners: (await listEmployers(tables, apprenticeship.sponsor)).map((employer) => employer.id),
            otherAgreements: await tables.apprenticeships.listOthers(apprenticeship.apprentice, id),
            holidays: holidaysFrom(apprenticeship.beganOn),
            today,
            now: this.clock.now(),
            recordEntry: newId(),
          },
        ),
      );
      await tables.record.append(apprenticeship.sponsor, id, [changed.change]);
      await tables.apprenticeships.save(changed.apprenticeship);
      const signatures = signaturesOf(registration, { apprenticeship, program });
      await tables.apprenticeships.keepSignatures(apprenticeship.sponsor, id, signatures);
      await this.keepBirthDate(apprenticeship.apprentice, registration.bornOn);
    });
    return this.readAgreement.read(by, id);
  }

  /** Somebody who comes back may have put theirs right: what is there stays. */
  private async keepBirthDate(person: PersonId, bornOn: CalendarDate): Promise<void> {
    const answer = { values: [bornOn], form: 'ETA 671', answeredOn: this.clock.today() };
    await this.vault.saveFirst(person, 'birth-date', { answer, at: this.clock.now() });
  }
}

/** The signatures of a registration that was accepted; a guardian without a name is none. */
function signaturesOf(
  { bornOn, signedByApprenticeOn, guardian }: Registration,
  { apprenticeship, program }: { readonly apprenticeship: Apprenticeship; readonly program: Standard },
): Signatures {
  const [name, relation, contact] = [guardian?.name, guardian?.relation, guardian?.contact].map((text) => text?.trim());
  return {
    minor: isMinor({ bornOn, beganOn: apprenticeship.beganOn }, termsOf(program).agency.adultAge),
    signedByApprenticeOn: found(signedByApprenticeOn),
    guardian:
      guardian && name ? { name, relation: relation ?? '', contact: contact ?? '', signedOn: guardian.signedOn } : null,
  };
}
