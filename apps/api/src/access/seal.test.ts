import { describe, expect, test } from 'vitest';
import { Seal } from './seal.js';

const [older, newer] = ['older-key-0123456789-0123456789-0123', 'newer-key-0123456789-0123456789-0123'];
const sealOf = (SECRETS_KEY: string) => new Seal({ SECRETS_KEY });

describe('a sealed secret', () => {
  test('opens for whom it is about, and shows nothing before', () => {
    const sealed = sealOf(newer).seal('JBSWY3DPEHPK3PXP', 'ada');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(sealOf(newer).open(sealed, 'ada')).toBe('JBSWY3DPEHPK3PXP');
  });
  test('looks different each time', () => {
    expect(sealOf(newer).seal('secret', 'ada')).not.toBe(sealOf(newer).seal('secret', 'ada'));
  });
  test('of an older key opens while that key is kept', () => {
    const sealed = sealOf(older).seal('secret', 'ada');
    expect(sealOf(`${newer},${older}`).open(sealed, 'ada')).toBe('secret');
    expect(() => sealOf(newer).open(sealed, 'ada')).toThrow(/not in SECRETS_KEY/);
  });
  test('opens for nobody else', () => {
    const sealed = sealOf(newer).seal('secret', 'ada');
    expect(() => sealOf(newer).open(sealed, 'grace')).toThrow(/unable to authenticate/);
  });
  test('does not open once a letter of it was changed', () => {
    const parts = sealOf(newer).seal('secret', 'ada').split('.');
    for (const index of [2, 3, 4]) {
      const changed = parts.map((part, at) =>
        at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      );
      expect(() => sealOf(newer).open(changed.join('.'), 'ada')).toThrow(/unable to authenticate/);
    }
    expect(() => sealOf(newer).open(parts.slice(0, 3).join('.'), 'ada')).toThrow(/not whole/);
  });
});
