import type { AuditEvent } from '@journeybook/contracts';
import type { EventView } from '@journeybook/database';
import { sayAction } from './action-words.js';

/** An event in words; the address only for whoever is told it. */
export function presentEvent(event: EventView, withAddress: boolean): AuditEvent {
  const { id, at, kind, caller, person, role, organization, address, requestId, about, whom, action } = event;
  return {
    id,
    at,
    kind,
    person,
    caller,
    role,
    organization,
    address: withAddress ? address : null,
    what: sayAction(action, kind === 'refused'),
    about: [...about],
    whom,
    requestId,
  } as AuditEvent;
}
