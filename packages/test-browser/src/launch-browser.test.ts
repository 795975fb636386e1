import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchArgs, launchBrowser } from './launch-browser.js';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

test('a real browser shows a page', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto('data:text/html,<title>Job Book</title><h1>Hours</h1>');

  expect(await page.title()).toBe('Job Book');
  expect(await page.getByRole('heading').textContent()).toBe('Hours');
  expect(await page.evaluate('document.querySelector("h1").getClientRects()[0].width > 20')).toBe(true);
});

test('what a browser forbids stays forbidden', () => {
  expect(
    launchArgs.filter((arg) => /disable-web-security|single-process|site-isolation|isolate-origins/.test(arg)),
  ).toEqual([]);
});
