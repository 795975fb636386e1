import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import type { Registration } from './registration.js';
import { registrationJson } from './registration.js';

/** What a launch says about the course it came from and about the services to reach it later. */
export interface SeenCourse {
  readonly deployment: string;
  readonly lmsContextId: string;
  readonly label: string | null;
  readonly title: string | null;
  readonly sisId: string | null;
  readonly lineItemsUrl: string | null;
  readonly rosterUrl: string | null;
  readonly scopes: readonly string[];
  readonly link: { readonly id: string; readonly title: string | null; readonly lineItemUrl: string | null };
  readonly at: Date;
}

/** A course with all that is needed to call its platform without a user. */
export interface ServiceContext {
  readonly id: string;
  readonly registration: Registration;
  /** The platform's own name of the deployment. */
  readonly deploymentId: string;
  readonly lineItemsUrl: string | null;
  readonly rosterUrl: string | null;
  readonly scopes: readonly string[];
}

export class ContextRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Saves the course, its service addresses and the link, in one statement, and answers our id of the course. An address that a
   * launch leaves out keeps its last known value.
   */
  async saveSeen(course: SeenCourse): Promise<string> {
    const [row] = await this.manager.query(
      `with course as (
         insert into lti.contexts as c (id, deployment_id, lms_context_id, label, title, sis_id, lineitems_url, roster_url,
           scopes, services_seen_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (deployment_id, lms_context_id) do update set
           label = excluded.label, title = excluded.title, sis_id = coalesce(excluded.sis_id, c.sis_id),
           lineitems_url = coalesce(excluded.lineitems_url, c.lineitems_url),
           roster_url = coalesce(excluded.roster_url, c.roster_url),
           scopes = case when excluded.scopes = '{}' then c.scopes else excluded.scopes end,
           services_seen_at = greatest(c.services_seen_at, excluded.services_seen_at)
         returning c.id
       ), link as (
         insert into lti.resource_links as l (id, context_id, lms_link_id, title, line_item_url, first_seen_at)
         select $11, course.id, $12, $13, $14, $10 from course
         on conflict (context_id, lms_link_id) do update set
           title = excluded.title, line_item_url = coalesce(excluded.line_item_url, l.line_item_url)
       )
       select id from course`,
      [
        newId(),
        course.deployment,
        course.lmsContextId,
        course.label,
        course.title,
        course.sisId,
        course.lineItemsUrl,
        course.rosterUrl,
        course.scopes,
        course.at,
        newId(),
        course.link.id,
        course.link.title,
        course.link.lineItemUrl,
      ],
    );
    return row.id;
  }

  async find(contextId: string): Promise<ServiceContext | null> {
    const [row] = await this.manager.query(
      `select c.id, ${registrationJson} as registration, d.deployment_id as "deploymentId",
         c.lineitems_url as "lineItemsUrl", c.roster_url as "rosterUrl", c.scopes
       from lti.contexts c
       join lti.deployments d on d.id = c.deployment_id
       join lti.registrations r on r.id = d.registration_id
       where c.id = $1 and d.status = 'active'`,
      [contextId],
    );
    return row ?? null;
  }
}
