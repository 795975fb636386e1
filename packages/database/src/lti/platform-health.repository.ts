import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';

/**
 * `ok` – it answers; `failing` – it did not answer the last time; `open` – it failed several times running, so that nothing is
 * asked before `openUntil` and then one thing first.
 */
export type PlatformState = 'ok' | 'failing' | 'open';

/** How a learning platform answers. Times are UTC text. */
export interface PlatformHealth {
  readonly registrationId: string;
  readonly state: PlatformState;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly openUntil: string | null;
  readonly lastOkAt: string | null;
  /** The last thing that went wrong, in words for the person who can do something about it. */
  readonly lastProblem: { readonly at: string; readonly kind: string; readonly words: string } | null;
}

export type Turn =
  | { readonly kind: 'taken'; readonly failures: number }
  /** Somebody else is asking the platform, or it wants a pause. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'open'; readonly milliseconds: number };

export interface PlatformProblem {
  readonly kind: string;
  readonly words: string;
}

const columns = `registration_id as "registrationId", state, failures, ${instantText('failing_since')} as "failingSince",
  ${instantText('open_until')} as "openUntil", ${instantText('last_ok_at')} as "lastOkAt",
  case when last_problem_at is not null then json_build_object('at', ${instantText('last_problem_at')},
    'kind', last_problem_kind, 'words', last_problem_words) end as "lastProblem"`;

/**
 * Whose turn it is to ask a learning platform, and how it has been answering. A turn is a row with an end, not a lock: whoever
 * waits holds no connection, and a process that dies gives its turn back by the clock. All times are the database's own.
 */
export class PlatformHealthRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Takes the turn for some time, when nobody has it and the platform is not left alone. */
  async takeTurn(registrationId: string, holder: string, milliseconds: number): Promise<Turn> {
    const [row] = await this.manager.query<
      { taken: boolean; open: boolean; failures: number; milliseconds: number | null }[]
    >(
      `with taken as (
         insert into lti.platform_health as h (registration_id, turn_holder, turn_until)
         values ($1, $2, clock_timestamp() + make_interval(secs => $3))
         on conflict (registration_id) do update set turn_holder = excluded.turn_holder, turn_until = excluded.turn_until
         where (h.turn_until is null or h.turn_until <= clock_timestamp())
           and (h.open_until is null or h.open_until <= clock_timestamp())
         returning h.failures
       )
       select true as taken, false as open, failures, null as milliseconds from taken
       union all
       select false, h.open_until > clock_timestamp(), h.failures,
         extract(epoch from h.open_until - clock_timestamp()) * 1000
       from lti.platform_health h where h.registration_id = $1 and not exists (select from taken)`,
      [registrationId, holder, milliseconds / 1000],
    );
    if (row?.taken) return { kind: 'taken', failures: row.failures };
    if (row?.open) return { kind: 'open', milliseconds: Math.ceil(Number(row.milliseconds)) };
    return { kind: 'busy' };
  }

  /** Whether the turn is still the holder's; if so, it lasts so much longer from now. */
  async keepTurn(registrationId: string, holder: string, milliseconds: number): Promise<boolean> {
    const [rows] = await this.manager.query<[unknown[], number]>(
      `update lti.platform_health set turn_until = clock_timestamp() + make_interval(secs => $3)
       where registration_id = $1 and turn_holder = $2 and turn_until > clock_timestamp() returning registration_id`,
      [registrationId, holder, milliseconds / 1000],
    );
    return rows.length > 0;
  }

  /** Gives the turn back after the platform answered; nobody takes the next one before the pause is over. */
  async endTurn(registrationId: string, holder: string, pauseMilliseconds: number): Promise<void> {
    await this.manager.query(
      `update lti.platform_health set turn_holder = null,
         turn_until = case when $3::float8 > 0 then clock_timestamp() + make_interval(secs => $3) end,
         state = 'ok', failures = 0, failing_since = null, open_until = null, last_ok_at = clock_timestamp()
       where registration_id = $1 and turn_holder = $2`,
      [registrationId, holder, pauseMilliseconds / 1000],
    );
  }

  /** Gives the turn back without having asked anything, or not knowing what became of it. */
  async dropTurn(registrationId: string, holder: string): Promise<void> {
    await this.manager.query(
      'update lti.platform_health set turn_holder = null, turn_until = null where registration_id = $1 and turn_holder = $2',
      [registrationId, holder],
    );
  }

  /** Gives the turn back after the platform did not answer; with a pause, nothing is asked of it before that is over. */
  async failTurn(
    registrationId: string,
    holder: string,
    { problem, pauseMilliseconds }: { problem: PlatformProblem; pauseMilliseconds: number | null },
  ): Promise<void> {
    await this.manager.query(
      `update lti.platform_health set turn_holder = null, turn_until = null, failures = failures + 1,
         state = case when $3::float8 is null then 'failing' else 'open' end,
         open_until = clock_timestamp() + make_interval(secs => $3),
         failing_since = coalesce(failing_since, clock_timestamp()),
         last_problem_at = clock_timestamp(), last_problem_kind = $4, last_problem_words = $5
       where registration_id = $1 and turn_holder = $2`,
      [
        registrationId,
        holder,
        pauseMilliseconds === null ? null : pauseMilliseconds / 1000,
        problem.kind,
        problem.words,
      ],
    );
  }

  /** Notes something that is wrong although the platform answers, such as a scope that is missing. */
  async noteProblem(registrationId: string, { kind, words }: PlatformProblem): Promise<void> {
    await this.manager.query(
      `insert into lti.platform_health as h (registration_id, last_problem_at, last_problem_kind, last_problem_words)
       values ($1, clock_timestamp(), $2, $3)
       on conflict (registration_id) do update set last_problem_at = excluded.last_problem_at,
         last_problem_kind = excluded.last_problem_kind, last_problem_words = excluded.last_problem_words`,
      [registrationId, kind, words],
    );
  }

  /** Null while nothing was ever asked of the platform. */
  async find(registrationId: string): Promise<PlatformHealth | null> {
    const [row] = await this.manager.query<PlatformHealth[]>(
      `select ${columns} from lti.platform_health where registration_id = $1`,
      [registrationId],
    );
    return row ?? null;
  }
}
