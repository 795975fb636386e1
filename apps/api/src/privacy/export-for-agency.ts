import type { AgencyExport } from '@journeybook/contracts';
import type { KnownPerson, VaultAccess } from '@journeybook/database';
import { Database, newId } from '@journeybook/database';
import type { Apprenticeship, ApprenticeshipId, SocialSecurityNumber } from '@journeybook/domain';
import { agencyAnswers, isCalendarDate, openDemographics, showSocialSecurityNumber } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { asActor } from '../http/actor.js';
import { found, orRefuse } from '../http/refused.js';
import type { Answers } from '../vault/answer-vault.js';
import { AnswerVault } from '../vault/answer-vault.js';

@Injectable()
export class ExportForAgency {
  constructor(
    private readonly database: Database,
    private readonly vault: AnswerVault,
    private readonly clock: Clock,
  ) {}

  /** One registration with the answers that the agency asks for; the apprentice sees who took it, when and why. */
  async export(
    by: KnownPerson,
    id: ApprenticeshipId,
    { reason, requestId }: { readonly reason: string; readonly requestId: string },
  ): Promise<AgencyExport> {
    const { apprenticeships } = this.database.read;
    const apprenticeship = found(await apprenticeships.find(id), { kind: 'not-their-answers' });
    const mentorships = await apprenticeships.mentorshipsOf([id]);
    const facts = { apprenticeship, mentorships, today: this.clock.today() };
    orRefuse(openDemographics(asActor(by), { kind: 'agency-export', reason }, facts));
    const access: VaultAccess = {
      id: newId(),
      kind: 'agency-export',
      about: { person: apprenticeship.apprentice, apprenticeship: id },
      organization: apprenticeship.sponsor,
      by: by.id,
      reason: reason.trim(),
      requestId,
      at: this.clock.now(),
    };
    await this.database.read.audit.note({ kind: 'export', apprenticeships: [id], details: { what: 'demographics' } });
    const answers = await this.vault.readFor(access, [apprenticeship.apprentice]);
    return this.present(apprenticeship, answers.get(apprenticeship.apprentice) ?? new Map(), access);
  }

  private async present(
    { id, apprentice, sponsor, standard, beganOn }: Apprenticeship,
    answers: Answers,
    { at, reason }: VaultAccess,
  ): Promise<AgencyExport> {
    const { apprenticeships, people, standards } = this.database.read;
    const details = found(await people.findDetails(apprentice));
    const { occupation } = await standards.get(standard);
    const [number] = answers.get('ssn')?.values ?? [];
    const [bornOn = ''] = answers.get('birth-date')?.values ?? [];
    return {
      apprenticeship: id,
      apprentice: { name: details.name, email: details.email },
      bornOn: isCalendarDate(bornOn) ? bornOn : null,
      ssn: number ? showSocialSecurityNumber(number as SocialSecurityNumber) : null,
      sponsor: found((await people.organizationsOf([sponsor])).get(sponsor)),
      occupation: { title: occupation.title, rapidsCode: occupation.rapidsCode },
      beganOn,
      guardian: (await apprenticeships.findSignatures(id))?.guardian?.name ?? null,
      answers: agencyAnswers(answers).map((one) => ({ ...one })),
      madeAt: at,
      reason,
    };
  }
}
