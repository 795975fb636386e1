import { expect, test } from 'vitest';
import { isGuessable } from './is-guessable.js';

test.each([
  'password1234',
  'Password123!',
  'passwordpassword',
  'qwertyuiop123',
  'aaaaaaaaaaaaaaaa',
  '123456789012',
  'P@ssw0rd2024!',
  'iloveyou2024',
  'journeybook2026',
  'abcabcabcabcabc',
])('%s is guessed first', (password) => {
  expect(isGuessable(password)).toBe(true);
});

test.each([
  'press line 2 at dawn',
  'copper lathe winter seven',
  'Tr7$kkpWq9zLm2',
  'the shop floor is loud at six, quiet at noon, and warm in march when the ovens run all night long',
])('%s is not', (password) => {
  expect(isGuessable(password)).toBe(false);
});
