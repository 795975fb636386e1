import { describe, expect, test } from 'vitest';
import { recognisePlatform, refuseIssuer } from './recognise-platform.js';

const moodle = {
  issuer: 'https://learn.example.edu/moodle',
  authUrl: 'https://learn.example.edu/moodle/mod/lti/auth.php',
};
const cloud = {
  issuer: 'https://canvas.instructure.com',
  authUrl: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
};
const own = { issuer: 'https://canvas.example.edu', authUrl: 'https://canvas.example.edu/api/lti/authorize_redirect' };
const other = { issuer: 'https://lms.example.edu/', authUrl: 'https://lms.example.edu/auth' };

test.each([
  ['moodle', moodle],
  ['canvas', cloud],
  ['canvas', { ...cloud, issuer: 'https://canvas.beta.instructure.com/', authUrl: 'typed wrong' }],
  ['canvas', own],
  ['generic', other],
  ['generic', { ...other, authUrl: 'typed wrong' }],
] as const)('knows %s by its addresses', (profile, seen) => {
  expect(recognisePlatform(seen)).toBe(profile);
});

describe('an issuer with a slash at the end', () => {
  test.each([moodle, cloud, own])('is not $issuer', (seen) => {
    expect(refuseIssuer(seen)).toBeNull();
    expect(refuseIssuer({ ...seen, issuer: `${seen.issuer}/` })).toContain('no slash at the end');
  });
  test('may be what another platform calls itself', () => {
    expect(refuseIssuer(other)).toBeNull();
  });
});
