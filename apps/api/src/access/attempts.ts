import type { Instant } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';

/** How many attempts there may be in so many minutes. */
export interface AttemptLimit {
  readonly most: number;
  readonly minutes: number;
}

/** More keys than this are looked through for those that are over, so that guessing fills no memory. */
const manyKeys = 10_000;

/** Counts attempts by what is attempted, in this process. A limit begins with the first attempt and is over when its minutes are. */
@Injectable()
export class Attempts {
  private readonly counts = new Map<string, { count: number; until: Instant }>();

  constructor(private readonly clock: Clock) {}

  /** Counts one more; false when that is more than there may be. */
  take(key: string, { most, minutes }: AttemptLimit): boolean {
    const now = this.clock.now();
    const known = this.counts.get(key);
    const counted = known && now < known.until ? known : { count: 0, until: this.clock.in(minutes) };
    counted.count += 1;
    if (!this.counts.has(key) && this.counts.size >= manyKeys) this.dropOver(now);
    this.counts.set(key, counted);
    return counted.count <= most;
  }

  /** Takes one back, after an attempt that was right. */
  giveBack(key: string): void {
    const known = this.counts.get(key);
    if (known) known.count -= 1;
  }

  private dropOver(now: Instant): void {
    for (const [key, { until }] of this.counts) if (until <= now) this.counts.delete(key);
  }
}
