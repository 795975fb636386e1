import { expect, test } from 'vitest';
import { moodleLaunchRoles, moodleMemberRoles } from './roles.js';

test('a non-editing teacher of Moodle is an instructor at a launch and a learner in the list of people', () => {
  expect(moodleLaunchRoles('ta')).toEqual(['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor']);
  expect(moodleMemberRoles('ta')).toEqual(['Learner']);
});
