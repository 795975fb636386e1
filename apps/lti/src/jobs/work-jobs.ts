import { jobQueues } from '@journeybook/contracts';
import type { Jobs } from '@journeybook/database/lti';
import { checkPlatform, type CheckPlatformTools } from '../registration/check-platform.js';
import { subscribeToNotices, type SubscribeTools } from '../notices/subscribe-to-notices.js';
import { seedResults } from '../results/seed-results.js';
import { deliverScore, type DeliverScoreTools } from '../scores/deliver-score.js';
import { readCourse, type ReadCourseTools } from './read-course.js';

/** How many jobs of a kind one server works at a time. */
export interface Workers {
  readonly readings: number;
  readonly scores: number;
}

const fewWorkers: Workers = { readings: 2, scores: 4 };

/** Works the queues that need a learning platform. */
export async function workJobs(
  jobs: Jobs,
  tools: DeliverScoreTools & ReadCourseTools & CheckPlatformTools & SubscribeTools,
  workers: Workers = fewWorkers,
): Promise<void> {
  const { readRoster, deliverScore: scores, seedResults: seeds, checkPlatform: checks, subscribeNotices } = jobQueues;
  await jobs.work(readRoster.name, (data) => readCourse(tools, readRoster.data.parse(data)), {
    concurrency: workers.readings,
  });
  await jobs.work(seeds.name, (data) => seedResults(tools, seeds.data.parse(data)));
  const deliver = (data: unknown) => {
    const { deliveryId, attempt } = scores.data.parse(data);
    return deliverScore(tools, deliveryId, attempt);
  };
  await jobs.work(scores.name, deliver, { concurrency: workers.scores });
  await jobs.work(subscribeNotices.name, (data) => subscribeToNotices(tools, subscribeNotices.data.parse(data)));
  await jobs.work(checks.name, (data) => checkPlatform(tools, checks.data.parse(data).checkId));
}
