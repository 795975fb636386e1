import { describe, expect, test } from 'vitest';
import { frameAncestors, framePolicy } from './page-policy.js';

const registration = (authUrl: string, issuer: string) => ({
  id: 'r',
  issuer,
  clientId: 'c',
  authUrl,
  tokenUrl: authUrl,
  jwksUrl: authUrl,
  tokenAudience: null,
  profile: 'canvas' as const,
  name: 'n',
});

describe('who may frame our page', () => {
  test('is the platform', () => {
    const moodle = registration('https://moodle.example/mod/lti/auth.php', 'https://moodle.example');
    expect(
      frameAncestors({ registration: moodle, returnUrl: 'https://moodle.example/x', allowLoopback: false }),
    ).toEqual(['https://moodle.example']);
  });

  test('is every college’s own host for Canvas, and the host that the launch came from', () => {
    const canvas = registration(
      'https://sso.canvaslms.com/api/lti/authorize_redirect',
      'https://canvas.instructure.com',
    );
    expect(
      frameAncestors({
        registration: canvas,
        returnUrl: 'https://learn.college.example/courses/1',
        allowLoopback: false,
      }),
    ).toEqual([
      'https://sso.canvaslms.com',
      'https://canvas.instructure.com',
      'https://learn.college.example',
      'https://*.instructure.com',
    ]);
  });

  test('is nobody over plain http', () => {
    const moodle = registration('https://moodle.example/auth', 'https://moodle.example');
    expect(frameAncestors({ registration: moodle, returnUrl: 'http://evil.example/', allowLoopback: false })).toEqual([
      'https://moodle.example',
    ]);
  });

  test('stands in the policy, beside the one address that may be called', () => {
    const page = { ancestors: ['https://moodle.example'], apiUrl: 'https://api.example/some/path', styleNonce: 'n-1' };
    expect(framePolicy(page)).toMatch(
      /style-src 'self' 'nonce-n-1'; .*connect-src https:\/\/api\.example; .*frame-ancestors https:\/\/moodle\.example$/,
    );
  });
});
