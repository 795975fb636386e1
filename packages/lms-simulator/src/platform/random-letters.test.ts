import { expect, test } from 'vitest';
import { createSessionStore } from './sessions.js';
import { randomLetters } from './random-letters.js';

test('random letters are letters and digits of the wanted number', () => {
  const texts = Array.from({ length: 200 }, () => randomLetters(15));
  expect(texts.filter((text) => !/^[A-Za-z0-9]{15}$/.test(text))).toEqual([]);
  expect(new Set(texts).size).toBe(200);
});

test('a session key has ten of them, as in the recordings', () => {
  const sessions = createSessionStore();
  const keys = Array.from({ length: 200 }, () => sessions.start('priya-nair').sesskey);
  expect(keys.filter((key) => !/^[A-Za-z0-9]{10}$/.test(key))).toEqual([]);
});
