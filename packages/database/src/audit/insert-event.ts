import type { EntityManager } from 'typeorm';
import type { Acting, Named } from '../acting.js';
import { newId } from '../new-id.js';
import type { Concerned } from './trail.js';

export type AuditKind = 'change' | 'view' | 'export' | 'refused';

export interface NewEvent {
  readonly kind: AuditKind;
  readonly concerned: readonly Concerned[];
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Puts an event on file, with whom it concerns, in one statement (`reach.put_on_file`, which looks up what the ids belong to). */
export async function insertEvent(manager: EntityManager, act: Acting, event: NewEvent): Promise<void> {
  const { ids, subjects, details } = act.named?.() ?? nothingNamed;
  const concerned = event.concerned.flatMap((one) => [...(one.apprenticeships ?? []), ...(one.organizations ?? [])]);
  const person = event.concerned.flatMap((one) => one.person ?? []).at(-1) ?? personOf(act);
  await manager.query('select reach.put_on_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    newId(),
    event.kind,
    act.action,
    act.caller.kind,
    person,
    [...new Set([...ids, ...concerned])],
    event.concerned.some(({ privately }) => privately)
      ? null
      : JSON.stringify(rolesOf(act).map((held, place) => ({ ...held, place }))),
    act.address,
    act.requestId,
    JSON.stringify(subjectsOf(act, subjects)),
    JSON.stringify({ ...details, ...event.details }),
  ]);
}

const nothingNamed: Named = { ids: [], subjects: {}, details: {} };

const personOf = ({ caller }: Acting) => (caller.kind === 'person' || caller.kind === 'launch' ? caller.person : null);

/** A launch acts in its role at its college. */
const rolesOf = ({ caller, admittedBy }: Acting): readonly { role: string; organization: string }[] =>
  caller.kind === 'launch' ? [{ role: caller.role, organization: caller.college }] : (admittedBy ?? []);

/** Whoever comes from a learning platform is known by an identity there, be it nobody's yet. */
const subjectsOf = ({ caller }: Acting, subjects: Readonly<Record<string, string>>) =>
  caller.kind === 'launch' ? { ...subjects, identity: subjects['identity'] ?? caller.identity } : subjects;
