import type { MentorLinkId } from '@journeybook/domain';
import { z } from 'zod';
import { competencyEndpoints, signOffRequest } from './competency.js';
import { endpoint } from './endpoint.js';
import { hoursEndpoints, queueEntry } from './hours.js';
import { emailAddress, linkToken } from './people.js';
import { id, instant, named, personId, signOffRequestId } from './shared.js';

export const mentorLinkId = id<MentorLinkId>();

const about = {
  /** The hours that wait. */
  aboutHours: z.boolean(),
  /** A request for a sign-off. */
  signOffRequest: signOffRequestId.nullable(),
};

export const mentorLink = z
  .object({
    id: mentorLinkId,
    mentor: named,
    askedBy: named,
    askedAt: instant,
    expiresAt: instant,
    ...about,
    /** False when the letter could not be sent. */
    mailed: z.boolean(),
    state: z.enum(['waiting', 'opened', 'run-out', 'taken-back']),
    openedAt: instant.nullable(),
    /** What it was opened on; empty while it was not. */
    device: z.string(),
    acts: z.array(
      z.object({
        act: z.enum(['approved', 'returned', 'undone', 'demonstrated', 'observed', 'signed-off', 'declined']),
        count: z.int(),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'MentorLink' });
export type MentorLinkView = z.output<typeof mentorLink>;

export const mentorLinks = z
  .object({
    links: z.array(mentorLink),
    /** Mentors assigned today, with how much waits for each. */
    mentors: z.array(z.object({ mentor: named, hasAddress: z.boolean(), hoursWaiting: z.int() })),
    /** What the apprentice asks to be looked at. */
    requests: z.array(z.object({ id: signOffRequestId, title: z.string() })),
  })
  .meta({ id: 'MentorLinks' });
export type MentorLinksView = z.output<typeof mentorLinks>;

/** What the page behind an opened link shows. */
export const linkSession = z
  .object({
    mentor: named,
    apprentice: named,
    employer: z.string(),
    endsAt: instant,
    ...about,
  })
  .meta({ id: 'LinkSession' });
export type LinkSessionView = z.output<typeof linkSession>;

const agreement = '/api/apprenticeships/:apprenticeship';

export const mentorLinkEndpoints = {
  listMentorLinks: endpoint(`GET ${agreement}/mentor-links`, { reply: mentorLinks }),
  sendMentorLink: endpoint(`POST ${agreement}/mentor-links`, {
    body: z.object({ mentor: personId, ...about }).meta({ id: 'SendMentorLink' }),
    reply: mentorLink,
  }),
  revokeMentorLink: endpoint('DELETE /api/mentor-links/:link', {}),
  /** What an apprentice shows as a QR code. Whoever has it can have a letter sent to a mentor, and nothing more. */
  giveMentorCode: endpoint(`POST ${agreement}/mentor-code`, {
    body: z.object(about),
    reply: z.object({ code: z.string(), expiresAt: instant }),
  }),
  openMentorCode: endpoint('POST /api/mentor-codes', {
    body: z.object({ code: linkToken }),
    reply: z.object({ apprentice: z.string(), employer: z.string() }),
  }),
  /** The answer is the same whoever has the address. */
  sendLinkByCode: endpoint('POST /api/mentor-codes/letter', {
    body: z.object({ code: linkToken, email: emailAddress }),
  }),
  openMentorLink: endpoint('POST /api/mentor-link', { body: z.object({ token: linkToken }), reply: linkSession }),
  readLinkSession: endpoint('GET /api/mentor-link', { reply: linkSession }),
  endLinkSession: endpoint('DELETE /api/mentor-link', {}),
  linkQueue: endpoint('GET /api/mentor-link/hours', { reply: z.object({ entries: z.array(queueEntry) }) }),
  linkApprove: endpoint('POST /api/mentor-link/approvals', {
    body: hoursEndpoints.approveHours.body,
    reply: hoursEndpoints.approveHours.reply,
  }),
  linkUndo: endpoint('POST /api/mentor-link/approvals/undo', {
    body: hoursEndpoints.undoApproval.body,
    reply: hoursEndpoints.undoApproval.reply,
  }),
  linkReturn: endpoint('POST /api/mentor-link/returns', {
    body: hoursEndpoints.returnHours.body,
    reply: hoursEndpoints.returnHours.reply,
  }),
  linkRequests: endpoint('GET /api/mentor-link/sign-off-requests', {
    reply: z.object({ requests: z.array(signOffRequest) }),
  }),
  linkDemonstrate: endpoint('POST /api/mentor-link/demonstrations', {
    body: competencyEndpoints.demonstrate.body,
    reply: competencyEndpoints.demonstrate.reply,
  }),
  linkObserve: endpoint('POST /api/mentor-link/observations', {
    body: competencyEndpoints.observe.body,
    reply: competencyEndpoints.observe.reply,
  }),
  linkSignOff: endpoint('POST /api/mentor-link/sign-offs', {
    body: competencyEndpoints.signOff.body,
    reply: competencyEndpoints.signOff.reply,
  }),
  linkDecline: endpoint('POST /api/mentor-link/decline', { body: competencyEndpoints.declineSignOff.body }),
};
