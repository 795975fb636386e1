import { createHash, randomInt } from 'node:crypto';
import type { AttemptCount } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type { Result } from '@journeybook/domain';
import { accept, refuse } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';

/** How many attempts there may be in so many minutes. */
export interface AttemptLimit {
  readonly most: number;
  readonly minutes: number;
}

/** One thing that may be attempted so often. What is over all its limits at once is counted once in each. */
export interface Limited {
  readonly what: string;
  readonly limits: readonly AttemptLimit[];
}

/** `seconds` is when another attempt may be made. */
export type TooManyAttempts = { readonly kind: 'too-many-attempts'; readonly seconds: number };

/** Attempts that were counted. */
export interface Taken {
  /** Takes them back, after an attempt that was right. */
  giveBack(): Promise<void>;
}

/** One in so many attempts clears away the counts that are over. */
const clearingRate = 200;

/**
 * Counts attempts by what is attempted, over all processes together. A limit begins with the first attempt and is over when its
 * minutes are.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one more of each; refused when that is more than there may be of any of them. */
  async take(limited: readonly Limited[]): Promise<Result<Taken, TooManyAttempts>> {
    const { attempts } = this.database.access.read;
    const now = this.clock.now();
    const asked = limited.flatMap(({ what, limits }) =>
      limits.map(({ most, minutes }) => ({ most, key: keyOf(what, minutes), until: this.clock.in(minutes) })),
    );
    const counts = await attempts.take(asked, now);
    if (randomInt(clearingRate) === 0) await attempts.dropOver(now);
    const over = counts.filter(({ count }, index) => count > (asked[index]?.most ?? 0));
    if (over.length > 0) return refuse({ kind: 'too-many-attempts', seconds: secondsLeft(over, now) });
    return accept({ giveBack: () => attempts.giveBack(asked.map(({ key }) => key)) });
  }
}

const keyOf = (what: string, minutes: number): Buffer => createHash('sha256').update(`${minutes} ${what}`).digest();

const secondsLeft = (over: readonly AttemptCount[], now: string): number =>
  Math.ceil((Math.max(...over.map(({ until }) => Date.parse(until))) - Date.parse(now)) / 1000);
