import { describe, expect, test } from 'vitest';
import { membershipRole } from './membership-role.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';

describe('somebody’s role', () => {
  test.each([
    ['instructor', [`${membership}#Instructor`]],
    ['instructor', [`${membership}#Administrator`]],
    ['instructor', ['Instructor']],
    ['instructor', [`${membership}#Learner`, `${membership}#Instructor`]],
    ['assistant', [`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`]],
    ['assistant', [`${membership}#ContentDeveloper`]],
    ['assistant', ['TeachingAssistant']],
    ['learner', [`${membership}#Learner`, `${institution}#Instructor`]],
    ['learner', ['Learner']],
    ['learner', ['urn:lti:role:ims/lis/Learner']],
    ['learner', [`${membership}#Learner`, 'http://college.example/roles#Wizard']],
    ['visitor', [`${institution}#Instructor`, 'http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator']],
    ['visitor', ['http://purl.imsglobal.org/vocab/lis/v2/person#Administrator']],
    ['visitor', [`${membership}#Mentor`]],
    ['visitor', [`${membership}#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser']],
    ['visitor', ['http://evil.example/?http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor']],
    ['visitor', []],
  ])('is %s with %j', (role, roles) => {
    expect(membershipRole(roles)).toBe(role);
  });
});
