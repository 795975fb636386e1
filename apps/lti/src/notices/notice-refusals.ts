import type { Problem } from '@journeybook/contracts';
import type { Response } from 'express';
import type { TokenFault } from '../protocol/check-signed.js';

/** Why a delivery of notices was refused. Kinds are stable: they are in the log and in the answer. */
export type NoticeRefusal =
  | TokenFault
  | 'notices-unreadable'
  | 'notices-too-large'
  | 'too-many-requests'
  | 'token-unreadable'
  | 'platform-unknown'
  | 'signature-wrong'
  | 'deployment-unknown'
  | 'deployment-not-active'
  | 'notice-incomplete'
  | 'platform-keys-unreachable'
  | 'too-slow'
  | 'unexpected';

type Words = Pick<Problem, 'status' | 'title' | 'detail'>;

const unverified = (detail: string): Words => ({ status: 401, title: 'The notice could not be verified', detail });
const unreadable = (detail: string): Words => ({ status: 400, title: 'The notice could not be read', detail });

const words = {
  'notices-unreadable': unreadable(
    'Send JSON such as {"notices":[{"jwt":"…"}]}, with one to fifty notices (LTI Platform Notification Service 1.0).',
  ),
  'notices-too-large': {
    status: 413,
    title: 'These are too many notices at once',
    detail: 'Send at most 256 kB. Tell fewer copied courses at a time.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Notices come too often from this address',
    detail: 'Wait as long as Retry-After says.',
  },
  'token-unreadable': unreadable('A notice is no signed token (JWS).'),
  'wrong-algorithm': unverified('A notice is signed with RS256 and nothing else.'),
  'key-unknown': unverified('The platform that the notice names has no such key.'),
  'signature-wrong': unverified('It was not signed with the key that it names.'),
  'time-missing': unverified('It does not say when it was signed and until when it is valid.'),
  'clock-ahead': unverified('It was signed later than now. The clock of the learning platform must be set.'),
  expired: unverified('It is not valid any more.'),
  'wrong-issuer': unverified('It is from another platform than the one that is connected.'),
  'wrong-audience': unverified('It is not for Journeybook.'),
  'platform-unknown': unverified('No learning platform is connected under this issuer and this client id.'),
  'deployment-unknown': {
    status: 403,
    title: 'This installation is not known',
    detail: 'Open Journeybook once from a course of it, then whoever manages learning platforms can approve it.',
  },
  'deployment-not-active': {
    status: 403,
    title: 'This installation is not approved',
    detail: 'Whoever manages learning platforms for the college approves it in Journeybook, under "Platforms".',
  },
  'notice-incomplete': unreadable('It leaves out something that every notice of its kind must say.'),
  'platform-keys-unreachable': {
    status: 503,
    title: 'The notice could not be verified now',
    detail: 'The learning platform did not answer when Journeybook asked for its keys.',
  },
  'too-slow': { status: 503, title: 'This took too long', detail: 'Nothing was kept. Send it again later.' },
  unexpected: { status: 500, title: 'Something went wrong on our side', detail: 'Nothing was kept.' },
} satisfies Record<NoticeRefusal, Words>;

/** Answers with problem details (RFC 9457). */
export function refuseNotice(response: Response, kind: NoticeRefusal): void {
  const problem: Problem = { type: 'about:blank', kind, ...words[kind] };
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
