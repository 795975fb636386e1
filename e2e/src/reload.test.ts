import type { Frame, FrameLocator, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { checkScreen } from './browser/check-screen.js';
import { laptop, phone, useVisits } from './browser/visits.js';
import { openPicker } from './platform/add-content.js';
import { type DemoCourse, openActivity, openInWindow, signInToPlatform } from './platform/open-activity.js';

const visits = useVisits();
const [instructor, learner] = ['Rosa Silva', 'Hannah Weber'];

const quality: DemoCourse = {
  product: 'canvas',
  courseId: '565',
  activity: 'RTI: Quality Assurance and Continuous Improvement',
  title: 'Quality Assurance and Continuous Improvement',
  hours: 28,
};
const blueprint: DemoCourse = {
  product: 'moodle',
  courseId: '2',
  activity: 'RTI: Blueprint Reading (16 h)',
  title: 'Blueprint Reading',
  hours: 16,
};
const math: DemoCourse = { ...blueprint, courseId: '3', activity: 'RTI: Industrial Math', title: 'Industrial Math' };

const openAgain = 'Open Journeybook again from your course';
const ofLearner = 'You are not matched to an apprentice yet';

/** Our page in a frame of the platform's. */
function toolFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(inject('urls').tool));
  if (!frame) throw new Error('there is no frame of the tool');
  return frame;
}

/** Loads the frame again, as its menu does; answers what was asked of the tool's own address for it. */
async function reloadFrame(page: Page): Promise<string> {
  const frame = toolFrame(page);
  const loaded = page.waitForResponse((response) => response.request().isNavigationRequest());
  await frame.evaluate(() => location.reload());
  const request = (await loaded).request();
  return `${request.method()} ${new URL(request.url()).pathname}`;
}

const headingOf = async (place: Page | FrameLocator): Promise<string> => {
  const heading = place.locator('#root').getByRole('heading', { level: 1 });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
};

/** Everything the tab keeps for the tool's address. */
const keptIn = (place: Page | Frame): Promise<string> =>
  place.evaluate(() => JSON.stringify(Object.fromEntries(Object.entries(sessionStorage))));

/** Somebody renews the page's bearer in its place: the one that it has holds no longer. */
async function endSession(place: Page | Frame): Promise<void> {
  const [, token = ''] = /\\"token\\":\\"([^"\\]+)/.exec(await keptIn(place)) ?? [];
  const renewed = await fetch(`${inject('urls').portal}/api/launch-sessions/renewal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(renewed.ok).toBe(true);
}

/** From now on the browser keeps nothing for pages in this tab. */
const blockStorage = (page: Page) =>
  page.addInitScript(`
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('Access is denied', 'SecurityError'); } });
  `);

test('reloaded in the frame of Canvas, the course is there again, without another launch and as often as one likes', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, quality, instructor);
  const frame = await openActivity(page, quality);
  const before = await headingOf(frame);
  for (const _again of ['once', 'twice']) {
    expect(await reloadFrame(page)).toBe('GET /lti/opened');
    expect(await headingOf(frame)).toBe(before);
  }
  // The page is around it, with its own ways back.
  expect(await frame.getByRole('link', { name: /^Back to/ }).count()).toBe(0);
});

test('reloaded in the whole window of a phone, as Moodle opens it there, a page is there again and leads back to the course', async () => {
  const page = await visits.open(phone);
  await signInToPlatform(page, blueprint, learner);
  await openInWindow(page, blueprint);
  expect(await headingOf(page)).toBe(ofLearner);
  await checkScreen(page, 'the whole window');
  for (const _again of ['once', 'twice']) {
    const loaded = await page.reload();
    expect(loaded?.request().method()).toBe('GET');
    expect(await headingOf(page)).toBe(ofLearner);
  }
  const kept = await keptIn(page);
  const [, token = 'none'] = /\\"token\\":\\"([^"\\]+)/.exec(kept) ?? [];
  expect(page.url()).not.toContain(token);
  expect(kept).not.toContain(learner);

  await page.getByRole('link', { name: `Back to ${blueprint.title}` }).click();
  await page.getByRole('heading', { name: 'Activities' }).waitFor();
  await page.goBack();
  expect(await headingOf(page)).toBe(ofLearner);
});

test('from the whole window of Canvas, a page leads back to the course as well', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, quality, instructor);
  await openInWindow(page, quality);
  await page.getByRole('link', { name: `Back to ${quality.title}` }).click();
  await page.getByRole('heading', { name: 'Activities' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/canvas/courses/${quality.courseId}`);
});

test('two tabs, and two launches in one of them, each go on with their own', async () => {
  const first = await visits.open(laptop);
  await signInToPlatform(first, blueprint, instructor);
  await openInWindow(first, blueprint);
  await first.getByRole('link', { name: `Back to ${blueprint.title}` }).waitFor();
  const second = await visits.openTab(first);
  await openInWindow(second, math);
  await second.getByRole('link', { name: `Back to ${math.title}` }).waitFor();
  const [ofFirst, ofSecond] = [await headingOf(first), await headingOf(second)];
  expect(first.url()).not.toBe(second.url());

  await openInWindow(first, math);
  await first.getByRole('link', { name: `Back to ${math.title}` }).waitFor();
  await second.reload();
  expect(await headingOf(second)).toBe(ofSecond);
  await first.reload();
  expect(await headingOf(first)).toBe(ofSecond);
  while (!(await first.getByRole('link', { name: `Back to ${blueprint.title}` }).isVisible())) {
    await first.goBack();
    await first.getByRole('heading', { level: 1 }).waitFor();
  }
  expect(await headingOf(first)).toBe(ofFirst);

  // Who has the address alone has nothing.
  const third = await visits.openTab(first);
  await third.goto(first.url());
  expect(await headingOf(third)).toBe(openAgain);
});

test('reloaded after its session has ended, a page says to open it from the course and keeps nothing', async () => {
  visits.expectRefusal({ status: 401, path: /^\/api\/launch-record$/ });
  const page = await visits.open(phone);
  await signInToPlatform(page, blueprint, learner);
  await openInWindow(page, blueprint);
  expect(await headingOf(page)).toBe(ofLearner);
  await endSession(page);
  await page.reload();
  await page.getByRole('heading', { name: openAgain }).waitFor();
  await page.getByText('this visit is over').waitFor();
  expect(await keptIn(page)).toBe('{}');
  await page.getByRole('link', { name: `Back to ${blueprint.title}` }).waitFor();
  await checkScreen(page, 'a page whose session has ended');
  await page.reload();
  await page.getByRole('heading', { name: openAgain }).waitFor();
});

test('where the browser keeps nothing for it, a page opens all the same, and reloaded it says what to do', async () => {
  const page = await visits.open(laptop);
  await blockStorage(page);
  await signInToPlatform(page, quality, instructor);
  const frame = await openActivity(page, quality);
  expect(await headingOf(frame)).not.toBe(openAgain);
  expect(await reloadFrame(page)).toBe('GET /lti/opened');
  await frame.getByRole('heading', { name: openAgain }).waitFor();
  await frame.getByText('Your browser keeps nothing for Journeybook here').waitFor();
});

test('a picker that is reloaded in the frame is still the one that the platform waits for', async () => {
  const page = await visits.open(laptop);
  await signInToPlatform(page, quality, instructor);
  const frame = await openPicker(page, quality);
  expect(await reloadFrame(page)).toBe('GET /lti/opened');
  await frame.getByRole('heading', { name: /^Which RTI courses? do you add\?$/ }).waitFor();
  await frame.getByRole('button', { name: 'Cancel' }).click();
  await frame.getByText('Nothing was selected.').waitFor();
});

test('a launch that the browser posts once more opens nothing, and leads back to the course', async () => {
  visits.expectRefusal({ status: 401, path: /^\/lti\/launch$/ });
  const page = await visits.open(phone);
  await page.addInitScript(`history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };`);
  await signInToPlatform(page, blueprint, learner);
  await openInWindow(page, blueprint);
  expect(await headingOf(page)).toBe(ofLearner);
  const loaded = await page.reload();
  expect(loaded?.request().method()).toBe('POST');
  await page.getByText('This launch was used already').waitFor();
  await page.getByRole('link', { name: 'Back to your course' }).click();
  await page.getByRole('heading', { name: 'Activities' }).waitFor();
});
