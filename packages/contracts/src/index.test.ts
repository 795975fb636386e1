import { describe, expect, test } from 'vitest';
import {
  accountEndpoints,
  apprenticeshipEndpoints,
  auditEndpoints,
  competencyEndpoints,
  completionEndpoints,
  endpoints,
  hoursEndpoints,
  instructionEndpoints,
  lmsEndpoints,
  mentorLinkEndpoints,
  pickerEndpoints,
  pickerReportEndpoints,
  privacyEndpoints,
  platformEndpoints,
  peopleEndpoints,
  programEndpoints,
  providerEndpoints,
  recordEndpoints,
  retentionEndpoints,
  secondFactorEndpoints,
  sessionEndpoints,
  standingEndpoints,
  teachingEndpoints,
  wagesEndpoints,
} from './index.js';

const all = Object.entries(endpoints);
const features = [
  sessionEndpoints,
  accountEndpoints,
  secondFactorEndpoints,
  peopleEndpoints,
  providerEndpoints,
  mentorLinkEndpoints,
  hoursEndpoints,
  recordEndpoints,
  competencyEndpoints,
  apprenticeshipEndpoints,
  programEndpoints,
  standingEndpoints,
  wagesEndpoints,
  auditEndpoints,
  completionEndpoints,
  instructionEndpoints,
  teachingEndpoints,
  platformEndpoints,
  lmsEndpoints,
  pickerEndpoints,
  pickerReportEndpoints,
  privacyEndpoints,
  retentionEndpoints,
];

describe('the operations of the API', () => {
  test('are all in one list, none hidden by another of the same name', () => {
    expect(all.length).toBe(features.reduce((sum, feature) => sum + Object.keys(feature).length, 0));
  });
  test('never share a method and a path, whatever the parameters are called', () => {
    const lines = all.map(([, { method, path }]) => `${method} ${path.replace(/:[a-zA-Z]+/g, ':')}`);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });
  test.each(all)('%s has a plain path under /api', (_, { path }) => {
    expect(path).toMatch(/^\/api(\/(:[a-z][a-zA-Z]*|[a-z]+(-[a-z]+)*))+$/);
  });
  test.each(all)('%s reads with GET and sends no body with GET or DELETE', (_, { method, body, reply }) => {
    if (method === 'GET') expect(reply).not.toBeNull();
    if (method === 'GET' || method === 'DELETE') expect(body).toBeNull();
    else expect(['POST', 'PUT']).toContain(method);
  });
});

describe('an edit of what somebody else may have changed meanwhile', () => {
  const edits = all.filter(([, { edits }]) => edits).map(([name]) => name);

  test('is a PUT or a DELETE; what is sent with POST names in its body what was shown', () => {
    const methods = new Set(all.filter(([, one]) => one.edits).map(([, { method }]) => method));
    expect(methods).toEqual(new Set(['PUT', 'DELETE']));
  });
  test('is every PUT', () => {
    const puts = all.filter(([, { method }]) => method === 'PUT').map(([name]) => name);
    expect(puts.filter((name) => !edits.includes(name))).toEqual([]);
  });
  test('is every DELETE but of what has no content that could change: it is there or it is over', () => {
    const deletes = all.filter(([, { method }]) => method === 'DELETE').map(([name]) => name);
    expect(deletes.filter((name) => !edits.includes(name)).toSorted()).toEqual([
      'endLinkSession',
      'endOtherSessions',
      'endRole',
      'endSession',
      'removeAttendee',
      'removeAuthenticator',
      'removePasskey',
      'resetSecondFactor',
      'revokeInvitation',
      'revokeMentorLink',
      'signOut',
      'signOutSomebody',
      'unblockPlatform',
      'unlinkProvider',
      'withdrawSignOffRequest',
    ]);
  });
});

test('only the machine reports under /api/lms', () => {
  const underLms = all.filter(([, { path }]) => path.startsWith('/api/lms/')).map(([name]) => name);
  expect(underLms).toEqual(Object.keys({ ...lmsEndpoints, ...pickerReportEndpoints }));
});
