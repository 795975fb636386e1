import type { CoursePick } from '@journeybook/contracts';
import { describe, expect, test } from 'vitest';
import { buildItem, buildResponse } from './build-response.js';
import { claim } from './claim-names.js';

const pick = {
  id: 'p',
  rapidsCode: '2031',
  course: 'RTI03',
  title: 'Blueprint Reading',
  minutes: 960,
  ownPart: false,
} as CoursePick;
const options = { profile: 'canvas', launchUrl: 'https://lti.example/lti/launch', withLineItem: true } as const;
const answer = {
  issuer: 'https://lms.example',
  clientId: 'client',
  deploymentId: '1',
  data: undefined,
  items: [],
  error: null,
  nonce: 'n',
  now: new Date('2026-11-23T12:00:00.700Z'),
};

describe('a link to an RTI course', () => {
  test('has an address, a column and what it is known by', () => {
    expect(buildItem(pick, options)).toEqual({
      type: 'ltiResourceLink',
      title: 'RTI: Blueprint Reading',
      text: 'Who completes this course earns 16 hours of related instruction.',
      url: 'https://lti.example/lti/launch',
      custom: { rti_course: '2031/RTI03', rti_pick: 'p' },
      lineItem: { scoreMaximum: 100, label: 'RTI: Blueprint Reading', resourceId: '2031/RTI03', tag: 'rti-completion' },
    });
  });

  test('has no address for Moodle, and no column where none is taken', () => {
    const item = buildItem(pick, { ...options, profile: 'moodle', withLineItem: false });
    expect(item).not.toHaveProperty('url');
    expect(item).not.toHaveProperty('lineItem');
  });

  test.each([
    [60, '1 hour '],
    [450, '7.5 hours '],
    [100, '1.67 hours '],
  ])('says %i minutes as %s', (minutes, words) => {
    expect(buildItem({ ...pick, minutes } as CoursePick, options).text).toContain(words);
  });
});

describe('the answer to a deep-linking request', () => {
  test('lives five minutes and speaks for the client to the platform', () => {
    expect(buildResponse(answer)).toEqual({
      iss: 'client',
      aud: 'https://lms.example',
      iat: 1795435200,
      exp: 1795435500,
      nonce: 'n',
      [claim.deploymentId]: '1',
      [claim.messageType]: 'LtiDeepLinkingResponse',
      [claim.version]: '1.3.0',
      [claim.contentItems]: [],
    });
  });

  test.each([['opaque "text" \u00e9'], [''], [{ a: [1, null] }], [null]])('echoes %j as it came', (data) => {
    expect(buildResponse({ ...answer, data })[claim.deepLinkingData]).toEqual(data);
  });

  test('says why nothing was chosen, under the name that the standard gives it', () => {
    const claims = buildResponse({ ...answer, error: 'No.' });
    expect(claims['https://purl.imsglobal.org/spec/lti-dl/claim/errormsg']).toBe('No.');
  });
});
