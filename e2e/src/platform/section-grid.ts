import type { FrameLocator, Locator } from 'playwright-core';
import type { DemoCourse } from './open-activity.js';

/** Says which RTI course this is; the likeliest is chosen already. */
export async function mapCourse(frame: FrameLocator, { title }: DemoCourse): Promise<void> {
  await frame.getByRole('heading', { name: 'Which RTI course is this?' }).waitFor();
  await frame.getByRole('button', { name: `Yes, this is ${title}` }).click();
  await frame.getByRole('button', { name: 'Read again' }).waitFor();
}

/** A learner's row of the grid. */
export const rowOf = (frame: FrameLocator, learner: string): Locator =>
  frame.getByRole('row').filter({ hasText: learner });

/** Answers the question whether a learner is this apprentice with yes. */
export async function confirmMatch(frame: FrameLocator, learner: string): Promise<void> {
  const row = rowOf(frame, learner);
  await row.getByRole('button', { name: `Yes, this is ${learner}` }).click();
  await row.getByRole('button', { name: `Change for ${learner}` }).waitFor();
}

/** Ticks the learners and confirms them in one act. Returns what the tool says came of it. */
export async function confirmAndPush(frame: FrameLocator, learners: readonly string[]): Promise<string> {
  for (const learner of learners) await frame.getByRole('checkbox', { name: `Confirm ${learner}` }).check();
  await frame.getByRole('button', { name: `Confirm ${learners.length} and push` }).click();
  const done = frame.getByRole('status').filter({ hasText: /credited|had the hours/ });
  await done.waitFor();
  return (await done.textContent()) ?? '';
}
