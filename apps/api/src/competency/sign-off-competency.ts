import type { CompetencyView } from '@journeybook/contracts';
import { Database, newId } from '@journeybook/database';
import type { ApprenticeshipId, CompetencyAttested, SignOff } from '@journeybook/domain';
import { openRecord, signOffCompetency } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '@journeybook/database';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';

@Injectable()
export class SignOffCompetency {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Puts a mentor's sign-off on the record. Somebody who may not open the record learns nothing about it. */
  async signOff(by: KnownPerson, id: ApprenticeshipId, signOff: Omit<SignOff, 'by'>): Promise<CompetencyView> {
    return this.database.transaction(async ({ apprenticeships, standards, record }) => {
      const apprenticeship = found(await apprenticeships.lock(id), { kind: 'not-their-record' });
      const mentorships = await apprenticeships.mentorshipsOf([id]);
      const today = this.clock.today();
      orRefuse(openRecord(asActor(by), { apprenticeship, mentorships, today }));
      const standard = await standards.get(apprenticeship.standard);
      const { entry, times } = await record.standing(id, 'competency-attested', signOff.competency);
      const attested = orRefuse(
        signOffCompetency(
          { ...signOff, by: by.id },
          {
            apprenticeship,
            standard,
            mentorships,
            signedLevel: entry?.level ?? null,
            signedTimes: times,
            today,
            now: this.clock.now(),
            recordEntry: newId(),
          },
        ),
      );
      await record.append(apprenticeship.sponsor, id, [attested]);
      const competency = found(standard.competencies.find((one) => one.code === signOff.competency));
      return present(attested, competency, by.name);
    });
  }
}

const present = (
  { competency, level, occurredOn, comment, answeredBy }: CompetencyAttested,
  { title, requiredLevel }: { title: string; requiredLevel: number },
  name: string,
): CompetencyView => ({
  code: competency,
  title,
  requiredLevel,
  signedOff: true,
  attestation: { level, by: { id: answeredBy, name }, on: occurredOn, comment },
});
