import type { Mentorship } from '../access/mentorship.js';
import { mentoredOn } from '../access/mentorship.js';
import type { PersonActor } from '../access/roles.js';
import { holds } from '../access/roles.js';
import type { Apprenticeship } from '../apprenticeship/apprenticeship.js';
import type { PersonId } from '../brand.js';
import type { SignOffRequest } from '../competency/request-sign-off.js';
import { isClosed } from '../record/closed.js';
import type { Result } from '../result.js';
import { accept, refuse } from '../result.js';
import type { CalendarDate } from '../units.js';

export type SendMentorLinkRefusal =
  | { readonly kind: 'not-their-record' }
  | { readonly kind: 'mentor-not-assigned' }
  | { readonly kind: 'mentor-without-address' }
  | { readonly kind: 'nothing-waits' };

/** What a link shall be about. */
export interface AskedLink {
  readonly mentor: PersonId;
  readonly aboutHours: boolean;
  /** The request for a sign-off; null when it is about none. */
  readonly request: SignOffRequest | null;
}

/**
 * Decides whether a mentor is sent a link (PRODUCT, Competencies: a sign-off can be asked for by link): asked for by the apprentice or
 * an administrator of the employer, for a mentor who is assigned today, when something waits. The letter goes to the mentor's address
 * on file and nowhere else, so the apprentice never holds it.
 */
export function sendMentorLink(
  actor: PersonActor,
  { mentor, aboutHours, request }: AskedLink,
  facts: {
    readonly apprenticeship: Apprenticeship;
    readonly mentorships: readonly Mentorship[];
    readonly today: CalendarDate;
    /** The mentor's address on file; null when there is none. */
    readonly address: string | null;
    /** Hours entries that wait for this mentor. */
    readonly hoursWaiting: number;
  },
): Result<string, SendMentorLinkRefusal> {
  const { apprenticeship, mentorships, today, address } = facts;
  if (!mayAskForLink(actor, apprenticeship)) return refuse({ kind: 'not-their-record' });
  const assigned = mentoredOn(mentorships, { mentor, apprenticeship: apprenticeship.id, date: today });
  if (!assigned || mentor === apprenticeship.apprentice) return refuse({ kind: 'mentor-not-assigned' });
  if (!waits({ aboutHours, request }, facts)) return refuse({ kind: 'nothing-waits' });
  return address ? accept(address) : refuse({ kind: 'mentor-without-address' });
}

/** Whether the actor is the apprentice, or runs the employer. */
export const mayAskForLink = (actor: PersonActor, { apprentice, employer }: Apprenticeship): boolean =>
  actor.person === apprentice || holds(actor, 'employer-admin', employer);

/** Whether each thing that a link shall be about waits. */
export function waits(
  { aboutHours, request }: Omit<AskedLink, 'mentor'>,
  { apprenticeship, hoursWaiting }: { readonly apprenticeship: Apprenticeship; readonly hoursWaiting: number },
): boolean {
  if (isClosed(apprenticeship.status) || (!aboutHours && request === null)) return false;
  if (aboutHours && hoursWaiting === 0) return false;
  return request === null || (request.state === 'open' && request.apprenticeship === apprenticeship.id);
}
