import { expect, test } from 'vitest';
import { checkMappingPolicy } from './mapping-policy.js';

test.each([
  ['hand', 'all'],
  ['hand', 'attendance'],
  ['grade', 'all'],
] as const)('confirmation by %s goes with crediting %s', (confirmedBy, creditMode) => {
  const policy = { confirmedBy, creditMode, attempt: 'best' } as const;
  expect(checkMappingPolicy(policy)).toEqual({ ok: true, value: policy });
});
test('a grade does not say how many hours were attended', () => {
  expect(checkMappingPolicy({ confirmedBy: 'grade', creditMode: 'attendance', attempt: 'latest' })).toEqual({
    ok: false,
    refusal: { kind: 'attendance-needs-hand' },
  });
});
