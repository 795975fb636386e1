import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';

/** A place within a known platform that nobody has approved. It holds nothing about the person who came from there. */
export interface UnapprovedDeployment {
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly courseTitle: string | null;
  readonly platformName: string | null;
  readonly at: Date;
}

export class DeploymentRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Keeps an unknown deployment for its college to approve. It is shown to the college of the registration while that is the only
   * one: where several share a client id (Canvas), whoever knows the deployment id claims it (lti.md 4.1).
   */
  async keepPending(seen: UnapprovedDeployment): Promise<void> {
    await this.manager.query(
      `with colleges as (
         select college_id from lti.registrations where id = $2 and college_id is not null
         union
         select college_id from lti.deployments where registration_id = $2 and college_id is not null
       )
       insert into lti.deployments as d
         (id, registration_id, deployment_id, college_id, status, course_title, platform_name, seen_at)
       select $1, $2, $3, (select (array_agg(college_id))[1] from colleges having count(*) = 1), 'pending', $4, $5, $6
       on conflict (registration_id, deployment_id) do update set
         course_title = coalesce(excluded.course_title, d.course_title),
         platform_name = coalesce(excluded.platform_name, d.platform_name),
         seen_at = greatest(d.seen_at, excluded.seen_at)
       where d.status = 'pending'`,
      [newId(), seen.registrationId, seen.deploymentId, seen.courseTitle, seen.platformName, seen.at],
    );
  }
}
