import type { Role } from '@journeybook/domain';
import type { Letter } from '../mail/mailer.js';

const asWhat: Record<Role, string> = {
  apprentice: 'an apprentice',
  mentor: 'a mentor',
  'employer-admin': 'an administrator of the employer',
  instructor: 'an instructor',
  'college-admin': 'an administrator of the college',
  'sponsor-admin': 'an administrator of the sponsor',
  auditor: 'an auditor',
};

/** The letter with the link. Its secret stands behind `#`, which no browser sends and no server logs. */
export const invitationLetter = (invitation: {
  readonly to: { readonly email: string; readonly name: string };
  readonly from: { readonly person: string; readonly organization: string };
  readonly role: Role;
  readonly link: string;
}): Letter => {
  const { to, from, role, link } = invitation;
  return {
    to: to.email,
    subject: `${from.organization} invites you to Journeybook`,
    text: [
      `Hello ${to.name},`,
      `${from.person} invites you to Journeybook as ${asWhat[role]} at ${from.organization}. Journeybook is the one record of a registered apprentice.`,
      `Open this link within 14 days:\n${link}`,
      'It works once and for you alone; do not pass it on. If you do not know the sender, do nothing.',
    ].join('\n\n'),
  };
};
