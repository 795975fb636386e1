import type { EntityManager } from 'typeorm';
import type { Deployment, Registration } from './registration.js';
import { deploymentJson, registrationJson } from './registration.js';

/** Whom a notice says that it comes from. */
export interface NoticeSender {
  readonly registration: Registration;
  /** The deployment it names, when the registration has it. */
  readonly deployment: Deployment | null;
}

/** What a notice told: one course of a platform was copied from others. */
export interface CourseCopy {
  readonly deployment: string;
  /** The notice's own id: the same one again is the same notice. */
  readonly noticeId: string;
  readonly lmsContextId: string;
  /** At least one, at most 200. */
  readonly origins: readonly string[];
  readonly copiedAt: Date;
  readonly receivedAt: Date;
}

/** Where one deployment's platform takes the address of whom to tell. */
export interface NoticeService {
  readonly registration: Registration;
  /** The platform's own name of the deployment. */
  readonly deploymentId: string;
  readonly url: string;
}

/** So long a copy is kept: whoever copies a course for a term a year ahead has opened it by then. */
const copyDays = 365;

export class NoticeRepository {
  constructor(private readonly manager: EntityManager) {}

  async findSender(issuer: string, clientId: string, deploymentId: string): Promise<NoticeSender | null> {
    const [row] = await this.manager.query<NoticeSender[]>(
      `select ${registrationJson} as registration, ${deploymentJson('$3')} as deployment
       from lti.registrations r where r.issuer = $1 and r.client_id = $2`,
      [issuer, clientId, deploymentId],
    );
    return row ?? null;
  }

  /** Keeps what a notice told, once; false when it was told before. */
  async keepCopy(copy: CourseCopy): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `insert into lti.course_copies (deployment_id, notice_id, lms_context_id, origins, copied_at, received_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (deployment_id, notice_id) do nothing returning 1`,
      [copy.deployment, copy.noticeId, copy.lmsContextId, copy.origins, copy.copiedAt, copy.receivedAt],
    );
    return rows.length > 0;
  }

  /** Removes what was told a year ago: of a course that was opened since, the API knows it; the others nobody opens any more. */
  async deleteOldCopies(now: Date): Promise<void> {
    await this.manager.query(
      `delete from lti.course_copies where received_at <= $1::timestamptz - make_interval(days => $2)`,
      [now, copyDays],
    );
  }

  /**
   * Takes the deployments whose platform is to be asked to tell `handler`: those it was not asked for since the last launch that was
   * noted, and those it knows another address of. Two servers never get the same one.
   */
  async claimDue(handler: string, now: Date, most: number): Promise<readonly string[]> {
    const [rows] = await this.manager.query<[{ id: string }[], number]>(
      `update lti.notice_services n set asked_at = $2, handler = $1
       from (
         select x.deployment_id from lti.notice_services x
         join lti.deployments d on d.id = x.deployment_id and d.status = 'active'
         where x.asked_at is null or x.asked_at < x.seen_at or x.handler <> $1
         order by x.seen_at limit $3 for update of x skip locked
       ) due
       where n.deployment_id = due.deployment_id returning n.deployment_id as id`,
      [handler, now, most],
    );
    return rows.map(({ id }) => id);
  }

  /** Null when no launch told of one, or the deployment is not active. */
  async findService(deployment: string): Promise<NoticeService | null> {
    const [row] = await this.manager.query<NoticeService[]>(
      `select ${registrationJson} as registration, d.deployment_id as "deploymentId", n.url
       from lti.notice_services n join lti.deployments d on d.id = n.deployment_id and d.status = 'active'
       join lti.registrations r on r.id = d.registration_id
       where n.deployment_id = $1`,
      [deployment],
    );
    return row ?? null;
  }
}
