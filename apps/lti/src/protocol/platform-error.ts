/**
 * Why a call to a learning platform did not do what was asked (lti.md 7.4):
 * retry – try again later; superseded – the platform holds something newer; closed – the course has ended or is not ours;
 * gone – the column no longer exists; rejected – this will never be accepted; locked – the grade or its column is locked;
 * configuration – somebody has to change a setting.
 */
export type PlatformErrorKind = 'retry' | 'superseded' | 'closed' | 'gone' | 'rejected' | 'locked' | 'configuration';

export interface PlatformErrorDetails {
  readonly kind: PlatformErrorKind;
  /** For the log: what was seen. Never a person's data or a token. */
  readonly seen: string;
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  /** Whether the platform said that it is asked too often. */
  readonly throttled?: boolean;
  /** Of `closed`: whether it is the course that has ended, and not a permission that is missing. */
  readonly courseEnded?: boolean;
}

/** A call to a learning platform failed. */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  readonly throttled: boolean;
  readonly courseEnded: boolean;

  constructor(details: PlatformErrorDetails, options?: ErrorOptions) {
    super(details.seen, options);
    this.name = 'PlatformError';
    this.kind = details.kind;
    this.status = details.status ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.throttled = details.throttled ?? false;
    this.courseEnded = details.courseEnded ?? false;
  }
}
