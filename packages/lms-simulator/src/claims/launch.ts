import type { Platform } from '../platform/platform.js';
import type { LiveCourse } from '../world/live-world.js';
import type { LmsEnrolment, LmsPerson, LmsResourceLink } from '../world/world.js';

/** Everything a launch message is made from. */
export interface Launch {
  readonly platform: Platform;
  readonly course: LiveCourse;
  /** Null only in Canvas, for a visitor of a public course who is not signed in. */
  readonly person: LmsPerson | null;
  readonly enrolment: LmsEnrolment | undefined;
  /** Null for deep linking, and in Canvas for the course menu. */
  readonly link: LmsResourceLink | null;
  readonly message: 'resource-link' | 'deep-linking';
  readonly nonce: string;
  readonly sesskey: string;
  /** When the platform began the launch; Canvas counts the token's life from here. */
  readonly preparedAt: Date;
  readonly now: Date;
}

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** The AGS scopes this registration may use, in the order both products send them. */
export function grantedAgsScopes(platform: Platform, wanted: readonly string[]): string[] {
  return wanted.filter((scope) => platform.settings.scopes.includes(scope));
}

export const showsName = (person: LmsPerson): boolean =>
  person.privacy === undefined || person.privacy === 'public' || person.privacy === 'name-only';

export const showsEmail = (person: LmsPerson): boolean =>
  person.privacy === undefined || person.privacy === 'public' || person.privacy === 'email-only';
