import { CodeLetters } from './code-letters.js';
import { DeclineByLink } from './decline-by-link.js';
import { HoursByLink } from './hours-by-link.js';
import { LinkCookie } from './link-cookie.js';
import { LinkReach } from './link-reach.js';
import { ManageMentorLinks } from './manage-mentor-links.js';
import { MentorCodes } from './mentor-codes.js';
import { OpenMentorLink } from './open-mentor-link.js';
import { SendLinkByCode } from './send-link-by-code.js';
import { SendMentorLink } from './send-mentor-link.js';
import { SkillsByLink } from './skills-by-link.js';
import { WaitingByLink } from './waiting-by-link.js';

/** Deciding by a link, for the module. */
export const mentorLinkUseCases = [
  SendMentorLink,
  ManageMentorLinks,
  MentorCodes,
  CodeLetters,
  SendLinkByCode,
  OpenMentorLink,
  LinkCookie,
  LinkReach,
  WaitingByLink,
  HoursByLink,
  SkillsByLink,
  DeclineByLink,
];
