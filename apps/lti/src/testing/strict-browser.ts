import { launchBrowser } from '@journeybook/test-browser';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { World } from './start-world.js';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was asked for, with its query. */
  readonly addresses: readonly string[];
}

/** A Chromium for a file of tests. `visit` opens a page of a browser of its own in which third-party cookies are blocked. */
export function useStrictBrowser(): { visit(): Promise<Visit> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  return {
    async visit() {
      const context = await browser.newContext();
      const addresses: string[] = [];
      context.on('request', (request) => addresses.push(request.url()));
      return { page: await openTab(context), context, addresses };
    },
  };
}

/** Another tab of the same browser; the blocking of cookies is a matter of each tab. */
export async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const controls = await context.newCDPSession(page);
  await controls.send('Network.enable');
  await controls.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true });
  return page;
}

/** Signs somebody in at the platform. */
export async function signIn({ page }: Visit, { simulator }: World, person: string): Promise<void> {
  await page.goto(`${simulator.url}/`);
  await page.getByRole('button', { name: person, exact: true }).click();
  await page.getByText(`Signed in as ${person}`).waitFor();
}

/** Opens an activity of the platform; returns the frame the tool is in. */
export async function openActivity(
  page: Page,
  { simulator }: World,
  { courseId, resourceLinkId }: { readonly courseId: string; readonly resourceLinkId: string },
): Promise<FrameLocator> {
  await page.goto(`${simulator.url}/courses/${courseId}/activities/${resourceLinkId}`);
  return page.frameLocator('iframe.frame');
}

/** The tool's page, opened by a launch, in a frame or in a window of its own. */
export const launched = (place: FrameLocator | Page) => place.locator('#journeybook-launch');

/** The names of the cookies the browser holds for the tool, wherever they are kept. */
export const toolCookies = async ({ context }: Visit, { config }: World): Promise<string[]> =>
  (await context.cookies(config.publicUrl)).map(({ name }) => name);
