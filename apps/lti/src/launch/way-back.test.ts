import { describe, expect, test } from 'vitest';
import { claim } from '../protocol/claim-names.js';
import { backWithError, fromWindow, wayBack } from './way-back.js';

const registration = (authUrl: string, issuer: string) => ({
  id: 'r',
  issuer,
  clientId: 'c',
  authUrl,
  tokenUrl: authUrl,
  jwksUrl: authUrl,
  tokenAudience: null,
  profile: 'generic' as const,
  name: 'n',
});
const moodle = registration('https://moodle.example/mod/lti/auth.php', 'https://moodle.example');
const canvas = registration('https://sso.canvaslms.com/api/lti/authorize_redirect', 'https://canvas.instructure.com');
const saying = (return_url: unknown) => ({ [claim.launchPresentation]: { return_url } });

describe('the way back to the platform', () => {
  test.each([
    [moodle, 'https://moodle.example/mod/lti/return.php?course=2'],
    [canvas, 'https://lakeside.instructure.com/courses/565'],
    [canvas, 'https://canvas.instructure.com/courses/565'],
  ])('is taken from the token at the platform’s own host', (platform, address) => {
    expect(wayBack(platform, saying(address), false)).toBe(address);
  });

  test.each([
    ['https://evil.example/'],
    ['https://moodle.example.evil.example/'],
    ['https://moodle.example@evil.example/'],
    ['http://moodle.example/'],
    ['https://moodle.example:444/'],
    ['javascript:alert(1)'],
    ['/mod/lti/return.php'],
    [{ href: 'https://moodle.example' }],
    [undefined],
  ])('is none for %j', (address) => {
    expect(wayBack(moodle, saying(address), false)).toBeNull();
  });

  test.each([
    'http://lakeside.instructure.com/',
    'https://instructure.com.evil.example/',
    'https://evilinstructure.com/',
  ])('of Canvas is none for %s', (address) => {
    expect(wayBack(canvas, saying(address), false)).toBeNull();
  });

  test.each([[undefined], [{}], [{ [claim.launchPresentation]: null }]])(
    'is none without a word of it: %j',
    (payload) => {
      expect(wayBack(moodle, payload, false)).toBeNull();
    },
  );

  test.each([
    [
      'moodle',
      'https://moodle.example/mod/lti/return.php?course=2&launch_container=3&sesskey=x',
      'https://moodle.example/mod/lti/return.php?course=2&launch_container=4&sesskey=x',
    ],
    ['moodle', 'https://moodle.example/return', 'https://moodle.example/return'],
    [
      'canvas',
      'https://canvas.example/courses/565/external_content/success/external_tool_redirect?a=b',
      'https://canvas.example/courses/565',
    ],
    [
      'canvas',
      'https://canvas.example/accounts/1/external_content/success/x',
      'https://canvas.example/accounts/1/external_content/success/x',
    ],
    ['canvas', 'https://canvas.example/courses/565', 'https://canvas.example/courses/565'],
    [
      'generic',
      'https://lms.example/courses/1/external_content/success/x?launch_container=3',
      'https://lms.example/courses/1/external_content/success/x?launch_container=3',
    ],
  ] as const)('from a whole window of %s asks for no frame: %s', (profile, address, expected) => {
    expect(fromWindow(address, profile)).toBe(expected);
  });

  test('says what went wrong, beside the parameters it has', () => {
    expect(backWithError('https://moodle.example/return.php?a=b', 'Too & late.', '42 (expired)')).toBe(
      'https://moodle.example/return.php?a=b&lti_errormsg=Too+%26+late.&lti_errorlog=42+%28expired%29',
    );
  });
});
