import { demoRegistrations } from '@journeybook/lms-simulator';
import { describe, expect, test } from 'vitest';
import { parseRegistrations } from './parse-registrations.js';

const { collegeName: name, ...moodle } = demoRegistrations('http://localhost:4402').moodle;
const good = { ...moodle, name, collegeId: '01930000-0000-7000-8000-000000000001' };

describe('a list of registrations', () => {
  test('is read as the demo platforms give it', () => {
    expect(parseRegistrations(JSON.stringify([good]))).toEqual([{ ...good, tokenAudience: null }]);
  });

  test.each([
    ['profile', { profile: 'blackboard' }],
    ['authUrl', { authUrl: 'http://moodle.example/auth' }],
    ['collegeId', { collegeId: 'lakeside' }],
    ['issuer', { issuer: `${moodle.issuer}/` }],
    ['clientId', { clientId: '' }],
    ['clientSecret', { clientSecret: 'x' }],
  ])('names the field that is wrong: %s', (field, change) => {
    expect(() => parseRegistrations(JSON.stringify([good, { ...good, ...change }]))).toThrow(
      new RegExp(`registration 2: .*${field}|registration 2: it .*${field}`),
    );
  });

  test.each([
    ['{', 'not JSON'],
    ['{}', 'the file must be a list'],
  ])('says that %s is none', (json, message) => {
    expect(() => parseRegistrations(json)).toThrow(message);
  });
});
