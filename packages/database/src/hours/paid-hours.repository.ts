import type { Apprenticeship, Instant, Minutes, PaidHours, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** What payroll paid, by pay period. */
export class PaidHoursRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What the employer of today said, the newest period first, each with the minutes logged there in it that were not returned. */
  async listOf({
    id,
    employer,
  }: Apprenticeship): Promise<readonly (PaidHours & { readonly loggedMinutes: Minutes })[]> {
    return this.manager.query(
      `select p.from_on as "from", p.until_on as "until", p.minutes,
         coalesce((select sum(h.minutes) from hours_entries h where h.apprenticeship_id = p.apprenticeship_id
           and h.employer_id = p.employer_id and h.worked_on between p.from_on and p.until_on and h.status in ('submitted', 'approved')), 0) as "loggedMinutes"
       from paid_hours p where p.apprenticeship_id = $1 and p.employer_id = $2 order by p.from_on desc`,
      [id, employer],
    );
  }

  /** Keeps a period of the employer of today; the same again replaces what was said of it. */
  async save(
    { id, sponsor, employer }: Apprenticeship,
    { from, until, minutes, by, at }: PaidHours & { by: PersonId; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      `insert into paid_hours (apprenticeship_id, employer_id, from_on, until_on, sponsor_id, minutes, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (apprenticeship_id, employer_id, from_on, until_on) do update set minutes = excluded.minutes,
         recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [id, employer, from, until, sponsor, minutes, by, at],
    );
  }
}
