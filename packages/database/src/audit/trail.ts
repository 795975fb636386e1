import type { ApprenticeshipId, OrganizationId, PersonId } from '@journeybook/domain';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../acting.js';
import { acting } from '../acting.js';
import { insertEvent } from './insert-event.js';

/** What a use-case knows of an act beyond what the request names. */
export interface Concerned {
  readonly apprenticeships?: readonly ApprenticeshipId[];
  readonly organizations?: readonly OrganizationId[];
  /** Who acts, where that is known only now: somebody who signs in. */
  readonly person?: PersonId;
  /** Whether no organisation is told: what somebody keeps about themself is theirs alone. */
  readonly privately?: boolean;
}

interface Trail {
  wrote: boolean;
  /** Whether what is kept is no more than that something was tried. */
  onlyTried: boolean;
  readonly concerned: Concerned[];
}

const trails = new WeakMap<EntityManager, Trail>();
/** The requests that have their event: one act is one event, however many transactions it takes. */
const onFile = new WeakSet<Acting>();

/**
 * Runs the work of a transaction and, when it wrote something for a request that may change things, puts the event on file within the
 * same transaction: no change without its event, and no event of a change that was refused.
 */
export async function withTrail<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  const act = acting();
  if (!act || act.action.startsWith('GET ')) return work();
  const trail: Trail = { wrote: false, onlyTried: false, concerned: [] };
  trails.set(manager, trail);
  watch(manager, trail);
  const done = await work();
  if (trail.wrote && !trail.onlyTried && !isRefusal(done) && !onFile.has(act)) {
    await insertEvent(manager, act, { kind: 'change', concerned: trail.concerned });
    onFile.add(act);
  }
  return done;
}

/** Says what the present transaction concerns, for its event. */
export const concern = (manager: EntityManager, concerned: Concerned): void => {
  trails.get(manager)?.concerned.push(concerned);
};

/** Says that the present transaction goes along with a change in another place, which has no event of its own. */
export const changesElsewhere = (manager: EntityManager): void => {
  const trail = trails.get(manager);
  if (trail) trail.wrote = true;
};

/** Says that what the present transaction keeps is a try that was refused: it is no change. */
export const onlyTried = (manager: EntityManager): void => {
  const trail = trails.get(manager);
  if (trail) trail.onlyTried = true;
};

/** A result that is a refusal, as the domain's rules give it. */
const isRefusal = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'ok' in done && done.ok === false && 'refusal' in done;

function watch(manager: EntityManager, trail: Trail): void {
  const runner = manager.queryRunner;
  if (!runner) throw new Error('a transaction has a runner of its own');
  const query = runner.query.bind(runner);
  runner.query = ((...statement: Parameters<typeof query>) => {
    trail.wrote ||= isWrite(statement[0]);
    return query(...statement);
  }) as typeof runner.query;
}

/** Whether a statement writes. `for update` locks and writes nothing. */
export const isWrite = (sql: string): boolean =>
  /\b(insert\s+into|delete\s+from|update\s+\S+\s+(as\s+)?(\w+\s+)?set)\b/i.test(
    sql.replaceAll(/\bfor\s+(no\s+key\s+)?update\b/gi, ''),
  );
