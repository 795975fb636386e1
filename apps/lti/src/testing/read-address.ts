import { z } from 'zod';

const told = z.object({ address: z.url() });

/** Where a page that was opened says that it is found again. */
export async function readAddress(page: Response): Promise<string> {
  const [, json = 'null'] = /id="journeybook-launch">(.*?)<\/script>/.exec(await page.text()) ?? [];
  return told.parse(JSON.parse(json)).address;
}
