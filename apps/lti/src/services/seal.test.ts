import { describe, expect, test } from 'vitest';
import { createSealer } from './seal.js';

const sealer = createSealer('a secret of some length', 'tests');

describe('a sealed text', () => {
  test('opens again, and looks different each time', () => {
    expect(sealer.open(sealer.seal('Zürich {"a":1}'))).toBe('Zürich {"a":1}');
    expect(sealer.seal('x')).not.toBe(sealer.seal('x'));
  });

  test('does not open with another secret or for another purpose', () => {
    expect(() => createSealer('another secret', 'tests').open(sealer.seal('x'))).toThrow('unable to authenticate');
    expect(() => createSealer('a secret of some length', 'other').open(sealer.seal('x'))).toThrow(
      'unable to authenticate',
    );
  });

  test('does not open when it was changed', () => {
    const sealed = sealer.seal('hello');
    const parts = sealed.split('.');
    const flipped = Buffer.from(parts[3] ?? '', 'base64url');
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    expect(() => sealer.open([...parts.slice(0, 3), flipped.toString('base64url')].join('.'))).toThrow(
      'unable to authenticate',
    );
    expect(() => sealer.open('not sealed')).toThrow('not a sealed text');
  });
});
