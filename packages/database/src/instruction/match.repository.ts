import type { Instant, LmsIdentityId, PersonId, RecordEntryId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';

/** A learner, and who they are. */
export interface LearnerMatch {
  readonly identity: LmsIdentityId;
  readonly person: PersonId;
}

/** A credit that came by an account, with the section it came from. */
export interface AccountCredit {
  readonly identity: LmsIdentityId;
  readonly entry: RecordEntryId;
  readonly section: SectionId;
}

/** Who the learners of a section are: every question and every answer is one statement, however many there are. */
export class MatchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Of those who were ever in the section, whether each is a learner of it now; without all others. */
  async membersAmong(
    section: SectionId,
    identities: readonly LmsIdentityId[],
  ): Promise<ReadonlyMap<LmsIdentityId, boolean>> {
    const rows = await this.manager.query<{ identity: LmsIdentityId; isLearner: boolean }[]>(
      `select identity_id as identity, role = 'learner' and left_at is null as "isLearner" from section_members
       where section_id = $1 and identity_id = any($2)`,
      [section, identities],
    );
    return new Map(rows.map(({ identity, isLearner }) => [identity, isLearner]));
  }

  /**
   * The person that each is linked to, without those whom nobody has said; holds everybody else who says who they are until the
   * transaction ends. In one order, so that two who hold the same learners wait for each other and never both.
   */
  async lockLinked(identities: readonly LmsIdentityId[]): Promise<ReadonlyMap<LmsIdentityId, PersonId>> {
    await this.manager.query('select from lms_identities where id = any($1) order by id for update', [identities]);
    const rows = await this.manager.query<LearnerMatch[]>(
      'select identity_id as identity, person_id as person from person_links where identity_id = any($1) and revoked_at is null',
      [identities],
    );
    return new Map(rows.map(({ identity, person }) => [identity, person]));
  }

  /** Links each to a person, as an instructor confirms it; an earlier link ends. */
  async link(matches: readonly LearnerMatch[], { by, at }: { by: PersonId; at: Instant }): Promise<void> {
    await this.unlink(
      matches.map(({ identity }) => identity),
      at,
    );
    await this.manager.query(
      `insert into person_links (id, identity_id, person_id, method, confirmed_by, confirmed_at)
       select id, identity, person, 'confirmed-by-instructor', $1, $2
       from jsonb_to_recordset($3::jsonb) as n(id uuid, identity uuid, person uuid)`,
      [by, at, JSON.stringify(matches.map((match) => ({ ...match, id: newId() })))],
    );
  }

  async unlink(identities: readonly LmsIdentityId[], at: Instant): Promise<void> {
    await this.manager.query(
      'update person_links set revoked_at = $2 where identity_id = any($1) and revoked_at is null',
      [identities, at],
    );
  }

  /** Somebody says now that each is this person after all. */
  async forgetDeclined(matches: readonly LearnerMatch[]): Promise<void> {
    await this.manager.query(
      `delete from declined_matches d using jsonb_to_recordset($1::jsonb) as n(identity uuid, person uuid)
       where d.identity_id = n.identity and d.person_id = n.person`,
      [JSON.stringify(matches)],
    );
  }

  /** The accounts beside these that their people were ever in a section by. */
  async otherAccounts(section: SectionId, matches: readonly LearnerMatch[]): Promise<readonly LmsIdentityId[]> {
    const rows = await this.manager.query<{ identity: LmsIdentityId }[]>(
      `select distinct m.identity_id as identity
       from jsonb_to_recordset($2::jsonb) as n(identity uuid, person uuid)
       join person_links l on l.person_id = n.person and l.revoked_at is null
       join section_members m on m.identity_id = l.identity_id and m.section_id = $1
       where m.identity_id <> n.identity`,
      [section, JSON.stringify(matches)],
    );
    return rows.map((row) => row.identity);
  }

  /** What stands for these learners by these accounts, of whatever course; a credit that two accounts lead to stands once. */
  async creditsOf(identities: readonly LmsIdentityId[]): Promise<readonly AccountCredit[]> {
    return this.manager.query(
      `select distinct on (e.id) l.identity_id as identity, e.id as entry, m.section_id as section
       from person_links l
       join apprenticeships a on a.apprentice_id = l.person_id
       join section_members m on m.identity_id = l.identity_id
       join record_entries e on e.apprenticeship_id = a.id and e.kind = 'rti-hours-credited'
         and e.details ->> 'section' = m.section_id::text
       where l.identity_id = any($1) and l.revoked_at is null
         and not exists (select from record_entries r where r.reverses = e.id)
       order by e.id, l.identity_id`,
      [identities],
    );
  }
}
