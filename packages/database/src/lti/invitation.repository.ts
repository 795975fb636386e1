import type { EntityManager } from 'typeorm';

/** An invitation as the tool knows it: for which college a platform is to be connected. */
export interface Invitation {
  readonly id: string;
  readonly collegeId: string;
  readonly collegeName: string;
}

/** `used` covers one that is being used at this moment. */
export type InvitationState = 'open' | 'used' | 'expired' | 'unknown';

export class InvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** How an invitation stands, and which college it is of while it is open. */
  async find(tokenHash: Buffer): Promise<{ state: InvitationState; invitation: Invitation | null }> {
    const [row] = await this.manager.query(
      `select id, college_id as "collegeId", college_name as "collegeName",
         case when used_at is not null then 'used' when expires_at <= now() then 'expired' else 'open' end as state
       from lti.invitations where token_hash = $1`,
      [tokenHash],
    );
    if (!row) return { state: 'unknown', invitation: null };
    const { state, ...invitation } = row;
    return { state, invitation: state === 'open' ? invitation : null };
  }

  /** Takes the invitation: of any number who come with it at once one gets it. Null when it cannot be used. */
  async take(tokenHash: Buffer): Promise<Invitation | null> {
    const [[row]] = await this.manager.query(
      `update lti.invitations set used_at = now()
       where token_hash = $1 and used_at is null and expires_at > now()
       returning id, college_id as "collegeId", college_name as "collegeName"`,
      [tokenHash],
    );
    return row ?? null;
  }

  /** Opens an invitation again with which nothing was connected. */
  async giveBack(id: string): Promise<void> {
    await this.manager.query('update lti.invitations set used_at = null where id = $1 and registration_id is null', [
      id,
    ]);
  }
}
