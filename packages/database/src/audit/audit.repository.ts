import type { ApprenticeshipId, CalendarDate, Instant, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import { acting } from '../acting.js';
import type { AuditKind } from './insert-event.js';
import { insertEvent } from './insert-event.js';
import { listOfAgreement, listOfOrganization } from './list-events.sql.js';
import type { Concerned } from './trail.js';
import { changesElsewhere, concern, onlyTried } from './trail.js';

/** What is put on file beside the changes, which are put there by themselves. */
export interface Note extends Concerned {
  readonly kind: Exclude<AuditKind, 'change'>;
  /** In words of the product, such as `{ what: 'demographics' }`; nothing that somebody wrote, and no name. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** An event with the names a person reads. */
export interface EventView {
  readonly id: string;
  readonly at: Instant;
  readonly kind: AuditKind;
  readonly action: string;
  readonly caller: 'person' | 'launch' | 'machine' | 'nobody' | 'operator';
  readonly person: Named | null;
  readonly role: string | null;
  readonly organization: Named | null;
  readonly address: string;
  readonly requestId: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly about: readonly Named[];
  readonly whom: string | null;
}

export interface EventFilter {
  readonly person?: PersonId | undefined;
  readonly apprenticeship?: ApprenticeshipId | undefined;
  /** Method and pattern, as `Acting.action`. */
  readonly action?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  readonly before?: string | undefined;
  /** In which a day begins. */
  readonly timeZone: string;
  readonly most: number;
}

/** The trail: who did what, as what, for which organisation, from where. Events are added and never changed. */
export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Says what the present transaction concerns that the request does not name; it stands with the event of the change. */
  concern(concerned: Concerned): void {
    concern(this.manager, concerned);
  }

  /** Says that what the present transaction keeps is a try that was refused, such as a wrong code: it is no change. */
  onlyTried(): void {
    onlyTried(this.manager);
  }

  /** Says that this transaction goes along with a change in another place, such as the vault: it is on file as one here. */
  changesElsewhere(): void {
    changesElsewhere(this.manager);
  }

  /** Puts a view, an export or a refusal on file at once, on behalf of whoever the work runs for; outside of any request nothing. */
  async note({ kind, details, ...concerned }: Note): Promise<void> {
    const act = acting();
    if (act) await insertEvent(this.manager, act, { kind, concerned: [concerned], details: details ?? {} });
  }

  /** What was done at an organisation and with its agreements, newest first; of agreements only those that are its own. */
  listOf(organization: OrganizationId, filter: EventFilter): Promise<readonly EventView[]> {
    const { person, apprenticeship, action, from, until, before, timeZone, most } = filter;
    return this.manager.query<EventView[]>(listOfOrganization, [
      organization,
      before ?? null,
      most,
      person ?? null,
      apprenticeship ?? null,
      action ?? null,
      from ?? null,
      until ?? null,
      timeZone,
    ]);
  }

  /** What was done with one agreement, newest first. */
  listOfAgreement(apprenticeship: ApprenticeshipId, page: { before: string | undefined; most: number }) {
    return this.manager.query<EventView[]>(listOfAgreement, [apprenticeship, page.before ?? null, page.most]);
  }
}
