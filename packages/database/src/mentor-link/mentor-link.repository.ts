import type {
  ApprenticeshipId,
  CalendarDate,
  Instant,
  MentorLink,
  MentorLinkId,
  OrganizationId,
  PersonId,
  SignOffRequestId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';
import { closedList } from '../apprenticeship/closed-list.sql.js';

export type MentorLinkAct =
  | 'approved'
  | 'returned'
  | 'undone'
  | 'demonstrated'
  | 'observed'
  | 'signed-off'
  | 'declined';

/** A link as those see it who may take it back. */
export interface KeptMentorLink extends MentorLink {
  readonly mentorName: string;
  readonly askedByName: string;
  readonly mailedAt: Instant | null;
  readonly device: string;
  readonly acts: readonly { readonly act: MentorLinkAct; readonly count: number; readonly at: Instant }[];
}

/** What an opened link gives for half an hour. */
export interface LinkSession {
  readonly id: MentorLinkId;
  readonly apprenticeship: ApprenticeshipId;
  readonly mentor: PersonId;
  /** Where they hold the role of a mentor. */
  readonly mentorAt: OrganizationId;
  readonly aboutHours: boolean;
  readonly signOffRequest: SignOffRequestId | null;
  readonly endsAt: Instant;
}

/** The apprentice and the employer of an agreement. */
export interface AgreementParties {
  readonly apprentice: { readonly id: PersonId; readonly name: string };
  readonly employer: { readonly id: OrganizationId; readonly name: string };
}

const columns = `
  l.id, l.apprenticeship_id as apprenticeship, l.mentor_id as mentor, l.about_hours as "aboutHours",
  l.sign_off_request_id as "signOffRequest", l.asked_by as "askedBy", l.asked_at as "askedAt", l.expires_at as "expiresAt",
  l.opened_at as "openedAt", l.revoked_at as "revokedAt"`;

/** Where the mentor holds the role, at the employer or the sponsor; null where neither. Needs `l` and `a`. */
const mentorAt = (date: string) => `(
  select h.organization_id from memberships h where h.person_id = l.mentor_id and h.role = 'mentor'
    and h.organization_id in (a.employer_id, a.sponsor_id) and h.ended_at is null and h.from_on <= ${date}::date
    and (h.until_on is null or h.until_on >= ${date}::date) order by h.organization_id = a.employer_id desc limit 1)`;

/** Assigned on the day to an agreement that is not over, and still a mentor there. Needs `l` and `a`. */
const isTheirMentor = (date: string) => `
  a.status not in (${closedList}) and exists (
    select from mentorships m where m.apprenticeship_id = l.apprenticeship_id and m.mentor_id = l.mentor_id
      and m.from_on <= ${date}::date and (m.until_on is null or m.until_on >= ${date}::date))
  and ${mentorAt(date)} is not null`;

/** Links by which mentors decide without an account, by the hash of their token. */
export class MentorLinkRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(sponsor: OrganizationId, link: MentorLink, tokenHash: Buffer): Promise<void> {
    const { id, apprenticeship, mentor, aboutHours, signOffRequest, askedBy, askedAt, expiresAt } = link;
    await this.manager.query(
      `insert into mentor_links (id, sponsor_id, apprenticeship_id, mentor_id, about_hours, sign_off_request_id,
         asked_by, asked_at, expires_at, token_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, sponsor, apprenticeship, mentor, aboutHours, signOffRequest, askedBy, askedAt, expiresAt, tokenHash],
    );
  }

  async saveMailed(id: MentorLinkId, at: Instant): Promise<void> {
    await this.manager.query('update mentor_links set mailed_at = $2 where id = $1', [id, at]);
  }

  /** Held until the transaction ends: of two who come with one link at once, the second is late. Whether the mentor still is one. */
  async lockByToken(tokenHash: Buffer, today: CalendarDate): Promise<(MentorLink & { isTheirMentor: boolean }) | null> {
    const [row] = await this.manager.query<(MentorLink & { isTheirMentor: boolean })[]>(
      `select ${columns}, (${isTheirMentor('$2')}) as "isTheirMentor"
       from mentor_links l join apprenticeships a on a.id = l.apprenticeship_id where l.token_hash = $1 for update of l`,
      [tokenHash, today],
    );
    return row ?? null;
  }

  async lock(id: MentorLinkId): Promise<MentorLink | null> {
    const [row] = await this.manager.query<MentorLink[]>(
      `select ${columns} from mentor_links l where l.id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  async saveOpened(
    id: MentorLinkId,
    { sessionHash, at, endsAt, device }: { sessionHash: Buffer; at: Instant; endsAt: Instant; device: string },
  ): Promise<void> {
    await this.manager.query(
      'update mentor_links set opened_at = $2, session_hash = $3, session_ends_at = $4, device = $5 where id = $1',
      [id, at, sessionHash, endsAt, device],
    );
  }

  /** What the session gives now: nothing once it ran out or was taken back, or the mentor is not this apprentice's any more. */
  async findBySession(sessionHash: Buffer, now: Instant, today: CalendarDate): Promise<LinkSession | null> {
    const [row] = await this.manager.query<LinkSession[]>(
      `select l.id, l.apprenticeship_id as apprenticeship, l.mentor_id as mentor, l.about_hours as "aboutHours",
         l.sign_off_request_id as "signOffRequest", l.session_ends_at as "endsAt", ${mentorAt('$2')} as "mentorAt"
       from mentor_links l join apprenticeships a on a.id = l.apprenticeship_id
       where l.session_hash = $1 and l.session_ends_at > $3 and l.revoked_at is null and ${isTheirMentor('$2')}`,
      [sessionHash, today, now],
    );
    return row ?? null;
  }

  /** Ends the session of a link, before its time. */
  async endSession(id: MentorLinkId): Promise<void> {
    await this.manager.query('update mentor_links set session_hash = null where id = $1', [id]);
  }

  async saveRevoked(id: MentorLinkId, by: { person: PersonId; at: Instant }): Promise<void> {
    await this.manager.query(
      'update mentor_links set revoked_at = $3, revoked_by = $2, session_hash = null where id = $1',
      [id, by.person, by.at],
    );
  }

  async addAct(
    id: string,
    link: MentorLinkId,
    { act, subjects, at }: { act: MentorLinkAct; subjects: readonly string[]; at: Instant },
  ): Promise<void> {
    await this.manager.query(
      'insert into mentor_link_acts (id, link_id, act, subjects, at) values ($1, $2, $3, $4, $5)',
      [id, link, act, subjects, at],
    );
  }

  /** The latest fifty links of an agreement, the newest first, with what was done by each. */
  async list(apprenticeship: ApprenticeshipId): Promise<readonly KeptMentorLink[]> {
    return this.manager.query(
      `select ${columns}, p.name as "mentorName", q.name as "askedByName", l.mailed_at as "mailedAt", l.device,
         coalesce((select json_agg(json_build_object('act', t.act, 'count', cardinality(t.subjects), 'at', ${instantText('t.at')}) order by t.at, t.id)
           from mentor_link_acts t where t.link_id = l.id), '[]') as acts
       from mentor_links l join people p on p.id = l.mentor_id join people q on q.id = l.asked_by
       where l.apprenticeship_id = $1 order by l.asked_at desc, l.id desc limit 50`,
      [apprenticeship],
    );
  }

  /** Hours of the apprentice that wait for this mentor: those of days on which they were assigned. */
  async countHours(apprenticeship: ApprenticeshipId, mentor: PersonId): Promise<number> {
    const [row] = await this.manager.query<{ count: number }[]>(
      `select count(*)::int as count from hours_entries h where h.apprenticeship_id = $1 and h.status = 'submitted' and exists (
         select from mentorships m where m.apprenticeship_id = $1 and m.mentor_id = $2 and m.from_on <= h.worked_on
           and (m.until_on is null or m.until_on >= h.worked_on))`,
      [apprenticeship, mentor],
    );
    return row?.count ?? 0;
  }

  /** Whose agreement it is: its apprentice and its employer, by name. */
  async partiesOf(apprenticeship: ApprenticeshipId): Promise<AgreementParties | null> {
    const [row] = await this.manager.query<AgreementParties[]>(
      `select json_build_object('id', p.id, 'name', p.name) as apprentice, json_build_object('id', o.id, 'name', o.name) as employer
       from apprenticeships a join people p on p.id = a.apprentice_id join organizations o on o.id = a.employer_id where a.id = $1`,
      [apprenticeship],
    );
    return row ?? null;
  }

  async addCode(
    codeHash: Buffer,
    code: {
      readonly apprenticeship: ApprenticeshipId;
      readonly aboutHours: boolean;
      readonly signOffRequest: SignOffRequestId | null;
      readonly expiresAt: Instant;
    },
  ): Promise<void> {
    const { apprenticeship, aboutHours, signOffRequest, expiresAt } = code;
    await this.manager.query(
      `insert into mentor_codes (code_hash, apprenticeship_id, about_hours, sign_off_request_id, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [codeHash, apprenticeship, aboutHours, signOffRequest, expiresAt],
    );
  }

  async removeExpiredCodes(now: Instant): Promise<void> {
    await this.manager.query('delete from mentor_codes where expires_at <= $1', [now]);
  }

  async findCode(codeHash: Buffer, now: Instant) {
    const [row] = await this.manager.query<
      { apprenticeship: ApprenticeshipId; aboutHours: boolean; signOffRequest: SignOffRequestId | null }[]
    >(
      `select apprenticeship_id as apprenticeship, about_hours as "aboutHours", sign_off_request_id as "signOffRequest"
       from mentor_codes where code_hash = $1 and expires_at > $2`,
      [codeHash, now],
    );
    return row ?? null;
  }
}
