import { describe, expect, test } from 'vitest';
import { accepted, refusalOf } from '../testing/accepted.js';
import { type CorrectPlatformFacts, correctionOf, correctPlatform } from './correct-platform.js';

const held = { issuer: 'https://moodle.example', clientId: 'a1' };
const other = { ...held, issuer: 'https://learn.example' };
const facts: CorrectPlatformFacts = { origin: 'hand', shared: false, launched: false, held, taken: false };
const correct = (given: typeof held, part: Partial<CorrectPlatformFacts> = {}) =>
  correctPlatform(given, { ...facts, ...part });

describe('correcting a platform', () => {
  test('is for the college that entered it by hand and uses it alone', () => {
    expect(accepted(correct(held))).toBe('corrected');
    expect(accepted(correct(other))).toBe('corrected');
  });
  test.each(['invitation', 'command'] as const)('is not for what came by %s', (origin) => {
    expect(refusalOf(correct(held, { origin }))).toBe('platform-not-by-hand');
  });
  test('is nothing that one of several colleges does alone', () => {
    expect(refusalOf(correct(held, { shared: true }))).toBe('platform-shared');
  });
  test('leaves issuer and client id once somebody came in by them, and the addresses open', () => {
    expect(refusalOf(correct(other, { launched: true }))).toBe('platform-launched');
    expect(refusalOf(correct({ ...held, clientId: 'b2' }, { launched: true }))).toBe('platform-launched');
    expect(accepted(correct(held, { launched: true }))).toBe('corrected');
  });
  test('never takes the name of another registration', () => {
    expect(refusalOf(correct(other, { taken: true }))).toBe('platform-name-taken');
    expect(accepted(correct(held, { taken: true }))).toBe('corrected');
  });
  test.each([
    ['everything', {}],
    ['addresses', { launched: true }],
    ['shared', { shared: true, launched: true }],
    ['by-invitation', { origin: 'invitation' }],
    ['by-command', { origin: 'command', shared: true }],
  ] as const)('says before that it is a matter of: %s', (what, part) => {
    expect(correctionOf({ ...facts, ...part })).toBe(what);
  });
});
