import type {
  ApprenticeshipId,
  Instant,
  OrganizationId,
  PersonId,
  StandingItem,
  StandingRequest,
  StandingRequestId,
} from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { instantText } from '../instant-text.js';

interface Named<Id> {
  readonly id: Id;
  readonly name: string;
}

/** A request with the names that a person reads. */
export interface StandingRequestView {
  readonly request: StandingRequest;
  readonly apprentice: Named<PersonId>;
  readonly employer: Named<OrganizationId>;
  readonly requestedBy: Named<PersonId>;
  readonly decidedBy: Named<PersonId> | null;
}

interface Row extends Omit<StandingRequestView, 'request'> {
  readonly id: StandingRequestId;
  readonly apprenticeship: ApprenticeshipId;
  readonly requestedAt: Instant;
  readonly items: readonly StandingItem[];
  readonly reason: string;
  readonly evidence: StandingRequest['evidence'];
  readonly youthMinutes: StandingRequest['youthMinutes'];
  readonly state: StandingRequest['state'];
  readonly granted: readonly StandingItem[] | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
}

const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

const select = `
  select r.id, r.apprenticeship_id as apprenticeship, ${instantText('r.requested_at')} as "requestedAt", r.items, r.reason,
    r.evidence, r.youth_minutes as "youthMinutes", r.state, r.granted, ${instantText('r.decided_at')} as "decidedAt",
    r.decision_reason as "decisionReason", ${person('p')} as apprentice, ${person('e')} as employer, ${person('q')} as "requestedBy",
    case when d.id is null then null else ${person('d')} end as "decidedBy"
  from standing_requests r
  join apprenticeships a on a.id = r.apprenticeship_id
  join people p on p.id = a.apprentice_id
  join organizations e on e.id = a.employer_id
  join people q on q.id = r.requested_by
  left join people d on d.id = r.decided_by`;

function toView(row: Row): StandingRequestView {
  const { apprentice, employer, requestedBy, decidedBy, state, granted, decidedAt, decisionReason, ...asked } = row;
  const names = { apprentice, employer, requestedBy, decidedBy };
  if (state === 'requested') return { ...names, request: { ...asked, requestedBy: requestedBy.id, state } };
  if (!granted || !decidedBy || !decidedAt || decisionReason === null)
    throw new Error(`request ${row.id} lacks its decision`);
  const decision = { granted, decidedBy: decidedBy.id, decidedAt, decisionReason };
  return { ...names, request: { ...asked, requestedBy: requestedBy.id, state, ...decision } };
}

/** Requests for advanced standing; what is granted is on the record. */
export class StandingRequestRepository {
  constructor(private readonly manager: EntityManager) {}

  async add(sponsor: OrganizationId, request: StandingRequest): Promise<void> {
    const { id, apprenticeship, requestedBy, requestedAt, items, reason, evidence, youthMinutes } = request;
    await this.manager.query(
      `insert into standing_requests (id, sponsor_id, apprenticeship_id, requested_by, requested_at, items, reason, evidence,
         youth_minutes, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'requested')`,
      [
        id,
        sponsor,
        apprenticeship,
        requestedBy,
        requestedAt,
        JSON.stringify(items),
        reason,
        JSON.stringify(evidence),
        youthMinutes,
      ],
    );
  }

  async find(id: StandingRequestId): Promise<StandingRequestView | null> {
    const [row] = await this.manager.query<Row[]>(`${select} where r.id = $1`, [id]);
    return row ? toView(row) : null;
  }

  /** Holds the request until the transaction ends. */
  async lock(id: StandingRequestId): Promise<StandingRequestView | null> {
    const [row] = await this.manager.query<Row[]>(`${select} where r.id = $1 for update of r`, [id]);
    return row ? toView(row) : null;
  }

  /** All requests of an agreement, the newest first. */
  async listOf(apprenticeship: ApprenticeshipId): Promise<readonly StandingRequestView[]> {
    const rows = await this.manager.query<Row[]>(
      `${select} where r.apprenticeship_id = $1 order by r.requested_at desc, r.id desc`,
      [apprenticeship],
    );
    return rows.map(toView);
  }

  /** Requests of these sponsors that wait for a decision, the oldest first. */
  async listWaiting(sponsors: readonly OrganizationId[]): Promise<readonly StandingRequestView[]> {
    const rows = await this.manager.query<Row[]>(
      `${select} where r.sponsor_id = any($1) and r.state = 'requested' order by r.requested_at, r.id`,
      [sponsors],
    );
    return rows.map(toView);
  }

  /** Holds the requests of an agreement that wait for a decision until the transaction ends. */
  async lockWaiting(
    apprenticeship: ApprenticeshipId,
  ): Promise<readonly { id: StandingRequestId; items: readonly StandingItem[] }[]> {
    return this.manager.query(
      `select id, items from standing_requests where apprenticeship_id = $1 and state = 'requested' order by id for update`,
      [apprenticeship],
    );
  }

  /** Puts the items of a waiting request that this transaction holds under other codes. */
  async saveItems(id: StandingRequestId, items: readonly StandingItem[]): Promise<void> {
    await this.manager.query('update standing_requests set items = $2 where id = $1', [id, JSON.stringify(items)]);
  }

  /** Writes the decision of a request that this transaction holds. */
  async decide(request: Exclude<StandingRequest, { state: 'requested' }>): Promise<void> {
    await this.manager.query(
      `update standing_requests set state = $2, granted = $3, decided_by = $4, decided_at = $5, decision_reason = $6 where id = $1`,
      [
        request.id,
        request.state,
        JSON.stringify(request.granted),
        request.decidedBy,
        request.decidedAt,
        request.decisionReason,
      ],
    );
  }
}
