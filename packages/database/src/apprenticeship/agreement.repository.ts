import type {
  Apprenticeship,
  ApprenticeshipId,
  EmployersChange,
  Mentorship,
  Standard,
  Total,
} from '@journeybook/domain';
import { applyCustomisation, changesFor, signedCodes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { CustomisationRepository } from '../program/customisation.repository.js';
import { StandardRepository } from '../program/standard.repository.js';
import { RecordRepository } from '../record/record.repository.js';
import { RecordsRepository } from '../record/records.repository.js';
import { ApprenticeshipRepository } from './apprenticeship.repository.js';

/** An agreement with what most rules ask about it. */
export interface Agreement {
  readonly apprenticeship: Apprenticeship;
  readonly mentorships: readonly Mentorship[];
  /** The published version the apprentice is bound to. */
  readonly program: Standard;
  /** What its employers made their own in that version. */
  readonly customChanges: readonly EmployersChange[];
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
  private readonly records = new RecordsRepository(this.manager);

  constructor(private readonly manager: EntityManager) {}

  async find(id: ApprenticeshipId): Promise<Agreement | null> {
    return this.complete(await this.apprenticeships.find(id));
  }

  /** Holds the agreement until the transaction ends, as `ApprenticeshipRepository.lock`. */
  async lock(id: ApprenticeshipId): Promise<Agreement | null> {
    return this.complete(await this.apprenticeships.lock(id));
  }

  /** As `findAll`, held until the transaction ends. */
  async lockAll(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, Agreement>> {
    return this.completeAll(await this.apprenticeships.lockAll(ids));
  }

  /** Several agreements by id, in a number of statements that does not grow with them; without those that are not there. */
  async findAll(ids: readonly ApprenticeshipId[]): Promise<ReadonlyMap<ApprenticeshipId, Agreement>> {
    return this.completeAll(await this.apprenticeships.findAll(ids));
  }

  /** The same for agreements that were read already. */
  async completeAll(agreements: readonly Apprenticeship[]): Promise<ReadonlyMap<ApprenticeshipId, Agreement>> {
    const ids = agreements.map((one) => one.id);
    const mentorships = Map.groupBy(await this.apprenticeships.mentorshipsOf(ids), (one) => one.apprenticeship);
    const customChanges = await this.customisations.listFor(ids);
    const totals = await this.records.totals(ids);
    const complete = new Map<ApprenticeshipId, Agreement>();
    for (const one of agreements) {
      const { id, standard } = one;
      const facts = {
        mentorships: mentorships.get(id) ?? [],
        program: await this.standards.get(standard),
        customChanges: customChanges.get(id) ?? [],
        totals: totals.get(id) ?? [],
      };
      complete.set(id, agreed(one, facts));
    }
    return complete;
  }

  private async complete(apprenticeship: Apprenticeship | null): Promise<Agreement | null> {
    if (!apprenticeship) return null;
    const { id, standard } = apprenticeship;
    return agreed(apprenticeship, {
      mentorships: await this.apprenticeships.mentorshipsOf([id]),
      program: await this.standards.get(standard),
      customChanges: (await this.customisations.listFor([id])).get(id) ?? [],
      totals: await this.record.totals(id),
    });
  }
}

function standardFor({
  program,
  customChanges,
  totals,
}: Pick<Agreement, 'program' | 'customChanges' | 'totals'>): Standard {
  const signed = signedCodes(totals);
  return applyCustomisation(program, changesFor(customChanges, signed), signed);
}

const agreed = (apprenticeship: Apprenticeship, facts: Omit<Agreement, 'apprenticeship' | 'standard'>): Agreement => ({
  apprenticeship,
  ...facts,
  standard: standardFor(facts),
});
