import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { prepared } from '../prepared.js';
import { activateDeployment } from './activate-deployment.js';
import type { PlatformAddresses, Registration } from './registration.js';
import { registrationColumns } from './registration.js';

/** A registration and one active deployment of it, as an administrator enters them. */
export interface RegistrationEntry extends Omit<Registration, 'id'> {
  readonly deploymentId: string;
  readonly collegeId: string;
}

export type Saved = 'created' | 'updated';

/** A registration that a platform answered with, for the college whose invitation it came by. */
export interface InvitedRegistration extends Omit<Registration, 'id'> {
  readonly registrationClientUri: string | null;
  /** The deployment that the platform made along with it; null when its first launch will name one. */
  readonly deploymentId: string | null;
}

const listForLogin = prepared(`
  select ${registrationColumns} from lti.registrations r
  where r.issuer = $1 and ($2::text is null or r.client_id = $2) order by r.id limit 2`);

export class RegistrationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** At most two: one is the answer, two mean that the client id is needed to tell colleges apart (lti.md 4.1). */
  async listForLogin(issuer: string, clientId: string | null): Promise<Registration[]> {
    return this.manager.query(listForLogin, [issuer, clientId]);
  }

  /** Where the connected platforms are, the one that was connected last first; a hundred at most. */
  async listAddresses(): Promise<PlatformAddresses[]> {
    return this.manager.query(
      `select r.issuer, r.auth_url as "authUrl" from lti.registrations r
       group by r.issuer, r.auth_url order by max(r.created_at) desc limit 100`,
    );
  }

  /** Adds or updates the registration of (issuer, client id) and activates its deployment. */
  async save(entry: RegistrationEntry): Promise<{ registration: Saved; deployment: Saved }> {
    const registration = await this.saveRegistration(entry);
    const deployment = await activateDeployment(this.manager, {
      registrationId: registration.id,
      deploymentId: entry.deploymentId,
      collegeId: entry.collegeId,
    });
    return { registration: registration.saved, deployment: deployment.saved };
  }

  /**
   * Adds what a platform registered by an invitation and ends the invitation, in one statement. Null, and nothing is changed, when
   * the platform gave a client id that is known already: a registration is never overwritten from outside.
   */
  async addInvited(entry: InvitedRegistration, invitationId: string): Promise<string | null> {
    const [row] = await this.manager.query(
      `with invitation as (
         select i.id, i.college_id, i.created_by from lti.invitations i where i.id = $1 and i.registration_id is null
       ), added as (
         insert into lti.registrations
           (id, issuer, client_id, auth_url, token_url, jwks_url, token_audience, profile, name, college_id,
            registration_client_uri)
         select $2, $3, $4, $5, $6, $7, $8, $9, $10, college_id, $11 from invitation
         on conflict (issuer, client_id) do nothing returning id, college_id
       ), deployed as (
         insert into lti.deployments (id, registration_id, deployment_id, college_id, status)
         select $12, id, $13::text, college_id, 'active' from added where $13::text is not null
       ), noted as (
         insert into lti.connection_changes (id, college_id, registration_id, act, changed_by, changed_at)
         select $14, a.college_id, a.id, 'connected', i.created_by, now() from added a cross join invitation i
       ), used as (
         update lti.invitations i set registration_id = added.id from added where i.id = $1
       )
       select id from added`,
      [
        invitationId,
        newId(),
        entry.issuer,
        entry.clientId,
        entry.authUrl,
        entry.tokenUrl,
        entry.jwksUrl,
        entry.tokenAudience,
        entry.profile,
        entry.name,
        entry.registrationClientUri,
        newId(),
        entry.deploymentId,
        newId(),
      ],
    );
    return row?.id ?? null;
  }

  private async saveRegistration(entry: RegistrationEntry): Promise<{ id: string; saved: Saved }> {
    const id = newId();
    const [row] = await this.manager.query(
      `insert into lti.registrations as r
         (id, issuer, client_id, auth_url, token_url, jwks_url, token_audience, profile, name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (issuer, client_id) do update set auth_url = excluded.auth_url, token_url = excluded.token_url,
         jwks_url = excluded.jwks_url, token_audience = excluded.token_audience, profile = excluded.profile,
         name = excluded.name
       returning r.id`,
      [
        id,
        entry.issuer,
        entry.clientId,
        entry.authUrl,
        entry.tokenUrl,
        entry.jwksUrl,
        entry.tokenAudience,
        entry.profile,
        entry.name,
      ],
    );
    return { id: row.id, saved: row.id === id ? 'created' : 'updated' };
  }
}
