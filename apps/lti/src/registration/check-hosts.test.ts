import { describe, expect, test } from 'vitest';
import { foreignAddress } from './check-hosts.js';
import { platformClaim, type PlatformConfiguration } from './platform-configuration.js';

const site = 'https://moodle.lakeside.example';
const configuration = (product: string, part: Partial<PlatformConfiguration> = {}): PlatformConfiguration => ({
  issuer: site,
  authorization_endpoint: `${site}/auth`,
  registration_endpoint: `${site}/register`,
  token_endpoint: `${site}/token`,
  jwks_uri: `${site}/keys`,
  scopes_supported: [],
  [platformClaim]: {
    product_family_code: product,
    messages_supported: [],
    variables: [],
    'https://canvas.instructure.com/lti/account_name': undefined,
  },
  ...part,
});
const evil = 'https://evil.example';
const cloud = {
  issuer: 'https://canvas.instructure.com',
  authorization_endpoint: 'https://sso.canvaslms.com/api/lti/authorize_redirect',
  registration_endpoint: 'https://lakeside.instructure.com/api/lti/registrations',
  token_endpoint: 'https://sso.canvaslms.com/login/oauth2/token',
  jwks_uri: 'https://sso.canvaslms.com/api/lti/security/jwks',
};
const canvasUrl = 'https://lakeside.instructure.com/api/lti/security/openid-configuration';

describe('the hosts of a platform', () => {
  test('are its own', () => {
    expect(foreignAddress(`${site}/openid-configuration`, configuration('moodle'))).toBeNull();
  });
  test('are Canvas’s together, as documented, also under a college’s own name', () => {
    expect(foreignAddress(canvasUrl, configuration('canvas', cloud))).toBeNull();
    const own = { ...cloud, registration_endpoint: 'https://canvas.lakeside.example/api/lti/registrations' };
    expect(foreignAddress('https://canvas.lakeside.example/config', configuration('canvas', own))).toBeNull();
  });
  test('of Brightspace vouch for each other', () => {
    const tenant = 'https://lakeside.brightspace.com';
    const part = {
      issuer: tenant,
      authorization_endpoint: `${tenant}/auth`,
      registration_endpoint: `${tenant}/register`,
      token_endpoint: 'https://auth.brightspace.com/core/connect/token',
      jwks_uri: `${tenant}/keys`,
    };
    expect(foreignAddress(`${tenant}/config`, configuration('desire2learn', part))).toBeNull();
  });
  test.each(['issuer', 'authorization_endpoint', 'registration_endpoint', 'token_endpoint', 'jwks_uri'] as const)(
    'are not another’s: %s',
    (name) => {
      const changed = configuration('moodle', { [name]: `${evil}/x` });
      expect(foreignAddress(`${site}/config`, changed)).toBe(`${evil}/x`);
      expect(foreignAddress(canvasUrl, configuration('canvas', { ...cloud, [name]: `${evil}/x` }))).toBe(`${evil}/x`);
    },
  );
  test.each([
    ['another product that says it is Canvas’s issuer', 'https://evil.example/config', configuration('moodle', cloud)],
    [
      'a name that only ends like Canvas’s',
      canvasUrl,
      configuration('canvas', { ...cloud, jwks_uri: 'https://evilinstructure.com/keys' }),
    ],
    ['another port', `${site}:8443/config`, configuration('moodle')],
    [
      'somebody who says they are Canvas and signs elsewhere',
      'https://evil.example/config',
      configuration('canvas', { ...cloud, jwks_uri: 'https://other.example/keys' }),
    ],
  ])('are not those of %s', (_, url, given) => {
    expect(foreignAddress(url, given)).not.toBeNull();
  });
});
