import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { DemoCourse } from './open-activity.js';

/** Opens the platform's own gradebook, with a row for each learner. */
export async function openGradebook(page: Page, { product, courseId }: DemoCourse): Promise<void> {
  await page.goto(`${inject('urls').platform}/${product}/courses/${courseId}/grades`);
  await page.getByRole('heading', { name: 'Gradebook' }).waitFor();
}

/** What the gradebook says of every learner, as text: score, who set it, when. */
export async function readGradebook(page: Page, course: DemoCourse): Promise<readonly string[]> {
  await openGradebook(page, course);
  return page.locator('tbody tr').allInnerTexts();
}

/** Types a grade into the platform's gradebook, as an instructor does without our tool. */
export async function typeGrade(
  page: Page,
  course: DemoCourse,
  { learner, score }: { learner: string; score: string },
): Promise<void> {
  await openGradebook(page, course);
  const row = page.getByRole('row').filter({ hasText: learner });
  await row.getByText('Change', { exact: true }).click();
  await row.getByLabel('Grade', { exact: true }).fill(score);
  await row.getByRole('button', { name: `Save the grade of ${learner}` }).click();
  await row.getByText(`${score} / 100`).waitFor();
}
