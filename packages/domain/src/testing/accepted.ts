import type { Result } from '../result.js';

/** The value of an answer that a test expects to be given; throws with the refusal otherwise. */
export function accepted<Value, Refusal extends { readonly kind: string }>(answer: Result<Value, Refusal>): Value {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.kind}`);
  return answer.value;
}

/** The kind of the refusal that a test expects; null when it was accepted. */
export const refusalOf = (answer: Result<unknown, { readonly kind: string }>): string | null =>
  answer.ok ? null : answer.refusal.kind;
