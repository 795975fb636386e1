import type { LmsRole } from '../world/world.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person';
const TA = `${membership}/Instructor#TeachingAssistant`;

// Moodle knows two roles. At a launch an instructor is who may manage the activity (mod/lti:manage), which a non-editing teacher may as
// delivered; in the list of people it is who may edit the course, which they may not. Seen in Moodle 4.5.6.
const moodleLaunch: Record<LmsRole, readonly string[]> = {
  instructor: [`${membership}#Instructor`],
  designer: [`${membership}#Instructor`],
  administrator: [`${institution}#Administrator`, `${membership}#Instructor`, `${system}#Administrator`],
  ta: [`${membership}#Instructor`],
  learner: [`${membership}#Learner`],
  observer: [`${membership}#Learner`],
  'test-student': [`${membership}#Learner`],
};

const moodleMember: Record<LmsRole, readonly string[]> = {
  instructor: ['Instructor'],
  designer: ['Instructor'],
  administrator: ['http://purl.imsglobal.org/vocab/lis/v2/person#Administrator', 'Instructor'],
  ta: ['Learner'],
  learner: ['Learner'],
  observer: ['Learner'],
  'test-student': ['Learner'],
};

const canvasMember: Record<LmsRole, readonly string[]> = {
  instructor: [`${membership}#Instructor`],
  ta: [`${membership}#Instructor`, TA],
  designer: [`${membership}#ContentDeveloper`],
  administrator: [`${membership}#Administrator`],
  learner: [`${membership}#Learner`],
  observer: [`${membership}#Mentor`],
  'test-student': [`${membership}#Learner`],
};

// Canvas sends every role a person has in the institution, the course and the system.
const canvasInstitution: Record<LmsRole, readonly string[]> = {
  instructor: [`${institution}#Instructor`],
  ta: [`${institution}#Instructor`],
  designer: [`${institution}#Instructor`],
  administrator: [`${institution}#Administrator`],
  learner: [`${institution}#Student`],
  observer: [`${institution}#Observer`],
  'test-student': [],
};

export function moodleLaunchRoles(role: LmsRole | undefined): readonly string[] {
  return role ? moodleLaunch[role] : moodleLaunch.learner;
}

/** Moodle's short names in a membership. */
export function moodleMemberRoles(role: LmsRole): readonly string[] {
  return moodleMember[role];
}

export function canvasLaunchRoles(role: LmsRole | undefined): readonly string[] {
  if (!role) return [`${institution}#None`];
  const test = role === 'test-student' ? ['http://purl.imsglobal.org/vocab/lti/system/person#TestUser'] : [];
  return [...canvasInstitution[role], ...canvasMember[role], ...test, `${system}#User`];
}

export function canvasMemberRoles(role: LmsRole): readonly string[] {
  return canvasMember[role];
}

/** Whether the role sees the gradebook, the people and the instructor's view of an activity. */
export function teaches(role: LmsRole | undefined): boolean {
  return role === 'instructor' || role === 'ta' || role === 'designer' || role === 'administrator';
}
