import { describe, expect, test } from 'vitest';
import { frameAncestors, framersOfUnregistered, framersOfUnverified } from './frame-ancestors.js';

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

const tokenOf = (root_account_domain: unknown) =>
  ['{}', JSON.stringify({ root_account_domain }), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');

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

  test('is, before a launch is verified, the page that asks where each college has a host that no registration names', () => {
    const college = 'https://learn.college.example/courses/1';
    const hosted = registration('https://developer.blackboard.com/auth', 'https://blackboard.com');
    expect(framersOfUnverified(hosted, college, false)).toEqual([
      'https://developer.blackboard.com',
      'https://blackboard.com',
      'https://learn.college.example',
    ]);
    expect(framersOfUnverified(hosted, 'http://learn.college.example/', false)).not.toContain(
      'http://learn.college.example',
    );
    const elsewhere = registration('https://sign-in.example/auth', 'https://learning.example');
    expect(framersOfUnverified(elsewhere, college, false)).toContain('https://learn.college.example');
    const own = registration('https://moodle.example/auth', 'https://moodle.example');
    expect(framersOfUnverified(own, college, false)).toEqual(['https://moodle.example']);
  });

  test('is, while a platform is being connected, the one that the invitation was opened with', () => {
    const framers = (openid_configuration: string | undefined, registration_token?: string) =>
      framersOfUnregistered({ openid_configuration, registration_token }, false);
    expect(framers('https://moodle.example/mod/lti/openid-configuration.php', 'no.token.ofcanvas')).toEqual([
      'https://moodle.example',
    ]);
    expect(framers('https://sso.canvaslms.com/api/lti/configuration')).toEqual([
      'https://sso.canvaslms.com',
      'https://*.instructure.com',
    ]);
    for (const address of [undefined, '*', 'https://10.0.0.1/', 'http://moodle.example/', 'data:text/html,x'])
      expect(framers(address, tokenOf('learn.college.example'))).toEqual([]);
  });

  test('is, while Canvas is being connected, the college’s own host that its token names', () => {
    const framers = (domain: unknown) =>
      framersOfUnregistered(
        {
          openid_configuration: 'https://sso.canvaslms.com/api/lti/configuration',
          registration_token: tokenOf(domain),
        },
        false,
      );
    const always = ['https://sso.canvaslms.com', 'https://*.instructure.com'];
    expect(framers('learn.college.example')).toEqual([...always, 'https://learn.college.example']);
    for (const domain of ['10.0.0.1', 'a b', "x; script-src 'unsafe-inline'", 'me@evil.example/', '*', 7, undefined])
      expect(framers(domain)).toEqual(always);
  });
});
