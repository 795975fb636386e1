import type { ConsumedState } from '@journeybook/database/lti';
import { describe, expect, test } from 'vitest';
import { claim } from '../protocol/claim-names.js';
import { digest } from '../services/seal.js';
import { isOurs } from './check-message.js';
import { checkToken } from './check-token.js';

const launchUrl = 'https://lti.example/lti/launch';
const now = new Date('2026-11-23T12:00:00Z');
const seconds = now.getTime() / 1000;
const active = { id: 'd', deploymentId: '1', status: 'active' as const, collegeId: 'c' };

const state: ConsumedState = {
  nonceHash: digest('nonce'),
  target: launchUrl,
  deploymentHint: null,
  resume: '',
  proofHash: null,
  freshNonce: true,
  registration: {
    id: 'r',
    issuer: 'https://lms.example',
    clientId: 'client',
    profile: 'moodle',
    name: 'LMS',
    tokenAudience: null,
    authUrl: 'https://lms.example/a',
    tokenUrl: 'https://lms.example/t',
    jwksUrl: 'https://lms.example/j',
  },
  deployment: active,
};

const good = {
  iss: 'https://lms.example',
  aud: 'client',
  sub: 'u',
  nonce: 'nonce',
  iat: seconds - 5,
  exp: seconds + 55,
  [claim.deploymentId]: '1',
  [claim.targetLinkUri]: launchUrl,
  [claim.version]: '1.3.0',
  [claim.messageType]: 'LtiResourceLinkRequest',
  [claim.roles]: [],
  [claim.resourceLink]: { id: 'l' },
};

const check = (claims: object = {}, more: { header?: object; state?: Partial<ConsumedState> } = {}) =>
  checkToken(
    { header: { alg: 'RS256', kid: 'k', ...more.header }, payload: { ...good, ...claims } },
    { state: { ...state, ...more.state }, launchUrl, allowLoopback: false, now },
  );

describe('a launch’s token', () => {
  test.each<[string, object]>([
    ['as it should be', {}],
    ['with its own party named', { azp: 'client' }],
    ['for several audiences with its party named', { aud: ['client', 'other'], azp: 'client' }],
    ['for a list of one audience', { aud: ['client'] }],
    ['of four minutes ago', { iat: seconds - 240 }],
    ['of a clock a minute ahead', { iat: seconds + 60 }],
  ])('is admitted %s', (_what, claims) => {
    expect(check(claims)).toBeNull();
  });

  test.each<[string, string, object]>([
    ['expired', 'that ended this second', { exp: seconds }],
    ['expired', 'of eleven minutes ago, however long it says it lives', { iat: seconds - 660, exp: seconds + 3000 }],
    ['clock-ahead', 'of ten minutes from now', { iat: seconds + 600 }],
    ['time-missing', 'with its end as text', { exp: String(seconds + 60) }],
    ['wrong-nonce', 'with the nonce as a list', { nonce: ['nonce'] }],
    ['wrong-audience', 'for another client', { aud: 'other' }],
    ['wrong-audience', 'for nobody', { aud: undefined }],
    ['wrong-audience', 'for several audiences without a party', { aud: ['client', 'other'] }],
    ['wrong-audience', 'for our client but another party', { azp: 'other' }],
    ['deployment-missing', 'with a number for a deployment', { [claim.deploymentId]: 1 }],
    ['wrong-target', 'for another page of ours', { [claim.targetLinkUri]: `${launchUrl}?other=1` }],
    ['message-not-offered', 'of a kind we do not take', { [claim.messageType]: 'LtiSubmissionReviewRequest' }],
    ['claims-incomplete', 'for choosing content without settings', { [claim.messageType]: 'LtiDeepLinkingRequest' }],
    ['roles-missing', 'with one role as text', { [claim.roles]: 'Instructor' }],
    ['person-missing', 'about nobody', { sub: '' }],
    ['person-missing', 'about a subject with a control character', { sub: 'a\0b' }],
    ['claims-incomplete', 'without a link', { [claim.resourceLink]: null }],
  ])('is refused as %s: one %s', (refusal, _what, claims) => {
    expect(check(claims)).toBe(refusal);
  });

  test.each([
    ['wrong-algorithm', { alg: 'none' }],
    ['wrong-algorithm', { alg: 'HS256' }],
    ['wrong-algorithm', { alg: 'RS512' }],
    ['key-unknown', { kid: undefined }],
    ['key-unknown', { kid: '' }],
    ['key-unknown', { jwk: { kty: 'RSA' } }],
    ['key-unknown', { jku: 'https://evil.example/keys' }],
    ['key-unknown', { x5u: 'https://evil.example/cert' }],
  ])('is refused as %s with the header %j', (refusal, header) => {
    expect(check({}, { header })).toBe(refusal);
  });

  test('is refused when its nonce was seen before', () => {
    expect(check({}, { state: { freshNonce: false } })).toBe('wrong-nonce');
  });

  test.each<[string, Partial<ConsumedState>]>([['deployment-unknown', { deploymentHint: 'another' }]])(
    'is refused as %s',
    (refusal, facts) => {
      expect(check({}, { state: facts })).toBe(refusal);
    },
  );

  test('may name parameters when the login named the same', () => {
    const target = `${launchUrl}?course=7`;
    expect(check({ [claim.targetLinkUri]: target }, { state: { target } })).toBeNull();
  });
});

describe('a deep-linking request’s token', () => {
  const settings = {
    deep_link_return_url: 'https://lms.example/return',
    accept_types: ['ltiResourceLink'],
    accept_presentation_document_targets: ['iframe'],
  };
  const ask = (changes: object = {}, claims: object = {}) =>
    check({
      [claim.messageType]: 'LtiDeepLinkingRequest',
      [claim.resourceLink]: undefined,
      [claim.deepLinkingSettings]: { ...settings, ...changes },
      ...claims,
    });

  test('is admitted with its settings and without a link', () => {
    expect(ask()).toBeNull();
  });

  test.each([
    ['a return address on this machine', { deep_link_return_url: 'http://127.0.0.1/return' }],
    ['a return address without encryption', { deep_link_return_url: 'http://lms.example/return' }],
    ['a return address at a private host', { deep_link_return_url: 'https://10.0.0.1/return' }],
    ['a return address that is a script', { deep_link_return_url: 'javascript:alert(1)' }],
    ['no list of types', { accept_types: undefined }],
    ['no list of targets', { accept_presentation_document_targets: null }],
  ])('is refused with %s', (_what, changes) => {
    expect(ask(changes)).toBe('claims-incomplete');
  });

  test.each([
    ['person-missing', { sub: undefined }],
    ['roles-missing', { [claim.roles]: undefined }],
    ['wrong-target', { [claim.targetLinkUri]: 'https://evil.example/' }],
    ['version-unknown', { [claim.version]: '1.1' }],
  ])('is refused as %s like every other', (refusal, claims) => {
    expect(ask({}, claims)).toBe(refusal);
  });
});

test.each([
  [true, launchUrl],
  [true, `${launchUrl}?x=1`],
  [false, `${launchUrl}/`],
  [false, `${launchUrl}#x`],
  [false, 'https://lti.example.evil.example/lti/launch'],
  [false, 'https://user@lti.example/lti/launch'],
  [false, 'javascript:alert(1)'],
])('it is %s that %s is our page', (ours, target) => {
  expect(isOurs(target, launchUrl)).toBe(ours);
});
