/** Why a platform was not connected. Kinds are stable: they are in the log and on the page. */
export type RegistrationRefusal = keyof typeof registrationRefusals;

const anotherInvitation = 'Sign in to Journeybook, open "Platforms" and make a new invitation.';
const tellUs =
  'Nothing was connected, and the invitation can be used again. If this returns, connect the platform by hand.';

/** What the administrator reads: what happened, and what to do now. */
export const registrationRefusals = {
  'invitation-missing': {
    status: 403,
    what: 'A learning platform is connected by an invitation, and there is none in this address.',
    next: anotherInvitation,
  },
  'invitation-unknown': { status: 403, what: 'This invitation is not known.', next: anotherInvitation },
  'invitation-used': { status: 403, what: 'This invitation was used already.', next: anotherInvitation },
  'invitation-expired': {
    status: 403,
    what: 'This invitation is more than seven days old.',
    next: anotherInvitation,
  },
  'not-from-a-platform': {
    status: 400,
    what: 'This link is for your learning platform, not for your browser.',
    next: 'Copy it. In Moodle paste it under Site administration, External tool, Manage tools, "Tool URL", and choose "Add LTI Advantage". In Canvas paste it under Admin, Apps, Manage, "Install a New App", or in an older one under Developer Keys, "LTI Registration".',
  },
  'address-refused': {
    status: 400,
    what: 'Your learning platform gave an address that Journeybook may not call: it is not a public https address.',
    next: tellUs,
  },
  'platform-unreachable': {
    status: 502,
    what: 'Your learning platform did not answer Journeybook.',
    next: `Check that it can be reached from the internet, then begin again. ${tellUs}`,
  },
  'configuration-unreadable': {
    status: 400,
    what: 'What your learning platform says about itself could not be understood.',
    next: tellUs,
  },
  'foreign-host': {
    status: 400,
    what: 'Your learning platform named addresses of another host than its own.',
    next: tellUs,
  },
  'platform-declined': {
    status: 502,
    what: 'Your learning platform did not accept the registration.',
    next: `Begin again in the learning platform: what it sends along can be used once and for an hour. ${tellUs}`,
  },
  'already-registered': {
    status: 409,
    what: 'Your learning platform gave a client id that is connected already.',
    next: 'Delete the tool in the learning platform and begin again.',
  },
} satisfies Record<string, { readonly status: number; readonly what: string; readonly next: string }>;

/** Ends a registration; what was seen goes to the log alone. */
export class RegistrationRefused extends Error {
  constructor(
    readonly kind: RegistrationRefusal,
    readonly seen = '',
  ) {
    super(kind);
    this.name = 'RegistrationRefused';
  }
}
