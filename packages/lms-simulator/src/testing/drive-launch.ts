import { forgeIdToken, type ForgeCase } from '../forge/forge-id-token.js';
import type { LmsSimulator } from '../start-lms-simulator.js';
import { unescapeHtml } from '../html/html.js';
import { type CookieJar, createCookieJar } from './cookie-jar.js';
import { readForm } from './read-form.js';

export interface DriveLaunchOptions {
  readonly simulator: LmsSimulator;
  readonly courseId: string;
  /** Left out: Canvas's course menu entry. */
  readonly resourceLinkId?: string;
  readonly personId: string;
  /** `deep-linking` opens the content picker of the course instead of an activity. */
  readonly message?: 'resource-link' | 'deep-linking';
  /** Spoils or varies the id_token after the platform has signed a good one. */
  readonly forge?: ForgeCase;
  /** The browser; a new one when left out. */
  readonly cookieJar?: CookieJar;
}

/** A launch that stands just before the browser posts it to the tool. */
export interface DrivenLaunch {
  /** What the browser would post: `id_token` and `state`, or `error`, `error_description` and `state`. */
  readonly form: Readonly<Record<string, string>>;
  /** The tool's address the form goes to. */
  readonly action: string;
  readonly cookies: CookieJar;
  /** The authentication request the tool made. */
  readonly authRequest: URLSearchParams;
  /** Posts the form, with changes if given, and does not follow redirects. May be called again: a replay. */
  post(changes?: Readonly<Record<string, string>>): Promise<Response>;
}

type Browser = (url: string, fields?: Readonly<Record<string, string>>) => Promise<Response>;

function browserWith(jar: CookieJar): Browser {
  return async (url, fields) => {
    const cookie = jar.header(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...(cookie ? { cookie } : {}), accept: 'text/html', 'user-agent': 'Mozilla/5.0 (driven launch)' },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    jar.keep(url, response);
    return response;
  };
}

/** Signs somebody in to the simulated platform with a browser. Throws when there is no such person. */
export async function signInToLms(
  simulator: Pick<LmsSimulator, 'url'>,
  personId: string,
  jar: CookieJar,
): Promise<void> {
  const answer = await browserWith(jar)(`${simulator.url}/sign-in`, { person: personId });
  if (answer.status !== 303) throw new Error(`The platform does not let ${personId} sign in: ${answer.status}`);
}

/**
 * Drives a launch over HTTP as a browser would, up to the form the platform hands back: sign-in,
 * login initiation, the tool's login, its redirect, the authorization endpoint. Throws with the
 * tool's answer when the tool does not send the browser back to the platform.
 */
export async function driveLaunch(options: DriveLaunchOptions): Promise<DrivenLaunch> {
  const { simulator, courseId, resourceLinkId, personId } = options;
  const cookies = options.cookieJar ?? createCookieJar();
  const browse = browserWith(cookies);
  await signInToLms(simulator, personId, cookies);
  const activity = resourceLinkId === undefined ? 'tool' : `activities/${encodeURIComponent(resourceLinkId)}`;
  const path = options.message === 'deep-linking' ? 'content' : activity;
  return continueLaunch({
    simulator,
    browse,
    cookies,
    start: `${simulator.url}/courses/${courseId}/${path}/launch`,
    forge: options.forge,
  });
}

interface Continuation {
  readonly simulator: LmsSimulator;
  readonly browse: Browser;
  readonly cookies: CookieJar;
  readonly start: string;
  readonly forge: ForgeCase | undefined;
}

async function continueLaunch({ simulator, browse, cookies, start, forge }: Continuation): Promise<DrivenLaunch> {
  const authUrl = await toolsAuthRequest(simulator, browse, await browse(start));
  const answer = await browse(authUrl);
  const page = await answer.text();
  const form = answer.ok ? readForm(page) : null;
  if (!form) throw new Error(`The platform shows a page instead of launching: ${page.slice(0, 500)}`);

  const good = form.fields['id_token'];
  const fields =
    forge && good !== undefined
      ? { ...form.fields, id_token: await forgeIdToken(forge, { idToken: good, simulator }) }
      : form.fields;
  const post = (changes: Readonly<Record<string, string>> = {}) => browse(form.action, { ...fields, ...changes });
  if (forge === 'replayed') await (await post()).arrayBuffer();
  return { form: fields, action: form.action, cookies, authRequest: new URL(authUrl).searchParams, post };
}

async function toolsAuthRequest(simulator: LmsSimulator, browse: Browser, initiation: Response): Promise<string> {
  const toTool = initiation.headers.get('location');
  let answer: Response;
  if (toTool) answer = await browse(toTool);
  else {
    const page = await initiation.text();
    const form = initiation.ok ? readForm(page) : null;
    if (!form) throw new Error(`The platform does not start the launch: ${initiation.status} ${page.slice(0, 500)}`);
    answer = await browse(form.action, form.fields);
  }
  const redirect = answer.headers.get('location');
  if (redirect) return new URL(redirect, answer.url).href;
  // A tool that first stores its state by script has the address somewhere in its page.
  const page = await answer.text();
  const found = authUrlIn(page, simulator.registration.authUrl);
  if (!found) throw new Error(`The tool's login answered ${answer.status}: ${page.slice(0, 500)}`);
  return found;
}

function authUrlIn(page: string, authUrl: string): string | undefined {
  const text = unescapeHtml(page).replaceAll('\\/', '/').replaceAll('\\u0026', '&');
  const from = text.indexOf(`${authUrl}?`);
  return from === -1 ? undefined : /^[^\s"'<>]+/.exec(text.slice(from))?.[0];
}
