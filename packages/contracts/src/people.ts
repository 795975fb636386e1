import type { InvitationId, MembershipId } from '@journeybook/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { role, session } from './session.js';
import { calendarDate, id, instant, named, organizationId, writtenText } from './shared.js';

export const invitationId = id<InvitationId>();
export const membershipId = id<MembershipId>();

export const organizationKind = z.enum(['sponsor', 'employer', 'college']);

/** A role that an invitation gives; an apprentice is made by an agreement. */
export const memberRole = role.exclude(['apprentice']);

/** An address as a person types it; whether it reaches anybody, only a letter tells. */
export const emailAddress = writtenText(254)
  .trim()
  .regex(/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/, 'must be an e-mail address such as name@example.org');

const personName = writtenText(300).trim().min(1, 'enter the name');

/** The secret of a link. It travels in a body and nowhere else: neither in an address nor in a log. */
export const linkToken = z.string().min(20, 'is no link of ours').max(100, 'is no link of ours');

/** As the contract's form allows it at all; what a good one is, is a rule of the domain. */
export const newPassword = z.string().min(1, 'choose a password').max(2_000, 'is too long');

export const invitation = z
  .object({
    id: z.string(),
    role,
    name: z.string(),
    email: z.string(),
    invitedBy: named,
    invitedAt: instant,
    expiresAt: instant,
    /** False when the mail could not be sent; it can be sent again. */
    mailed: z.boolean(),
    /** The link has run out; it can be sent again. */
    hasRunOut: z.boolean(),
    /** Who invited may do so no longer, so the link opens nothing; somebody else can send it again in their own name. */
    inviterLeft: z.boolean(),
    /** The last day of the role that it gives; null when it has none. */
    until: calendarDate.nullable(),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.output<typeof invitation>;

const member = z.object({
  person: named,
  email: z.string(),
  /** Null when they never signed in. */
  lastSignedInAt: instant.nullable(),
  roles: z.array(
    z.object({
      membership: z.string(),
      role: memberRole,
      since: calendarDate,
      /** The last day; null while none is known. */
      until: calendarDate.nullable(),
      /** Whether the one who asks may end it now. */
      mayEnd: z.boolean(),
    }),
  ),
});

const ownOrganization = named.extend({
  kind: organizationKind,
  people: z.array(member),
  invitations: z.array(invitation),
  /** The roles that the one who asks may invite to. */
  mayInvite: z.array(memberRole),
});
export type OwnOrganization = z.output<typeof ownOrganization>;

const partner = named.extend({
  kind: organizationKind,
  sponsor: organizationId,
  administrators: z.int(),
  invitations: z.array(invitation),
  mayInvite: z.array(memberRole),
});
export type PartnerView = z.output<typeof partner>;

export const peopleView = z
  .object({
    organizations: z.array(ownOrganization),
    /** Employers and colleges that work with a sponsor of the one who asks. */
    partners: z.array(partner),
  })
  .meta({ id: 'PeopleView' });
export type PeopleView = z.output<typeof peopleView>;

export const inviteBody = z.object({
  organization: organizationId,
  role: memberRole,
  name: personName,
  email: emailAddress,
  /** The last day of an auditor's role, with which it ends by itself; null for none, as for every other role. */
  until: calendarDate.nullable().default(null),
});

export const invitePartnerBody = z.object({
  sponsor: organizationId,
  kind: organizationKind.exclude(['sponsor']),
  organization: personName,
  name: personName,
  email: emailAddress,
});

/** Whether an apprentice can sign in, and what is being done about it. */
export const apprenticeSignIn = z
  .object({
    hasSignIn: z.boolean(),
    /** Whether an address is on file, which the link would go to. */
    hasAddress: z.boolean(),
    invitation: invitation.nullable(),
  })
  .meta({ id: 'ApprenticeSignIn' });
export type ApprenticeSignIn = z.output<typeof apprenticeSignIn>;

/** What a link opens: who asks whom to be what, and what it takes. */
export const openedInvitation = z
  .object({
    organization: z.string(),
    role,
    invitedBy: z.string(),
    name: z.string(),
    email: z.string(),
    expiresAt: instant,
    /** Choose a password, or sign in with the one the address has. */
    needs: z.enum(['password', 'sign-in']),
  })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitation = z.output<typeof openedInvitation>;

export const peopleEndpoints = {
  listPeople: endpoint('GET /api/people', { reply: peopleView }),
  invite: endpoint('POST /api/invitations', { body: inviteBody, reply: invitation }),
  invitePartner: endpoint('POST /api/partners', { body: invitePartnerBody, reply: invitation }),
  readApprenticeSignIn: endpoint('GET /api/apprenticeships/:apprenticeship/sign-in', { reply: apprenticeSignIn }),
  inviteApprentice: endpoint('POST /api/apprenticeships/:apprenticeship/invitation', {
    body: z.object({ email: emailAddress.nullable() }),
    reply: invitation,
  }),
  resendInvitation: endpoint('POST /api/invitations/:invitation/resend', { reply: invitation }),
  revokeInvitation: endpoint('DELETE /api/invitations/:invitation', {}),
  endRole: endpoint('DELETE /api/memberships/:membership', {}),
  openInvitation: endpoint('POST /api/welcome', { body: z.object({ token: linkToken }), reply: openedInvitation }),
  acceptInvitation: endpoint('POST /api/welcome/account', {
    body: z.object({ token: linkToken, name: personName, password: newPassword }),
    reply: session,
  }),
  /** Takes a mentor's role without a sign-in: links to what waits are sent to the address. */
  acceptWithoutAccount: endpoint('POST /api/welcome/mentor', {
    body: z.object({ token: linkToken, name: personName }),
  }),
  joinByInvitation: endpoint('POST /api/welcome/role', { body: z.object({ token: linkToken }), reply: session }),
};
