import type { Instant, Invitation, InvitationId, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';

/** An invitation as it is kept. */
export interface KeptInvitation extends Invitation {
  /** What the one who invites calls them. */
  readonly name: string;
  readonly invitedBy: PersonId;
  readonly invitedAt: Instant;
  /** When the mail went out; null when it could not be sent. */
  readonly mailedAt: Instant | null;
}

const columns = `
  id, organization_id as organization, role, person_id as person, name, email, invited_by as "invitedBy",
  invited_at as "invitedAt", expires_at as "expiresAt", mailed_at as "mailedAt", accepted_at as "acceptedAt",
  revoked_at as "revokedAt", to_char(role_until, 'YYYY-MM-DD') as until`;

/** Invitations, by the hash of their link. */
export class InvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(
    { id, organization, role, person, name, email, invitedBy, invitedAt, expiresAt, until }: KeptInvitation,
    tokenHash: Buffer,
  ): Promise<void> {
    await this.manager.query(
      `insert into invitations (id, organization_id, role, person_id, name, email, invited_by, invited_at, expires_at, role_until,
         token_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, organization, role, person, name, email, invitedBy, invitedAt, expiresAt, until, tokenHash],
    );
  }

  /** Held until the transaction ends: of two who come with one link, the second sees what the first did. */
  lockByToken(tokenHash: Buffer): Promise<KeptInvitation | null> {
    return this.one('token_hash = $1 for update', tokenHash);
  }

  findByToken(tokenHash: Buffer): Promise<KeptInvitation | null> {
    return this.one('token_hash = $1', tokenHash);
  }

  lock(id: InvitationId): Promise<KeptInvitation | null> {
    return this.one('id = $1 for update', id);
  }

  /** That waits for the apprentice's answer; null when none does. */
  findWaitingOf(apprentice: PersonId): Promise<KeptInvitation | null> {
    return this.one('person_id = $1 and accepted_at is null and revoked_at is null', apprentice);
  }

  /** Whether one waits for the apprentice's answer, whoever sent it. */
  async isInvited(apprentice: PersonId): Promise<boolean> {
    const [row] = await this.manager.query<{ invited: boolean }[]>('select reach.is_invited($1) as invited', [
      apprentice,
    ]);
    return row?.invited ?? false;
  }

  /** Those that wait for an answer, the latest first; an apprentice's is shown with the agreement. */
  async listWaiting(organizations: readonly OrganizationId[]): Promise<readonly KeptInvitation[]> {
    return this.manager.query(
      `select ${columns} from invitations
       where organization_id = any($1) and accepted_at is null and revoked_at is null and person_id is null
       order by invited_at desc, id`,
      [organizations],
    );
  }

  /** Another link and another time for it: the one before opens nothing any more. */
  async renew(
    id: InvitationId,
    { tokenHash, by, at, expiresAt }: { tokenHash: Buffer; by: PersonId; at: Instant; expiresAt: Instant },
  ): Promise<void> {
    await this.manager.query(
      'update invitations set token_hash = $2, invited_by = $3, invited_at = $4, expires_at = $5, mailed_at = null where id = $1',
      [id, tokenHash, by, at, expiresAt],
    );
  }

  async saveMailed(id: InvitationId, at: Instant): Promise<void> {
    await this.manager.query('update invitations set mailed_at = $2 where id = $1', [id, at]);
  }

  async saveAccepted(id: InvitationId, by: { person: PersonId; at: Instant }): Promise<void> {
    await this.manager.query('update invitations set accepted_by = $2, accepted_at = $3 where id = $1', [
      id,
      by.person,
      by.at,
    ]);
  }

  async saveRevoked(id: InvitationId, by: { person: PersonId; at: Instant }): Promise<void> {
    await this.manager.query('update invitations set revoked_by = $2, revoked_at = $3 where id = $1', [
      id,
      by.person,
      by.at,
    ]);
  }

  private async one(condition: string, value: unknown): Promise<KeptInvitation | null> {
    const [row] = await this.manager.query<KeptInvitation[]>(`select ${columns} from invitations where ${condition}`, [
      value,
    ]);
    return row ?? null;
  }
}
