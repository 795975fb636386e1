import { expect, test } from 'vitest';
import { registrationList } from './registration-list.js';

test('the list for the tool names each platform, its addresses and the college', () => {
  const college = '01930000-0000-7000-8000-000000000001';
  const list = registrationList('http://localhost:4402', college);
  expect(list.map(({ name, profile, collegeId }) => [name, profile, collegeId])).toEqual([
    ['Lakeside Community College (Moodle)', 'moodle', college],
    ['Lakeside Community College (Canvas)', 'canvas', college],
  ]);
  expect(Object.keys(list[0] ?? {})).toEqual([
    'profile',
    'issuer',
    'clientId',
    'deploymentId',
    'authUrl',
    'tokenUrl',
    'jwksUrl',
    'name',
    'collegeId',
  ]);
});
