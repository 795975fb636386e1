import { at } from '@journeybook/domain/testing';
import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { authenticatorUri, codeAt, newAuthenticatorSecret, stepOfCode } from './authenticator-code.js';

const rfcSecret = Secret.fromUTF8('12345678901234567890').base32;

describe('a code of an authenticator app', () => {
  // RFC 6238 Appendix B, the last six of its eight digits.
  test.each([
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37_037_036],
    ['2033-05-18T03:33:20Z', '279037', 66_666_666],
  ])('is that of RFC 6238 at %s', (moment, code, step) => {
    expect(codeAt(rfcSecret, at(moment))).toBe(code);
    expect(stepOfCode(rfcSecret, code, at(moment))).toBe(step);
  });
  test('is taken half a minute before and after its own, with a space in the middle', () => {
    const code = codeAt(rfcSecret, at('2026-03-04T15:00:00Z'));
    const step = stepOfCode(rfcSecret, code, at('2026-03-04T15:00:00Z'));
    for (const moment of ['2026-03-04T14:59:30Z', '2026-03-04T15:00:59Z'])
      expect(stepOfCode(rfcSecret, `${code.slice(0, 3)} ${code.slice(3)}`, at(moment))).toBe(step);
    for (const moment of ['2026-03-04T14:59:29Z', '2026-03-04T15:01:00Z'])
      expect(stepOfCode(rfcSecret, code, at(moment))).toBeNull();
  });
  test.each(['', '12345', '1234567', 'abcdef'])('is not %j', (code) => {
    expect(stepOfCode(rfcSecret, code, at('2026-03-04T15:00:00Z'))).toBeNull();
  });
});

test('a secret has 160 bits, and an address with whose it is', () => {
  const secret = newAuthenticatorSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newAuthenticatorSecret()).not.toBe(secret);
  const uri = new URL(authenticatorUri(secret, 'ada.lopez@people.example'));
  expect(decodeURIComponent(uri.pathname)).toContain('Journeybook:ada.lopez@people.example');
  expect(uri.searchParams.get('secret')).toBe(secret);
});
