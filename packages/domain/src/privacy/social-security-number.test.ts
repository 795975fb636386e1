import { describe, expect, test } from 'vitest';
import {
  maskSocialSecurityNumber,
  readSocialSecurityNumber,
  showSocialSecurityNumber,
} from './social-security-number.js';

describe('a social security number', () => {
  test.each(['512-34-6789', '512346789', '512 34 6789', ' 512-34-6789 '])('is read as typed: %s', (text) => {
    expect(readSocialSecurityNumber(text)).toEqual({ ok: true, value: '512346789' });
  });
  test.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '987-65-4321',
    '512-00-6789',
    '512-34-0000',
    '078-05-1120',
    '123-45-6789',
    '51-234-6789',
    '5123-4-6789',
    '512-34-678',
    '512-34-67890',
    '512-34-678a',
    '',
  ])('is refused where none can be: %s', (text) => {
    expect(readSocialSecurityNumber(text)).toEqual({ ok: false, refusal: { kind: 'not-an-ssn' } });
  });
  test('is shown to its owner by its last four digits', () => {
    const read = readSocialSecurityNumber('512-34-6789');
    if (!read.ok) throw new Error('was refused');
    expect(maskSocialSecurityNumber(read.value)).toBe('***-**-6789');
    expect(showSocialSecurityNumber(read.value)).toBe('512-34-6789');
  });
});
