import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import type { Registration } from './registration.js';
import { registrationColumns } from './registration.js';

/** A registration and one active deployment of it, as an administrator enters them. */
export interface RegistrationEntry extends Omit<Registration, 'id'> {
  readonly deploymentId: string;
  readonly collegeId: string;
}

export type Saved = 'created' | 'updated';

export class RegistrationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** At most two: one is the answer, two mean that the client id is needed to tell colleges apart (lti.md 4.1). */
  async listForLogin(issuer: string, clientId: string | null): Promise<Registration[]> {
    return this.manager.query(
      `select ${registrationColumns} from lti.registrations r
       where r.issuer = $1 and ($2::text is null or r.client_id = $2) order by r.id limit 2`,
      [issuer, clientId],
    );
  }

  /** Adds or updates the registration of (issuer, client id) and activates its deployment. */
  async save(entry: RegistrationEntry): Promise<{ registration: Saved; deployment: Saved }> {
    const registration = await this.saveRegistration(entry);
    const id = newId();
    const [deployment] = await this.manager.query(
      `insert into lti.deployments as d (id, registration_id, deployment_id, college_id, status)
       values ($1, $2, $3, $4, 'active')
       on conflict (registration_id, deployment_id) do update set college_id = excluded.college_id, status = 'active'
       returning d.id`,
      [id, registration.id, entry.deploymentId, entry.collegeId],
    );
    return { registration: registration.saved, deployment: deployment.id === id ? 'created' : 'updated' };
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
