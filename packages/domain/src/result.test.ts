import { expect, expectTypeOf, test } from 'vitest';
import type { Result } from './result.js';
import { accept, refuse } from './result.js';

test('an answer is a value or a refusal, told apart by ok', () => {
  expect(accept(42)).toEqual({ ok: true, value: 42 });
  expect(refuse({ kind: 'own-hours' })).toEqual({ ok: false, refusal: { kind: 'own-hours' } });
});

test('a refusal keeps its exact kind', () => {
  expectTypeOf(refuse({ kind: 'own-hours' }).refusal.kind).toEqualTypeOf<'own-hours'>();
  expectTypeOf(refuse({ kind: 'own-hours' })).toExtend<Result<number, { readonly kind: 'own-hours' }>>();
  expectTypeOf(refuse({ kind: 'too-late' })).not.toExtend<Result<number, { readonly kind: 'own-hours' }>>();
});
