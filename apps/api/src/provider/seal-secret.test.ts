import { describe, expect, test } from 'vitest';
import { seal, unseal } from './seal-secret.js';

const secret = 'a secret of more than thirty-two characters';

describe('a sealed secret', () => {
  test('opens again, and looks different each time', () => {
    expect(unseal(seal('Zürich', secret, 'foundry'), secret, 'foundry')).toBe('Zürich');
    expect(seal('x', secret, 'foundry')).not.toBe(seal('x', secret, 'foundry'));
  });
  test('does not open under another key, for another organisation, or changed', () => {
    const sealed = seal('a client secret', secret, 'foundry');
    expect(() => unseal(sealed, `${secret}!`, 'foundry')).toThrow('authenticate');
    expect(() => unseal(sealed, secret, 'mill')).toThrow('authenticate');
    expect(() => unseal(`${sealed.slice(0, -4)}AAAA`, secret, 'foundry')).toThrow('authenticate');
    expect(() => unseal('plain', secret, 'foundry')).toThrow('not a sealed text');
  });
});
