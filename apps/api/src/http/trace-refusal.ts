import { HttpStatus } from '@nestjs/common';
import { placeOf } from '@journeybook/outgoing';
import type { ActingRequest } from './actor.js';
import { refusalStatus } from './refusal-status.js';
import type { RefusalKind } from './refusals.js';

/** What is told in the log of a refusal: no name, no e-mail address, nothing that was sent. */
export interface RefusalTrace {
  readonly refused: RefusalKind;
  /** The id of whoever came with a credential that holds; null when nobody did, or it was refused before that was looked up. */
  readonly person: string | null;
  /** An address of IPv4, or the network of an IPv6 one, as guesses are counted by. */
  readonly from: string;
}

const telling: readonly number[] = [HttpStatus.BAD_REQUEST, HttpStatus.FORBIDDEN, HttpStatus.TOO_MANY_REQUESTS];
/** Guesses at passwords and links. */
const guesses: readonly RefusalKind[] = [
  'wrong-credentials',
  'link-over',
  'invitation-over',
  'mentor-link-over',
  'way-back-over',
];
/** Questions of every day, which say no more than that something is asked before. */
const questions: readonly RefusalKind[] = ['second-factor-asked', 'second-factor-needed', 'fresh-sign-in-needed'];

/**
 * Who was refused what, from where, if it is a refusal that tells of an attack when there are many (ASVS 5.0 16.3.3): what is malformed,
 * not theirs, a guess, or too much at once. Null for every other one.
 */
export function traceRefusal(request: ActingRequest, refused: RefusalKind): RefusalTrace | null {
  if (questions.includes(refused)) return null;
  const tells =
    telling.includes(refusalStatus[refused]) || guesses.includes(refused) || refused.startsWith('not-their-');
  return tells ? { refused, person: personOf(request), from: placeOf(request.ip) } : null;
}

function personOf({ actor }: ActingRequest): string | null {
  switch (actor?.kind) {
    case 'person':
      return actor.person.id;
    case 'launch':
      return actor.launch.person;
    case 'link':
      return actor.link.mentor;
    default:
      return null;
  }
}
