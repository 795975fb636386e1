import type { ApprenticeshipId, CompetencyCode, EmployersChange, StandardId, Total } from '@journeybook/domain';
import { applyCustomisation, changesFor, signedCodes } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { madeByAnEmployer } from '../program/customisation.repository.js';
import { StandardRepository } from '../program/standard.repository.js';

interface Row {
  readonly apprenticeship: ApprenticeshipId;
  readonly standard: StandardId;
  readonly changes: readonly EmployersChange[];
  readonly signed: readonly Total[];
}

/** The Job Books of several apprentices at once. */
export class JobBookRepository {
  private readonly standards = new StandardRepository(this.manager);

  constructor(private readonly manager: EntityManager) {}

  /** The skills in the Job Book of each agreement as its employer has it today: one statement, however many there are. */
  async skillsOf(
    ids: readonly ApprenticeshipId[],
  ): Promise<ReadonlyMap<ApprenticeshipId, ReadonlySet<CompetencyCode>>> {
    if (ids.length === 0) return new Map();
    const rows = await this.manager.query<Row[]>(
      `select a.id as apprenticeship, a.standard_id as standard,
         coalesce((select json_agg(json_build_object('change', c.change, 'own', c.employer_id = a.employer_id)
             order by c.employer_id, c.edition)
           from customisation_changes c where c.standard_id = a.standard_id and ${madeByAnEmployer}), '[]') as changes,
         coalesce((select json_agg(json_build_object('subject', t.subject, 'code', t.code)) from record_totals t
           where t.apprenticeship_id = a.id and t.entries > 0), '[]') as signed
       from apprenticeships a where a.id = any($1)`,
      [[...new Set(ids)]],
    );
    const skills = rows.map(async ({ apprenticeship, standard, changes, signed }) => {
      const program = await this.standards.get(standard);
      const codes = signedCodes(signed);
      const { competencies } = applyCustomisation(program, changesFor(changes, codes), codes);
      return [apprenticeship, new Set(competencies.map((one) => one.code))] as const;
    });
    return new Map(await Promise.all(skills));
  }
}
