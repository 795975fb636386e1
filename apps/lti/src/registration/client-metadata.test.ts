import { describe, expect, test } from 'vitest';
import { noticeScope, scope } from '../protocol/claim-names.js';
import { clientMetadata } from './client-metadata.js';
import { platformClaim, platformConfiguration } from './platform-configuration.js';

const wanted = Object.values(scope);
const url = 'https://lms.example';
const scopesAskedOf = (product_family_code: string, scopes_supported?: readonly string[]) => {
  const configuration = platformConfiguration.parse({
    issuer: url,
    authorization_endpoint: `${url}/auth`,
    registration_endpoint: `${url}/register`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    scopes_supported,
    [platformClaim]: { product_family_code },
  });
  const addresses = { publicUrl: 'https://lti.example', iconUrl: 'https://lti.example/icon.svg' };
  return String(clientMetadata(configuration, addresses)['scope']).split(' ');
};

describe('the scopes that a platform is asked for', () => {
  test('are ours of those it offers, and all of ours where it lists none', () => {
    expect(scopesAskedOf('canvas', ['openid', ...wanted, 'another'])).toEqual(wanted);
    expect(scopesAskedOf('moodle', wanted.slice(1))).toEqual(wanted.slice(1));
    for (const listed of [undefined, [], ['openid']]) expect(scopesAskedOf('canvas', listed)).toEqual(wanted);
  });
  test('have notices among them at a Canvas that offers them, and nowhere else', () => {
    const all = [...wanted, noticeScope];
    expect(scopesAskedOf('canvas', all)).toEqual(all);
    for (const product of ['moodle', 'sakai']) expect(scopesAskedOf(product, all)).toEqual(wanted);
  });
});
