/** What a rule answers: a value, or a refusal with a stable `kind`. Bugs throw; refusals never do. */
export type Result<Value, Refusal extends { readonly kind: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** The answer of a rule that allows what was asked. */
export const accept = <Value>(value: Value) => ({ ok: true, value }) as const;

/** The answer of a rule that does not allow what was asked; `kind` is part of the public contract. */
export const refuse = <const Refusal extends { readonly kind: string }>(refusal: Refusal) =>
  ({ ok: false, refusal }) as const;
