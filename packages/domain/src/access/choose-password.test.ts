import { describe, expect, test } from 'vitest';
import { choosePassword } from './choose-password.js';

const facts = { email: 'ada.lopez@people.example', name: 'Ada Lopez', isGuessable: () => false };
const kindOf = (password: string, isGuessable = false) => {
  const chosen = choosePassword(password, { ...facts, isGuessable: () => isGuessable });
  return chosen.ok ? 'ok' : chosen.refusal.kind;
};

describe('a password', () => {
  test.each(['press line 2', 'x'.repeat(512), 'ü'.repeat(12), 'ada lopez presses line 2 at dawn'])(
    'may be %s',
    (one) => {
      expect(kindOf(one)).toBe('ok');
    },
  );
  test('has twelve characters at least, however many bytes they take', () => {
    expect(kindOf('x'.repeat(11))).toBe('password-too-short');
    expect(kindOf('👷'.repeat(11))).toBe('password-too-short');
    expect(kindOf('u\u0308'.repeat(11))).toBe('password-too-short');
  });
  test('has 512 characters at most', () => {
    expect(kindOf('x'.repeat(513))).toBe('password-too-long');
  });
  test.each([
    'ada.lopez@people.example',
    'ADA.LOPEZ@PEOPLE.EXAMPLE1',
    'lopez2026lopez',
    'lopezlopezlopez',
    'peoplelopez12',
  ])('is not made of the own name or address: %s', (one) => {
    expect(kindOf(one)).toBe('password-personal');
  });
  test('is none that is guessed first', () => {
    expect(kindOf('press line 2 at dawn', true)).toBe('password-common');
  });
});
