import type {
  ApprenticeshipId,
  CarriedRequest,
  CalendarDate,
  CompetencyCode,
  Instant,
  MappedCode,
  OrganizationId,
  PersonId,
  SignOffRequest,
  SignOffRequestId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { JobBookRepository } from './job-book.repository.js';

const select = `
  select r.id, r.apprenticeship_id as apprenticeship, r.competency_code as competency, r.note,
    ${instantText('r.requested_at')} as "requestedAt", r.state
  from sign_off_requests r`;

/** What apprentices ask their mentors to look at; answers that count are on the record. */
export class SignOffRequestRepository {
  private readonly jobBooks = new JobBookRepository(this.manager);

  constructor(private readonly manager: EntityManager) {}

  async add(sponsor: OrganizationId, request: SignOffRequest): Promise<void> {
    const { id, apprenticeship, competency, note, requestedAt, state } = request;
    await this.manager.query(
      `insert into sign_off_requests (id, sponsor_id, apprenticeship_id, competency_code, note, requested_at, state)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, sponsor, apprenticeship, competency, note, requestedAt, state],
    );
  }

  async find(id: SignOffRequestId): Promise<SignOffRequest | null> {
    const [row] = await this.manager.query<SignOffRequest[]>(`${select} where r.id = $1`, [id]);
    return row ?? null;
  }

  /** Holds the request until the transaction ends. */
  async lock(id: SignOffRequestId): Promise<SignOffRequest | null> {
    const [row] = await this.manager.query<SignOffRequest[]>(`${select} where r.id = $1 for update`, [id]);
    return row ?? null;
  }

  async isOpen(apprenticeship: ApprenticeshipId, competency: CompetencyCode): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select from sign_off_requests where apprenticeship_id = $1 and competency_code = $2 and state = 'open'`,
      [apprenticeship, competency],
    );
    return rows.length > 0;
  }

  /**
   * Requests of apprentices whom this person teaches today, the oldest first. One for a skill that is not in the Job Book any more is
   * left out: there is nothing to sign.
   */
  async listWaiting(mentor: PersonId, today: CalendarDate): Promise<readonly SignOffRequest[]> {
    const open = await this.manager.query<SignOffRequest[]>(
      `${select} join apprenticeships a on a.id = r.apprenticeship_id
       where r.state = 'open' and a.status in ('registered', 'active') and a.apprentice_id <> $1 and exists (
         select from mentorships m where m.apprenticeship_id = r.apprenticeship_id and m.mentor_id = $1 and m.kind = 'mentor'
           and m.from_on <= $2::date and (m.until_on is null or m.until_on >= $2::date))
       order by r.requested_at, r.id`,
      [mentor, today],
    );
    const skills = await this.jobBooks.skillsOf(open.map((request) => request.apprenticeship));
    return open.filter(({ apprenticeship, competency }) => skills.get(apprenticeship)?.has(competency));
  }

  /** How many `listWaiting` gives. */
  async countWaiting(mentor: PersonId, today: CalendarDate): Promise<number> {
    return (await this.listWaiting(mentor, today)).length;
  }

  /** The open requests of an apprentice, the oldest first. */
  async listOpen(apprenticeship: ApprenticeshipId): Promise<readonly SignOffRequest[]> {
    return this.manager.query(
      `${select} where r.apprenticeship_id = $1 and r.state = 'open' order by r.requested_at, r.id`,
      [apprenticeship],
    );
  }

  /** Holds the open requests of an apprentice until the transaction ends, the oldest first. */
  async lockOpen(apprenticeship: ApprenticeshipId): Promise<readonly SignOffRequest[]> {
    return this.manager.query(
      `${select} where r.apprenticeship_id = $1 and r.state = 'open' order by r.requested_at, r.id for update`,
      [apprenticeship],
    );
  }

  /** Puts open requests under the skills they ask for now, and withdraws those that ask for none any more. */
  async carry(carried: readonly CarriedRequest[], { by, at }: { by: PersonId; at: Instant }): Promise<void> {
    for (const { id } of carried.filter((one) => one.competency === null))
      await this.answer(id, { state: 'withdrawn', feedback: null, by, at });
    const kept = carried.filter((one) => one.competency !== null);
    // First out of each other's way: one skill has one open request at any moment.
    await this.manager.query(`update sign_off_requests set competency_code = id::text where id = any($1)`, [
      kept.map((one) => one.id),
    ]);
    await this.manager.query(
      `update sign_off_requests r set competency_code = n.competency
       from jsonb_to_recordset($1::jsonb) as n(id uuid, competency text) where r.id = n.id`,
      [JSON.stringify(kept)],
    );
  }

  /** Puts what was answered under the codes of the version that the apprentice goes over to. */
  async renameAnswered(apprenticeship: ApprenticeshipId, mapping: readonly MappedCode[]): Promise<void> {
    await this.manager.query(
      `update sign_off_requests r set competency_code = n.to
       from jsonb_to_recordset($2::jsonb) as n(subject text, "from" text, "to" text)
       where r.apprenticeship_id = $1 and r.state <> 'open' and n.subject = 'competency' and n.from = r.competency_code
         and n.to is not null`,
      [apprenticeship, JSON.stringify(mapping)],
    );
  }

  /** Ends an open request; one that was answered stays as it is. */
  async answer(
    id: SignOffRequestId,
    answer: { state: 'declined' | 'withdrawn'; feedback: string | null; by: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `update sign_off_requests set state = $2, feedback = $3, answered_by = $4, answered_at = $5 where id = $1 and state = 'open'`,
      [id, answer.state, answer.feedback, answer.by, answer.at],
    );
  }

  /** Ends the open request for a skill that was signed off. */
  async signedOff(
    apprenticeship: ApprenticeshipId,
    competency: CompetencyCode,
    { by, at }: { by: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `update sign_off_requests set state = 'signed-off', answered_by = $3, answered_at = $4
       where apprenticeship_id = $1 and competency_code = $2 and state = 'open'`,
      [apprenticeship, competency, by, at],
    );
  }
}
