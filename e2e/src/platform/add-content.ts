import type { FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { DemoCourse } from './open-activity.js';

/** Opens "Add content" of a course as an instructor does; our picker appears in the platform's frame. */
export async function openPicker(page: Page, { product, courseId }: DemoCourse): Promise<FrameLocator> {
  await page.goto(`${inject('urls').platform}/${product}/courses/${courseId}`);
  await page.getByRole('link', { name: 'Add content from Journeybook' }).click();
  const frame = page.frameLocator('iframe[title="Journeybook"]');
  await frame.getByRole('heading', { name: /^Which RTI courses? do you add\?$/ }).waitFor();
  return frame;
}

/** Chooses RTI courses in the picker and brings them to the platform, whose page then shows in the frame. */
export async function chooseCourses(frame: FrameLocator, titles: readonly string[]): Promise<void> {
  for (const title of titles) await frame.getByLabel(new RegExp(`^${title} `)).check();
  const button = titles.length === 1 ? `Add ${titles[0]}` : `Add ${titles.length} courses`;
  await frame.getByRole('button', { name: button }).click();
}

/** Saves what the platform shows of the choice. */
export async function saveSelection(page: Page, frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: /^Save to / }).click();
  await page.getByRole('heading', { name: 'Activities' }).waitFor();
}
