import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '@journeybook/test-browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '../browser/settle.js';
import { typeGrade } from '../platform/gradebook.js';
import { type DemoCourse, openActivity, signInToPlatform } from '../platform/open-activity.js';
import { confirmAndPush, confirmMatch, mapCourse, rowOf } from '../platform/section-grid.js';
import { people } from '../portal/people.js';
import { signIn } from '../portal/sign-in.js';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const largestBytes = 400_000;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
const laptop = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1, reducedMotion: 'reduce' } as const;

let browser: Browser;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (device: typeof phone | typeof laptop) => (await browser.newContext(device)).newPage();

/** Writes what one sees without scrolling, or the whole page. Returns the size of the file in bytes. */
async function take(page: Page, name: string, fullPage = false): Promise<number> {
  const file = path.join(folder, name);
  // The pointer must not tint what it happens to be over.
  await page.mouse.move(0, 0);
  await settle(page);
  await page.screenshot({ path: file, fullPage, animations: 'disabled', caret: 'hide' });
  return (await stat(file)).size;
}

test('the record of an apprentice on a phone', async () => {
  const page = await open(phone);
  await signIn(page, people.adaeze);
  await page.getByRole('region', { name: 'What counts' }).waitFor();
  expect(await take(page, 'record-phone.png')).toBeLessThan(largestBytes);
});

test('the queue of a mentor on a phone, with entries chosen', async () => {
  const page = await open(phone);
  await signIn(page, people.lucia);
  const group = page.getByRole('checkbox', { name: `All of ${people.adaeze.name}` });
  await group.check();
  await page.getByRole('button', { name: /^Approve 3 entries/ }).waitFor();
  expect(await take(page, 'mentor-queue-phone.png')).toBeLessThan(largestBytes);
});

test('the merged record as the sponsor sees it on a laptop', async () => {
  const page = await open(laptop);
  await signIn(page, people.ines);
  await page.getByRole('link', { name: people.adaeze.name }).click();
  await page.getByRole('region', { name: 'What counts' }).waitFor();
  expect(await take(page, 'record-laptop.png')).toBeLessThan(largestBytes);
});

test('the roster inside the frame of the platform, with every kind of learner', async () => {
  const course: DemoCourse = {
    product: 'moodle',
    courseId: '2',
    activity: 'RTI: Blueprint Reading (16 h)',
    title: 'Blueprint Reading',
    hours: 16,
  };
  const { adaeze, priya, joanna } = people;
  const page = await open(laptop);
  await signInToPlatform(page, course, 'Rosa Silva');
  for (const [learner, score] of [
    [adaeze.name, '91'],
    [joanna.name, '84'],
  ] as const)
    await typeGrade(page, course, { learner, score });
  const frame = await openActivity(page, course);
  await mapCourse(frame, course);
  for (const learner of [adaeze.name, joanna.name, priya.name]) await confirmMatch(frame, learner);
  await expect.poll(() => gradeIn(joanna.name), { timeout: 20_000 }).toBe('84');
  await confirmAndPush(frame, [adaeze.name]);
  await rowOf(frame, adaeze.name).getByText('91 % in the gradebook').waitFor();
  await frame.getByRole('checkbox', { name: `Confirm ${joanna.name}` }).check();
  expect(await take(page, 'roster-in-frame.png', true)).toBeLessThan(largestBytes);

  function gradeIn(learner: string): Promise<string> {
    return frame.getByRole('textbox', { name: `Grade of ${learner}, percent` }).inputValue();
  }
});
