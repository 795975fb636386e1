import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';

/** The column of a course's gradebook that is ours. */
export interface LineItem {
  readonly id: string;
  readonly url: string;
  readonly source: LineItemSource;
  /** What the platform calls the activity whose column it is; null where it stands for itself, or has no name. */
  readonly title?: string | null;
}

/** `link` – the column of an activity; the others stand for themselves, which Moodle treats otherwise (lti.md 4.4). */
export type LineItemSource = 'link' | 'found' | 'created';

export interface ScoreTime {
  readonly lineItemId: string;
  readonly subject: string;
  readonly deliveryId: string;
  readonly notBefore: Date;
  /** How much later than the last one a time has to be for the platform to see it as later. */
  readonly stepMilliseconds: number;
  /** What is sent with it. */
  readonly percent: number | null;
}

/** What the activity is called whose column it is; null where the column stands for itself. */
const titleOf = (column: string): string => `(select l.title from lti.resource_links l
  where l.context_id = ${column}.context_id and l.line_item_url = ${column}.url order by l.first_seen_at limit 1)`;

export class LineItemRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * The column that was chosen; null also when it gives way to that of a link that was picked, which it does until a score was sent
   * to it or a grade read from it, and when it was found and is that of another course's link.
   */
  async find(contextId: string): Promise<LineItem | null> {
    const [row] = await this.manager.query(
      `select i.id, i.url, i.source, ${titleOf('i')} as title
       from lti.line_items i
       where i.context_id = $1 and (i.grades_read_at is not null or exists (select from lti.score_times t where t.line_item_id = i.id)
         or i.url is not distinct from coalesce(
           (select p.line_item_url from lti.resource_links p
            where p.context_id = i.context_id and p.pick_id is not null and p.line_item_url is not null
            order by p.first_seen_at, p.id limit 1), i.url))
         and not (i.source = 'found' and exists (
           select from lti.resource_links o where o.line_item_url = i.url and o.context_id <> i.context_id))`,
      [contextId],
    );
    return row ?? null;
  }

  /** The column of the link that was opened first, of those that were picked if there are any; null where no link has one. */
  async findOfLinks(contextId: string): Promise<string | null> {
    const [row] = await this.manager.query(
      `select line_item_url as url from lti.resource_links
       where context_id = $1 and line_item_url is not null order by pick_id is null, first_seen_at, id limit 1`,
      [contextId],
    );
    return row?.url ?? null;
  }

  /** Remembers the column; one per course. Whose rows were made in another one counts no more. */
  async choose(contextId: string, url: string, source: LineItemSource): Promise<LineItem> {
    const [row] = await this.manager.query(
      `with elsewhere as (
         delete from lti.result_seeds s using lti.line_items o
         where s.line_item_id = o.id and o.context_id = $2 and o.url <> $3
       ), found as (
         update lti.contexts set column_lost_at = null where id = $2 and column_lost_at is not null
       )
       insert into lti.line_items as i (id, context_id, url, source, chosen_at) values ($1, $2, $3, $4, now())
       on conflict (context_id) do update set url = excluded.url, source = excluded.source, chosen_at = excluded.chosen_at,
         grades_read_at = case when i.url = excluded.url then i.grades_read_at end
       returning i.id, i.url, i.source, ${titleOf('i')} as title`,
      [newId(), contextId, url, source],
    );
    return row;
  }

  /** Forgets a column that the platform no longer has, and with it the times of its scores; the course has lost it then. */
  async forget(lineItem: LineItem): Promise<void> {
    await this.manager.query('update lti.resource_links set line_item_url = null where line_item_url = $1', [
      lineItem.url,
    ]);
    await this.manager.query(
      `with gone as (delete from lti.line_items where id = $1 returning context_id)
       update lti.contexts c set column_lost_at = now() from gone where c.id = gone.context_id`,
      [lineItem.id],
    );
  }

  /**
   * The timestamp to send a score with: the same for the same delivery however often it is tried, and otherwise strictly
   * later than the last one for that person and column (AGS 2.0; lti.md 4.4).
   */
  async reserveScoreTime(time: ScoreTime): Promise<Date> {
    const [row] = await this.manager.query(
      `insert into lti.score_times as t (line_item_id, subject, delivery_id, sent_at, percents)
         values ($1, $2, $3, $4, array_remove(array[$6::numeric], null))
       on conflict (line_item_id, subject) do update set
         delivery_id = excluded.delivery_id, percents = array_remove(t.percents, $6) || excluded.percents,
         sent_at = case when t.delivery_id = excluded.delivery_id then t.sent_at
           else greatest(excluded.sent_at, t.sent_at + make_interval(secs => $5)) end
       returning t.sent_at as at`,
      [time.lineItemId, time.subject, time.deliveryId, time.notBefore, time.stepMilliseconds / 1000, time.percent],
    );
    return new Date(row.at);
  }

  /** What the platform may hold for these people from us: of each the score that was delivered last and those sent since. */
  async sentScores(lineItemId: string, subjects: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await this.manager.query<{ subject: string; percents: number[] }[]>(
      `select subject, to_json(percents) as percents from lti.score_times
       where line_item_id = $1 and subject = any($2) and percents <> '{}'`,
      [lineItemId, subjects],
    );
    return new Map(rows.map(({ subject, percents }) => [subject, percents]));
  }

  /** The platform has this score, and none that was sent before. */
  async scoreArrived(lineItemId: string, subject: string, percent: number | null): Promise<void> {
    await this.manager.query(
      `update lti.score_times set percents = array_remove(array[$3::numeric], null)
       where line_item_id = $1 and subject = $2`,
      [lineItemId, subject, percent],
    );
  }

  /** Notes whose rows are to be made; once noted, a person is not noted again. Answers how many wait. */
  async wantSeeds(lineItemId: string, subjects: readonly string[]): Promise<number> {
    await this.manager.query(
      `insert into lti.result_seeds (line_item_id, subject) select $1, unnest($2::text[]) on conflict do nothing`,
      [lineItemId, subjects],
    );
    const [row] = await this.manager.query<{ count: number }[]>(
      'select count(*) as count from lti.result_seeds where line_item_id = $1 and settled_at is null',
      [lineItemId],
    );
    return row?.count ?? 0;
  }

  /** People whose rows are still to be made, at most `most`. */
  async listSeeds(lineItemId: string, most: number): Promise<readonly string[]> {
    const rows = await this.manager.query<{ subject: string }[]>(
      `select subject from lti.result_seeds where line_item_id = $1 and settled_at is null order by subject limit $2`,
      [lineItemId, most],
    );
    return rows.map(({ subject }) => subject);
  }

  /** The platform has taken or refused their rows. */
  async settleSeeds(lineItemId: string, subjects: readonly string[]): Promise<void> {
    await this.manager.query(
      'update lti.result_seeds set settled_at = now() where line_item_id = $1 and subject = any($2)',
      [lineItemId, subjects],
    );
  }
}
