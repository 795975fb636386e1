import { type CookieJar, createCookieJar, driveLaunch } from '@journeybook/lms-simulator';
import { decodeJwt, type JWTPayload } from 'jose';
import { z } from 'zod';
import { unescapeHtml } from '../protocol/known-text.js';
import { places, type Profile, type World } from './start-world.js';

/** What the page that chooses was opened with. */
export interface OpenedPicker {
  readonly ticket: string;
  readonly answerUrl: string;
  readonly multiple: boolean;
}

/** An answer on its way to the platform, as the browser would post it. */
export interface PickerAnswer {
  readonly response: Response;
  readonly page: string;
  readonly returnUrl: string;
  readonly jwt: string;
  readonly claims: JWTPayload;
}

const injected = z.object({
  code: z.string(),
  picker: z.object({ ticket: z.string(), answerUrl: z.url(), multiple: z.boolean() }),
});

/** Somebody who adds content in the platform, over HTTP: opening the picker, bringing the choice, and saving it in the platform. */
export function drivePicker({ simulator }: World, profile: Profile, personId = 'rosa-silva') {
  const { courseId } = places[profile];
  const jar: CookieJar = createCookieJar();
  const browse = async (url: string, body?: URLSearchParams) => {
    const cookie = jar.header(url);
    const headers = cookie ? { cookie } : {};
    const response = await fetch(url, { redirect: 'manual', headers, ...(body ? { method: 'POST', body } : {}) });
    jar.keep(url, response);
    return response;
  };
  return {
    /** The request as the platform would post it, and how to post it. */
    request: () => driveLaunch({ simulator, courseId, personId, message: 'deep-linking', cookieJar: jar }),
    read: async (response: Response): Promise<OpenedPicker> => {
      const [, json = 'null'] = /id="journeybook-launch">(.*?)<\/script>/.exec(await response.text()) ?? [];
      return injected.parse(JSON.parse(json)).picker;
    },
    answer: async (picker: OpenedPicker, picks: readonly string[]): Promise<PickerAnswer> => {
      const body = new URLSearchParams({ ticket: picker.ticket });
      for (const id of picks) body.append('pick', id);
      const response = await fetch(picker.answerUrl, { method: 'POST', body });
      const page = await response.text();
      const returnUrl = unescapeHtml(/<form method="post" action="([^"]*)"/.exec(page)?.[1] ?? '');
      const jwt = unescapeHtml(/name="JWT" value="([^"]*)"/.exec(page)?.[1] ?? '');
      return { response, page, returnUrl, jwt, claims: jwt ? decodeJwt(jwt) : {} };
    },
    /** Posts the answer to the platform and saves what it shows; answers that page and the ids of the links there are then. */
    save: async ({ returnUrl, jwt }: PickerAnswer) => {
      let shown = await (await browse(returnUrl, new URLSearchParams({ JWT: jwt }))).text();
      if (shown.includes('name="repost"')) {
        shown = await (await browse(returnUrl, new URLSearchParams({ JWT: jwt, repost: '1' }))).text();
      }
      const selection = /name="selection" value="([^"]*)"/.exec(shown)?.[1];
      if (selection) {
        await browse(`${simulator.url}/courses/${courseId}/content`, new URLSearchParams({ selection }));
      }
      const course = await (await browse(`${simulator.url}/courses/${courseId}`)).text();
      const links = [...course.matchAll(/activities\/([^"/]+)">([^<]*)</g)];
      return { shown, links: links.map(([, id = '', title = '']) => ({ id: decodeURIComponent(id), title })) };
    },
  };
}
