import type { Result } from '@journeybook/domain';
import type { Problem } from '@journeybook/contracts';
import type { Refusal } from './refusals.js';

/** Carries a refusal to the filter that answers it. Thrown at the edge only: rules return refusals. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly errors?: Problem['errors'],
  ) {
    super(refusal.kind);
    this.name = 'Refused';
  }
}

/** The value of a result; a refusal ends the request (and rolls back a transaction it is in). */
export function orRefuse<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}

/** The value; `not-found` (or the refusal given) when there is none. */
export function found<Value>(value: Value | null | undefined, refusal: Refusal = { kind: 'not-found' }): Value {
  if (value === null || value === undefined) throw new Refused(refusal);
  return value;
}
