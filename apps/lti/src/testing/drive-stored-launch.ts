import { createCookieJar, signInToLms } from '@journeybook/lms-simulator';
import { z } from 'zod';
import { places, type World } from './start-world.js';

/** A launch in Canvas's frame by a browser that keeps no cookie of ours, as it stands before the platform's form is posted. */
export interface StoredLaunch {
  /** What the platform's form posts. */
  readonly form: Readonly<Record<string, string>>;
  /** What the login's page has put into the platform's storage. */
  readonly stored: { readonly key: string; readonly secret: string; readonly target: string; readonly origin: string };
  readonly post: (
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
}

const task = z.object({
  storage: z.object({ address: z.url(), key: z.string(), secret: z.string(), target: z.string(), origin: z.string() }),
});

/** Drives a login and a sign-in over HTTP, without a browser and without any cookie of the tool. */
export async function driveStoredLaunch({ simulator, config }: World, personId = 'priya-nair'): Promise<StoredLaunch> {
  const jar = createCookieJar();
  await signInToLms(simulator, personId, jar);
  const { courseId, resourceLinkId } = places.canvas;
  const start = `${simulator.url}/courses/${courseId}/activities/${resourceLinkId}/launch`;
  const initiation = await fetch(start, { redirect: 'manual', headers: { cookie: jar.header(start) } });
  const login = await fetch(initiation.headers.get('location') ?? '', { headers: { 'sec-fetch-dest': 'iframe' } });
  const { storage } = task.parse(readTask(await login.text()));
  const page = await (await fetch(storage.address, { headers: { cookie: jar.header(storage.address) } })).text();
  const inputs = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return {
    form: Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value])),
    stored: storage,
    post: (fields, headers = {}) =>
      fetch(`${config.publicUrl}/lti/launch`, { method: 'POST', body: new URLSearchParams(fields), headers }),
  };
}

/** What a page tells its script to do. */
export const readTask = (page: string): unknown =>
  JSON.parse(/<script type="application\/json" id="task">(.*?)<\/script>/.exec(page)?.[1] ?? 'null');
