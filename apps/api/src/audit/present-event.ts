import type { AuditEvent } from '@journeybook/contracts';
import type { EventView } from '@journeybook/database';
import { sayAction } from './action-words.js';

/** What was looked at or taken out beyond what the operation says. */
const what: Readonly<Record<string, string>> = {
  demographics: 'looked at demographic data',
};

/** An event in words; the address only for whoever is told it. */
export function presentEvent(event: EventView, withAddress: boolean): AuditEvent {
  const { id, at, kind, caller, person, role, organization, address, requestId, about, whom, action, details } = event;
  return {
    id,
    at,
    kind,
    person,
    caller,
    role,
    organization,
    address: withAddress ? address : null,
    what: what[String(details['what'])] ?? sayAction(action, kind === 'refused'),
    about: [...about],
    whom,
    requestId,
  } as AuditEvent;
}
