import type { launchRole } from '@journeybook/contracts';
import type { z } from 'zod';

export type LaunchRole = z.output<typeof launchRole>;

const membership = /^https?:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership(?:\/\w+)?#(\w+)$/;
const olderMembership = /^urn:lti:role:ims\/lis\/(?:\w+\/)?(\w+)$/;
const testUser = 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser';

/**
 * What somebody may see, by their role in the course alone: being an instructor elsewhere in the institution opens nothing
 * here (lti.md 4.2, 7.5). Short names and unknown roles are taken as they come (LTI Core 1.3, A.2); none at all is a visitor.
 * A teaching assistant stays one although Canvas also calls them Instructor, and a test student is nobody.
 */
export function membershipRole(roles: readonly string[]): LaunchRole {
  if (roles.includes(testUser)) return 'visitor';
  const names = new Set(roles.map(nameInCourse));
  if (names.has('TeachingAssistant')) return 'assistant';
  if (names.has('Instructor') || names.has('Administrator')) return 'instructor';
  if (names.has('ContentDeveloper')) return 'assistant';
  if (names.has('Learner')) return 'learner';
  return 'visitor';
}

function nameInCourse(role: string): string | null {
  if (/^\w+$/.test(role)) return role;
  return membership.exec(role)?.[1] ?? olderMembership.exec(role)?.[1] ?? null;
}
