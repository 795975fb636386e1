import type { LmsSimulator } from '../start-lms-simulator.js';
import { createCookieJar } from './cookie-jar.js';
import { signInToLms } from './drive-launch.js';

/** A browser of somebody who is signed in to the platform; does not follow redirects. */
export interface Browsing {
  get(path: string): Promise<Response>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<Response>;
}

export async function browseAs(simulator: Pick<LmsSimulator, 'url'>, personId: string): Promise<Browsing> {
  const jar = createCookieJar();
  await signInToLms(simulator, personId, jar);
  const open = (path: string, init: RequestInit) => {
    const url = path.startsWith('http') ? path : `${simulator.url}${path}`;
    return fetch(url, { redirect: 'manual', headers: { cookie: jar.header(url) }, ...init });
  };
  return {
    get: (path) => open(path, {}),
    post: (path, form) => open(path, { method: 'POST', body: new URLSearchParams(form) }),
  };
}
