/** How fast learning platforms are asked and how long they are waited for. */
export interface Pace {
  /** One request, from connecting to its last byte. */
  readonly requestMilliseconds: number;
  /** How long a turn lasts unless it is kept on; more than two requests, since one may have to fetch a token first. */
  readonly turnMilliseconds: number;
  /** How long a job waits for its turn before it makes room for a job of another platform. */
  readonly patienceMilliseconds: number;
  readonly firstPauseMilliseconds: number;
  /** The longest pause between two tries of a job, and before a platform that fails is asked again. */
  readonly longestPauseMilliseconds: number;
  /** The longest pause that a platform may ask for itself. */
  readonly longestRetryAfterMilliseconds: number;
  /** After so many failures running, a platform is left alone for a while. */
  readonly failuresToOpen: number;
  /** How fast a platform gives back one unit of the share it counts down (Canvas: ten units a second, lti.md 4.5). */
  readonly unitMilliseconds: number;
  /** A score older than this never goes over a grade that may have been typed meanwhile: Canvas would let it. */
  readonly lateMilliseconds: number;
}

const second = 1_000;
const hour = 3_600 * second;

/** lti.md 7.4: 15 s a request, exponential pauses with jitter, a platform's own wish up to a day. */
export const ordinaryPace: Pace = {
  requestMilliseconds: 15 * second,
  turnMilliseconds: 60 * second,
  patienceMilliseconds: 5 * second,
  firstPauseMilliseconds: 5 * second,
  longestPauseMilliseconds: hour,
  longestRetryAfterMilliseconds: 24 * hour,
  failuresToOpen: 3,
  unitMilliseconds: 100,
  lateMilliseconds: 30 * second,
};
