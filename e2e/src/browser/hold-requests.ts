import type { Page, Route } from 'playwright-core';

/** Keeps a page's requests for an address waiting, as a slow line would, until they are let go. */
export async function holdRequests(page: Page, address: string): Promise<{ letGo(): Promise<void> }> {
  const held: Route[] = [];
  const hold = (route: Route) => void held.push(route);
  await page.route(address, hold);
  return {
    letGo: async () => {
      await page.unroute(address, hold);
      for (const route of held) await route.continue();
    },
  };
}
