import type { CoursePick } from '@journeybook/contracts';
import type { PlatformProfile } from '@journeybook/database/lti';
import { claim, columnTag, messageType, pickParameter } from './claim-names.js';

/** One way of a choice back to its platform. */
export interface DeepLinkingAnswer {
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** What the request sent to be echoed; undefined when it sent nothing. */
  readonly data: unknown;
  readonly items: readonly ContentItem[];
  /** One sentence for the person when nothing could be chosen; null otherwise. */
  readonly error: string | null;
  readonly nonce: string;
  readonly now: Date;
}

const lifetimeSeconds = 300;

/** The claims of a deep-linking response (LTI Deep Linking 2.0, 3.4.2); a choice of nothing is answered as well. */
export function buildResponse(answer: DeepLinkingAnswer): Record<string, unknown> {
  const seconds = Math.floor(answer.now.getTime() / 1000);
  return {
    iss: answer.clientId,
    aud: answer.issuer,
    iat: seconds,
    exp: seconds + lifetimeSeconds,
    nonce: answer.nonce,
    [claim.deploymentId]: answer.deploymentId,
    [claim.messageType]: messageType.deepLinkingResponse,
    [claim.version]: '1.3.0',
    [claim.contentItems]: answer.items,
    ...(answer.data === undefined ? {} : { [claim.deepLinkingData]: answer.data }),
    ...(answer.error === null ? {} : { [claim.errorMessage]: answer.error }),
  };
}

export interface ContentItem {
  readonly type: 'ltiResourceLink';
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem?: {
    readonly scoreMaximum: number;
    readonly label: string;
    readonly resourceId: string;
    readonly tag: string;
  };
}

export interface ItemOptions {
  readonly profile: PlatformProfile;
  readonly launchUrl: string;
  /** False only when the platform said that it takes none. */
  readonly withLineItem: boolean;
}

/** A link to an RTI course, with a column of its own and the pick it is known by. */
export function buildItem(
  { id, rapidsCode, course, title, minutes }: CoursePick,
  { profile, launchUrl, withLineItem }: ItemOptions,
): ContentItem {
  const key = `${rapidsCode}/${course}`;
  const label = `RTI: ${title}`;
  return {
    type: 'ltiResourceLink',
    title: label,
    text: `Who completes this course earns ${hoursOf(minutes)} of related instruction.`,
    // Moodle looks an address up among its tools and may find none or another one (lti.md 4.3).
    ...(profile === 'moodle' ? {} : { url: launchUrl }),
    custom: { rti_course: key, [pickParameter]: id },
    ...(withLineItem ? { lineItem: { scoreMaximum: 100, label, resourceId: key, tag: columnTag } } : {}),
  };
}

const hoursOf = (minutes: number): string => {
  const hours = Number((minutes / 60).toFixed(2));
  return hours === 1 ? '1 hour' : `${hours} hours`;
};
