import type { Instant, LaunchRole, LmsIdentityId, OrganizationId, PersonId, SectionId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

export type LaunchKind = 'course' | 'picker';

/** A page inside a learning platform's frame: who opened it, as what, in which section. */
export interface LaunchSessionRow {
  readonly id: string;
  /** A `picker` was opened to choose what a new link is for, and does nothing else. */
  readonly kind: LaunchKind;
  readonly section: SectionId;
  readonly college: OrganizationId;
  readonly identity: LmsIdentityId;
  readonly role: LaunchRole;
  readonly name: string | null;
  readonly openedAt: Instant;
  /** The person the identity is linked to; null while nobody confirmed who it is. */
  readonly person: PersonId | null;
}

const select = `
  select l.id, l.kind, l.section_id as section, s.college_id as college, l.identity_id as identity, l.role, i.name,
    l.opened_at as "openedAt", k.person_id as person
  from launch_sessions l
  join sections s on s.id = l.section_id
  join lms_identities i on i.id = l.identity_id
  left join person_links k on k.identity_id = i.id and k.revoked_at is null
  left join lti.contexts c on c.id = s.context_id
  left join lti.deployments d on d.id = c.deployment_id
  where d.status is distinct from 'blocked'`;

/** Sessions of launches; codes and bearers are kept as hashes. None is found while the installation it came from is blocked. */
export class LaunchRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(launch: {
    id: string;
    kind: LaunchKind;
    section: SectionId;
    identity: LmsIdentityId;
    role: LaunchRole;
    openedAt: Instant;
    codeHash: Buffer;
    codeExpiresAt: Instant;
  }): Promise<void> {
    await this.manager.query(
      `insert into launch_sessions (id, kind, section_id, identity_id, role, opened_at, code_hash, code_expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        launch.id,
        launch.kind,
        launch.section,
        launch.identity,
        launch.role,
        launch.openedAt,
        launch.codeHash,
        launch.codeExpiresAt,
      ],
    );
  }

  /** Trades a code for a bearer: once, and only while the code lives; null otherwise. */
  async open(code: {
    codeHash: Buffer;
    at: Instant;
    tokenHash: Buffer;
    tokenExpiresAt: Instant;
  }): Promise<LaunchSessionRow | null> {
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `update launch_sessions set code_hash = null, token_hash = $3, token_expires_at = $4
       where code_hash = $1 and code_expires_at > $2 returning id`,
      [code.codeHash, code.at, code.tokenHash, code.tokenExpiresAt],
    );
    const [opened] = rows;
    if (!opened) return null;
    const [session] = await this.manager.query<LaunchSessionRow[]>(`${select} and l.id = $1`, [opened.id]);
    return session ?? null;
  }

  async findByToken(tokenHash: Buffer, now: Instant): Promise<LaunchSessionRow | null> {
    const [row] = await this.manager.query<LaunchSessionRow[]>(
      `${select} and l.token_hash = $1 and l.token_expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  async renew(id: string, token: { tokenHash: Buffer; expiresAt: Instant }): Promise<void> {
    await this.manager.query('update launch_sessions set token_hash = $2, token_expires_at = $3 where id = $1', [
      id,
      token.tokenHash,
      token.expiresAt,
    ]);
  }
}
