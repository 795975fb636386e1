import type { Result } from '@journeybook/domain';

/** In the demo world every act is allowed; one that is refused is a mistake in this folder. */
export function allowed<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`the demo world breaks a rule: ${result.refusal.kind}`);
  return result.value;
}
