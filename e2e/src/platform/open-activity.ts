import type { FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface DemoCourse {
  readonly product: 'moodle' | 'canvas';
  readonly courseId: string;
  /** What the platform calls the activity that opens our tool. */
  readonly activity: string;
  /** The RTI course it is, and what it earns. */
  readonly title: string;
  readonly hours: number;
}

/** Signs in to the demo platform as somebody of the college. */
export async function signInToPlatform(page: Page, { product }: DemoCourse, person: string): Promise<void> {
  await page.goto(`${inject('urls').platform}/${product}/`);
  await page.getByRole('button', { name: person, exact: true }).click();
  await page.getByText(`Signed in as ${person}`).waitFor();
}

/** Opens the course's activity as one would, by its link; our tool appears in the platform's frame. */
export async function openActivity(page: Page, { product, courseId, activity }: DemoCourse): Promise<FrameLocator> {
  await page.goto(`${inject('urls').platform}/${product}/courses/${courseId}`);
  await page.getByRole('link', { name: activity, exact: true }).click();
  const frame = page.frameLocator('iframe[title="Journeybook"]');
  // The pages on the way there are not the portal's.
  await frame.locator('#root').getByRole('heading', { level: 1 }).waitFor();
  return frame;
}

/** Opens the activity's tool in the whole window, as Moodle does on a phone. */
export async function openInWindow(page: Page, { product, courseId, activity }: DemoCourse): Promise<void> {
  await page.goto(`${inject('urls').platform}/${product}/courses/${courseId}`);
  const address = await page.getByRole('link', { name: activity, exact: true }).getAttribute('href');
  await page.goto(`${new URL(address ?? '', page.url()).href}/launch`);
  await page.locator('#root').getByRole('heading', { level: 1 }).waitFor();
}
