import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, useVisits } from './browser/visits.js';
import { chooseCourses, openPicker, saveSelection } from './platform/add-content.js';
import { openGradebook } from './platform/gradebook.js';
import { type DemoCourse, openActivity, signInToPlatform } from './platform/open-activity.js';

const visits = useVisits();
const instructor = 'Rosa Silva';

const course = (product: DemoCourse['product'], courseId: string, title: string, hours: number): DemoCourse => ({
  product,
  courseId,
  activity: `RTI: ${title}`,
  title,
  hours,
});
const safety = course('canvas', '566', 'Safety for Manufacturing', 0);

/** Every answer of the platform or the tool that sends the browser's frame on. */
function countRedirects(page: Page): string[] {
  const redirects: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 300 && response.status() < 400) redirects.push(response.url().split('?')[0] ?? '');
  });
  return redirects;
}

/** What the course counts as on the page in the frame, once its roster was read. */
async function courseIn(frame: FrameLocator): Promise<string> {
  await frame.getByText(/grades read/).waitFor();
  return (await frame.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

test('acceptance 11: a link picked in Canvas becomes an assignment with a column, and opens as its RTI course', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, safety, instructor);
  const picked = { ...safety, title: 'Mechanical Knowledge', activity: 'RTI: Mechanical Knowledge' };
  const frame = await openPicker(page, safety);
  await checkScreen(page, 'picker of one course');
  await chooseCourses(frame, [picked.title]);
  await saveSelection(page, frame);

  await openGradebook(page, safety);
  await page.getByText(picked.activity).first().waitFor();
  expect(await courseIn(await openActivity(page, picked))).toMatch(/^Mechanical Knowledge earns 24 h of RTI/);
});

test('acceptance 11: a picker that is cancelled leaves the course as it was', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, safety, instructor);
  const frame = await openPicker(page, safety);
  await frame.getByRole('button', { name: 'Cancel' }).click();
  await frame.getByText('Nothing was selected.').waitFor();
  expect(await frame.getByRole('link', { name: `Back to ${safety.title}` }).getAttribute('target')).toBe('_top');
});

test('acceptance 13: several links picked in Moodle each open as their own RTI course', async () => {
  const math: DemoCourse = course('moodle', '3', 'Industrial Math', 0);
  const [whole, part] = ['Communication Skills', 'Digital Literacy'];
  const page = await visits.open(laptop);
  await signInToPlatform(page, math, instructor);
  const frame = await openPicker(page, math);
  await checkScreen(page, 'picker of several courses');
  await chooseCourses(frame, [whole, part]);
  await saveSelection(page, frame);

  const opened = await openActivity(page, { ...math, activity: `RTI: ${part}` });
  expect(await courseIn(opened)).toMatch(/^Digital Literacy earns 8 h of RTI/);
});

test('acceptance 1: an instructor opens an assignment of Canvas as its RTI course, over at most two redirects', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, safety, instructor);
  const picked = { ...safety, title: 'Manufacturing 2', activity: 'RTI: Manufacturing 2' };
  const frame = await openPicker(page, safety);
  await chooseCourses(frame, [picked.title]);
  await saveSelection(page, frame);

  for (const _again of ['the browser is new to the tool', 'the browser is known to keep its cookie']) {
    const redirects = countRedirects(page);
    const opened = await openActivity(page, picked);
    await opened.getByRole('heading', { name: new RegExp(`${picked.title} earns`) }).waitFor();
    expect(redirects.length, redirects.join(', ')).toBeLessThanOrEqual(2);
    page.removeAllListeners('response');
  }
});
