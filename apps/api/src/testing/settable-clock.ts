import type { Instant } from '@journeybook/domain';
import { now } from '@journeybook/domain/testing';
import { Clock } from '../clock.js';

/** A clock that stands still until it is set. It begins at the builders' `now`, on a day in Chicago. */
export class SettableClock extends Clock {
  private constructor(private readonly face: { moment: Instant }) {
    super('America/Chicago', () => new Date(face.moment));
  }

  static at(moment: Instant = now): SettableClock {
    return new SettableClock({ moment });
  }

  set(moment: Instant): void {
    this.face.moment = moment;
  }

  pass(minutes: number): void {
    this.face.moment = this.in(minutes);
  }

  /** Runs the work at another moment and comes back. */
  async during<T>(moment: Instant, work: () => Promise<T>): Promise<T> {
    const before = this.now();
    this.set(moment);
    try {
      return await work();
    } finally {
      this.set(before);
    }
  }
}
