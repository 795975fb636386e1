import type { Apprenticeship, ApprenticeshipId, Customisation, Mentorship, Standard, Total } from '@journeybook/domain';
import { applyCustomisation, signedCodes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { CustomisationRepository } from '../program/customisation.repository.js';
import { StandardRepository } from '../program/standard.repository.js';
import { RecordRepository } from '../record/record.repository.js';
import { ApprenticeshipRepository } from './apprenticeship.repository.js';

/** An agreement with what most rules ask about it. */
export interface Agreement {
  readonly apprenticeship: Apprenticeship;
  readonly mentorships: readonly Mentorship[];
  /** The published version the apprentice is bound to. */
  readonly program: Standard;
  readonly customisation: Customisation;
  /** The program as the apprentice has it, with what the employer made its own. */
  readonly standard: Standard;
  /** What the record counts, under the codes of today. */
  readonly totals: readonly Total[];
}

/** Agreements as the rules need them. */
export class AgreementRepository {
  private readonly apprenticeships = new ApprenticeshipRepository(this.manager);
  private readonly standards = new StandardRepository(this.manager);
  private readonly customisations = new CustomisationRepository(this.manager);
  private readonly record = new RecordRepository(this.manager);

  constructor(private readonly manager: EntityManager) {}

  async find(id: ApprenticeshipId): Promise<Agreement | null> {
    return this.complete(await this.apprenticeships.find(id));
  }

  /** Holds the agreement until the transaction ends, as `ApprenticeshipRepository.lock`. */
  async lock(id: ApprenticeshipId): Promise<Agreement | null> {
    return this.complete(await this.apprenticeships.lock(id));
  }

  private async complete(apprenticeship: Apprenticeship | null): Promise<Agreement | null> {
    if (!apprenticeship) return null;
    const { id, standard: standardId, employer } = apprenticeship;
    const mentorships = await this.apprenticeships.mentorshipsOf([id]);
    const program = await this.standards.get(standardId);
    const customisation = await this.customisations.find(standardId, employer);
    const totals = await this.record.totals(id);
    const standard = applyCustomisation(program, customisation.changes, signedCodes(totals));
    return { apprenticeship, mentorships, program, customisation, standard, totals };
  }
}
