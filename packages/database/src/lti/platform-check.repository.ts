import type { EntityManager } from 'typeorm';
import type { Registration } from './registration.js';
import { registrationJson } from './registration.js';

/** What a part of a platform did not do when it was asked; null when it did. */
export type CheckProblem = 'unreachable' | 'refused' | null;

export interface WaitingCheck {
  readonly registration: Registration;
  readonly deploymentId: string;
}

export class PlatformCheckRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What is to be checked; null when the check is done or was never asked for. */
  async find(id: string): Promise<WaitingCheck | null> {
    const [row] = await this.manager.query(
      `select ${registrationJson} as registration, d.deployment_id as "deploymentId"
       from lti.platform_checks c
       join lti.deployments d on d.id = c.deployment_id
       join lti.registrations r on r.id = d.registration_id
       where c.id = $1 and c.done_at is null`,
      [id],
    );
    return row ?? null;
  }

  async finish(id: string, found: { readonly keys: CheckProblem; readonly token: CheckProblem }): Promise<void> {
    await this.manager.query(
      `update lti.platform_checks set done_at = now(), keys_problem = $2, token_problem = $3
       where id = $1 and done_at is null`,
      [id, found.keys, found.token],
    );
  }
}
