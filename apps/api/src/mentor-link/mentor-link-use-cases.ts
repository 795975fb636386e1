import { DecideByLink } from './decide-by-link.js';
import { LinkCookie } from './link-cookie.js';
import { ManageMentorLinks } from './manage-mentor-links.js';
import { MentorCodes } from './mentor-codes.js';
import { OpenMentorLink } from './open-mentor-link.js';
import { SendMentorLink } from './send-mentor-link.js';

/** Deciding by a link, for the module. */
export const mentorLinkUseCases = [
  SendMentorLink,
  ManageMentorLinks,
  MentorCodes,
  OpenMentorLink,
  LinkCookie,
  DecideByLink,
];
