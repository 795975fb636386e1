import type { ApprenticeshipId, CalendarDate, CompletionReview, OrganizationId, PersonId } from '@journeybook/domain';
import { beginReview } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** An attested completion that waits for its sponsor. */
export interface WaitingCompletion {
  readonly apprenticeship: ApprenticeshipId;
  readonly apprentice: { readonly id: PersonId; readonly name: string };
  readonly employer: { readonly id: OrganizationId; readonly name: string };
  readonly attestedOn: CalendarDate;
  /** What was said of the requirements so far. */
  readonly items: CompletionReview['items'];
}

/** Where sponsors stand with going through the materials. */
export class CompletionReviewRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The review so far; a new one when nobody began. */
  async find(apprenticeship: ApprenticeshipId): Promise<CompletionReview> {
    const [row] = await this.manager.query<Pick<CompletionReview, 'items' | 'version'>[]>(
      'select items, version from completion_reviews where apprenticeship_id = $1',
      [apprenticeship],
    );
    return row ? { apprenticeship, ...row } : beginReview(apprenticeship);
  }

  async save(sponsor: OrganizationId, { apprenticeship, items, version }: CompletionReview): Promise<void> {
    await this.manager.query(
      `insert into completion_reviews (apprenticeship_id, sponsor_id, version, items) values ($1, $2, $3, $4)
       on conflict (apprenticeship_id) do update set version = excluded.version, items = excluded.items`,
      [apprenticeship, sponsor, version, JSON.stringify(items)],
    );
  }

  /** Active agreements of these sponsors with a standing attestation of the employer of today, the longest first. */
  async listWaiting(sponsors: readonly OrganizationId[]): Promise<readonly WaitingCompletion[]> {
    return this.manager.query(
      `select a.id as apprenticeship, json_build_object('id', p.id, 'name', p.name) as apprentice,
         json_build_object('id', o.id, 'name', o.name) as employer, e.occurred_on as "attestedOn",
         coalesce(r.items, '[]'::jsonb) as items
       from apprenticeships a
       join people p on p.id = a.apprentice_id
       join organizations o on o.id = a.employer_id
       join record_entries e on e.apprenticeship_id = a.id and e.kind = 'mastery-attested' and e.subject is null
         and e.details->>'employer' = a.employer_id::text
         and not exists (select from record_entries x where x.reverses = e.id)
       left join completion_reviews r on r.apprenticeship_id = a.id
       where a.sponsor_id = any($1) and a.status = 'active' order by e.recorded_at, a.id`,
      [sponsors],
    );
  }
}
