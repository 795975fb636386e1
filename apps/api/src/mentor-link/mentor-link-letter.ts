import type { Letter } from '../mail/mailer.js';

/** The letter with a mentor's link. Its secret stands behind `#`, which no browser sends and no server logs. */
export const mentorLinkLetter = (asked: {
  readonly to: { readonly email: string; readonly name: string };
  readonly apprentice: string;
  readonly aboutHours: boolean;
  /** The skill to look at; null when none is. */
  readonly skill: string | null;
  readonly link: string;
}): Letter => {
  const { to, apprentice, aboutHours, skill, link } = asked;
  const what = [
    ...(aboutHours ? [`decide the hours that ${apprentice} has sent`] : []),
    ...(skill === null ? [] : [`look at a skill that ${apprentice} asks to be signed off: ${skill}`]),
  ];
  return {
    to: to.email,
    subject: `${apprentice} waits for you in Journeybook`,
    text: [
      `Hello ${to.name},`,
      `please ${what.join(', and ')}. You need no account for it.`,
      `Open this link within three days, on the device you want to use. It opens once, for half an hour:\n${link}`,
      `What you decide is signed with your name, so do not pass the link on, not to ${apprentice} either. If you know nothing of this, do nothing, and tell the employer.`,
    ].join('\n\n'),
  };
};
