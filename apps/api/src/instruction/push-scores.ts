import type { Jobs, Section, Tables } from '@journeybook/database';
import { asKept, newId } from '@journeybook/database';
import type { LmsIdentityId } from '@journeybook/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { jobsToken } from '../tokens.js';

/** A score that a decision asks for; without a percent it takes away what was written before. */
export interface WantedScore {
  readonly identity: LmsIdentityId;
  readonly percent: number | null;
  readonly graded: boolean;
  /** Whether it brings back what was there before a confirmation that was taken back. */
  readonly restores?: boolean;
  readonly comment: string;
}

@Injectable()
export class PushScores {
  constructor(
    private readonly clock: Clock,
    @Inject(jobsToken) private readonly jobs: Jobs,
  ) {}

  /**
   * Puts scores into the outbox and their deliveries into the queue, each by one statement. The very score that is there already,
   * with this comment, stays as it is, and a confirmation without a grade never takes the place of a grade.
   */
  async push(tables: Tables, section: Section, wanted: readonly WantedScore[]): Promise<void> {
    if (!section.services.grades || wanted.length === 0) return;
    const identities = wanted.map(({ identity }) => identity);
    const written = await tables.scores.latestOf(section.id, identities);
    const isThere = ({ identity, percent, graded, comment }: WantedScore): boolean => {
      const latest = written.get(identity);
      if (percent === null) return latest === undefined;
      if (!graded) return latest !== undefined && latest.kept !== null;
      if (latest === undefined || latest.state === 'refused') return false;
      return latest.percent === asKept(percent) && latest.comment === comment;
    };
    const scores = wanted
      .filter((one) => !isThere(one))
      .map(({ identity, percent, graded, restores = false, comment }) => ({
        id: newId<string>(),
        section: section.id,
        identity,
        scorePercent: percent,
        graded,
        restores,
        comment,
        decidedAt: this.clock.now(),
      }));
    await tables.scores.addAll(scores);
    const deliveries = scores.map(({ id }) => ({ deliveryId: id }));
    await this.jobs.sendAll('deliver-score', deliveries, { within: tables.runSql });
  }
}
