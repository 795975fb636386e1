import type { EntityManager } from 'typeorm';
import { acting } from '../acting.js';
import type { AuditKind } from './insert-event.js';
import { insertEvent } from './insert-event.js';
import type { Concerned } from './trail.js';
import { concern } from './trail.js';

/** What is put on file beside the changes, which are put there by themselves. */
export interface Note extends Concerned {
  readonly kind: Exclude<AuditKind, 'change'>;
  /** In words of the product, such as `{ what: 'demographics' }`; nothing that somebody wrote, and no name. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** The trail: who did what, as what, for which organisation, from where. Events are added and never changed. */
export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Says what the present transaction concerns that the request does not name; it stands with the event of the change. */
  concern(concerned: Concerned): void {
    concern(this.manager, concerned);
  }

  /** Puts a view, an export or a refusal on file at once, on behalf of whoever the work runs for; outside of any request nothing. */
  async note({ kind, details, ...concerned }: Note): Promise<void> {
    const act = acting();
    if (act) await insertEvent(this.manager, act, { kind, concerned: [concerned], details: details ?? {} });
  }
}
