import { Refused } from '../http/refused.js';

export interface FewAtOnceLimits {
  readonly atOnce: number;
  /** How many may wait for their turn; whoever comes then is refused at once, so that those who wait are served in time. */
  readonly waiting: number;
}

/** Lets so many work at once in this process, the others after them in the order they came. */
export class FewAtOnce {
  private working = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: FewAtOnceLimits) {}

  /** Does the work when its turn comes. Throws `too-busy` when too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.limits.atOnce) this.working += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // The turn is handed on, so nobody who comes just now gets in between.
      if (next) next();
      else this.working -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.queue.length >= this.limits.waiting) throw new Refused({ kind: 'too-busy' });
    return new Promise((resolve) => this.queue.push(resolve));
  }
}
