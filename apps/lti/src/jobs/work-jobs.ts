import { jobQueues } from '@journeybook/contracts';
import type { Jobs } from '@journeybook/database/lti';
import { checkPlatform, type CheckPlatformTools } from '../registration/check-platform.js';
import { deliverScore, type DeliverScoreTools } from '../scores/deliver-score.js';
import { readCourse } from './read-course.js';

/** Works the queues that need a learning platform. */
export async function workJobs(jobs: Jobs, tools: DeliverScoreTools & CheckPlatformTools): Promise<void> {
  const { readRoster, deliverScore: scores, checkPlatform: checks } = jobQueues;
  await jobs.work(readRoster.name, (data) => readCourse(tools, readRoster.data.parse(data).contextId), {
    concurrency: 2,
  });
  await jobs.work(scores.name, (data) => deliverScore(tools, scores.data.parse(data).deliveryId), { concurrency: 2 });
  await jobs.work(checks.name, (data) => checkPlatform(tools, checks.data.parse(data).checkId));
}
