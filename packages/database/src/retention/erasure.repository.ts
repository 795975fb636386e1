import type { ApprenticeshipId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** What stands where a text was that had to be there. */
const erased = 'erased';

/** Erases what an agreement and a person are known by. Entries of the record are never touched: the role this runs under could not. */
export class ErasureRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What was written and signed beside the record: notes, reasons, evidence, the guardian. */
  async eraseAgreement(id: ApprenticeshipId): Promise<void> {
    for (const sql of [
      `update agreement_signatures set born_on = null, guardian_name = null, guardian_relation = null, guardian_contact = null,
         guardian_signed_on = null where apprenticeship_id = $1`,
      `update hours_entries set note = '', reason = case when reason is null then null else '${erased}' end
         where apprenticeship_id = $1`,
      `update sign_off_requests set note = '', feedback = case when feedback is null then null else '${erased}' end
         where apprenticeship_id = $1`,
      `update standing_requests set reason = '${erased}', evidence = '[]',
         decision_reason = case when decision_reason is null then null else '${erased}' end where apprenticeship_id = $1`,
      `update completion_reviews set items = '[]' where apprenticeship_id = $1`,
      `delete from claim_codes where apprenticeship_id = $1`,
    ])
      await this.manager.query(sql, [id]);
  }

  /**
   * The person's name, addresses and sign-in, here and as learning platforms told them. They are `Apprentice 1a2b3c4d` from now on. The
   * database refuses while anything keeps them: this comes after the last of their agreements is written down as erased.
   */
  async erasePerson(id: PersonId): Promise<void> {
    const name = `Apprentice ${id.replaceAll('-', '').slice(-8)}`;
    await this.manager.query('select reach.erase_person($1, $2)', [id, name]);
  }
}
