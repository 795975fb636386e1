import { describe, expect, test } from 'vitest';
import { readIdentity } from './read-identity.js';

const okta = 'https://foundry.okta.example';
const google = 'https://accounts.google.com';
const entra = 'https://login.microsoftonline.com/0f2c/v2.0';
const grace = { sub: 'sub-1', email: 'grace@foundry.example' };

describe('an address', () => {
  test.each([
    ['a provider says so', okta, { email_verified: true }],
    ['a provider says so in a text', okta, { email_verified: 'true' }],
    ['Microsoft knows the domain for the tenant’s', entra, { xms_edov: true }],
    ['Microsoft says it with a number', entra, { xms_edov: '1' }],
    ['Google has the account in the Workspace domain', google, { email_verified: true, hd: 'foundry.example' }],
  ])('is verified when %s', (_, issuer, more) => {
    expect(readIdentity(issuer, { ...grace, ...more })).toEqual({
      subject: 'sub-1',
      email: 'grace@foundry.example',
      isVerified: true,
    });
  });
  test.each([
    ['nothing is said', okta, {}],
    ['the provider says no', okta, { email_verified: false }],
    ['it is said otherwise than the standard does', okta, { email_verified: 'yes' }],
    ['Microsoft says only that there is one', entra, {}],
    ['another provider uses the word of Microsoft', okta, { xms_edov: true }],
    ['Google has it in a private account', google, { email_verified: true }],
    ['Google has it in another Workspace', google, { email_verified: true, hd: 'mill.example' }],
  ])('is not verified when %s', (_, issuer, more) => {
    expect(readIdentity(issuer, { ...grace, ...more }).isVerified).toBe(false);
  });
  test('may be missing', () => {
    expect(readIdentity(okta, { sub: 'sub-1', email_verified: true }).email).toBeNull();
  });
});
