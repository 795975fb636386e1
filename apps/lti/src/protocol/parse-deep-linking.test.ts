import { describe, expect, test } from 'vitest';
import { claimsByCase } from '../testing/captures.js';
import { claim } from './claim-names.js';
import { parseDeepLinking, parseSettings } from './parse-deep-linking.js';

const requests = claimsByCase().filter(({ payload }) => payload[claim.messageType] === 'LtiDeepLinkingRequest');
const least = {
  deep_link_return_url: 'https://lms.example/return',
  accept_types: [],
  accept_presentation_document_targets: [],
};
const settings = (changes: object) => parseSettings({ [claim.deepLinkingSettings]: { ...least, ...changes } });

describe('reading a deep-linking request', () => {
  test('knows the requests that were collected', () => {
    expect(requests.length).toBeGreaterThanOrEqual(3);
  });

  test.each(requests)('understands $name as sent', ({ payload }) => {
    const request = parseDeepLinking(payload);
    expect(request?.settings.acceptTypes).toContain('ltiResourceLink');
    expect(request?.settings.returnUrl).toMatch(/^https:/);
    expect(request?.course?.id).toBeTruthy();
  });

  test('takes what is not said for no, and a column for unsaid', () => {
    expect(settings({})).toEqual({
      returnUrl: 'https://lms.example/return',
      acceptTypes: [],
      acceptMultiple: false,
      acceptLineItem: null,
      data: undefined,
    });
    expect(settings({ accept_multiple: 'yes', accept_lineitem: null })).toMatchObject({
      acceptMultiple: false,
      acceptLineItem: null,
    });
    expect(settings({ accept_multiple: true, accept_lineitem: false })).toMatchObject({
      acceptMultiple: true,
      acceptLineItem: false,
    });
  });

  test.each([
    ['no return address', { deep_link_return_url: undefined }],
    ['a script for an address', { deep_link_return_url: 'javascript:alert(1)' }],
    ['a path for an address', { deep_link_return_url: '/return' }],
    ['types as text', { accept_types: 'ltiResourceLink' }],
    ['no types', { accept_types: undefined }],
    ['no targets', { accept_presentation_document_targets: undefined }],
  ])('finds no settings in those with %s', (_, changes) => {
    expect(settings(changes)).toBeNull();
  });

  test.each([[{}], [{ [claim.deepLinkingSettings]: null }], [{ [claim.deepLinkingSettings]: 'x' }]])(
    'finds none in %j',
    (payload) => {
      expect(parseSettings(payload)).toBeNull();
    },
  );
});
