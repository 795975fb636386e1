import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';

export interface ActiveInstallation {
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly collegeId: string;
  /** What the college calls it; a name that it has stays when this is left out. */
  readonly name?: string;
}

/** Makes a deployment the college's own and active, whoever connects it: a person in the portal or the operator's command. */
export async function activateDeployment(
  manager: EntityManager,
  { registrationId, deploymentId, collegeId, name }: ActiveInstallation,
): Promise<{ id: string; saved: 'created' | 'updated' }> {
  const id = newId();
  const [row] = await manager.query(
    `insert into lti.deployments as d (id, registration_id, deployment_id, college_id, status, name)
     values ($1, $2, $3, $4, 'active', $5)
     on conflict (registration_id, deployment_id) do update set college_id = excluded.college_id, status = 'active',
       name = coalesce(excluded.name, d.name)
     returning d.id`,
    [id, registrationId, deploymentId, collegeId, name ?? null],
  );
  return { id: row.id, saved: row.id === id ? 'created' : 'updated' };
}
