import { jobQueues } from '@journeybook/contracts';
import type { Jobs } from '@journeybook/database/lti';
import { checkPlatform, type CheckPlatformTools } from '../registration/check-platform.js';
import { subscribeToNotices, type SubscribeTools } from '../notices/subscribe-to-notices.js';
import { seedResults } from '../results/seed-results.js';
import { deliverScore, type DeliverScoreTools } from '../scores/deliver-score.js';
import { readCourseResults, readCourseRoster, type ReadCourseTools } from './read-course.js';

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
  const { readRoster, readResults, deliverScore: scores, seedResults: seeds } = jobQueues;
  const { checkPlatform: checks, subscribeNotices } = jobQueues;
  const readings = { concurrency: workers.readings };
  await jobs.work(readRoster.name, (data) => readCourseRoster(tools, readRoster.data.parse(data)), readings);
  await jobs.work(readResults.name, (data) => readCourseResults(tools, readResults.data.parse(data)), readings);
  await jobs.work(seeds.name, (data) => seedResults(tools, seeds.data.parse(data)));
  const deliver = (data: unknown) => {
    const { deliveryId, ...tried } = scores.data.parse(data);
    return deliverScore(tools, deliveryId, tried);
  };
  await jobs.work(scores.name, deliver, { concurrency: workers.scores });
  await jobs.work(subscribeNotices.name, (data) => subscribeToNotices(tools, subscribeNotices.data.parse(data)));
  await jobs.work(checks.name, (data) => checkPlatform(tools, checks.data.parse(data).checkId));
}
