import type { Request, Response } from 'express';
import { embedJson, escapeHtml } from '../html.js';
import { type NewWindow, plainStyle, renderNewWindowForm, renderPlainPage } from '../plain-page.js';
import { sendPage } from '../send-page.js';
import type { StoredProof } from './stored-state.js';

const cookieName = 'journeybook-cookies';
const daySeconds = 24 * 60 * 60;

/** Whether the browser has sent back the cookie that says it keeps ours. It says nothing else. */
export const keepsCookies = (request: Request, prefix: string): boolean =>
  (request.headers.cookie ?? '').split(/;\s*/).includes(`${prefix}${cookieName}=kept`);

/**
 * In another site's frame, as long as it is not known; a window of our own keeps our cookies. Browsers that do not say where they
 * are get the page when the platform offers its storage, and the page sees it for itself.
 */
export function mustCheckBrowser(
  request: Request,
  { offersStorage, cookiePrefix }: { readonly offersStorage: boolean; readonly cookiePrefix: string },
): boolean {
  const place = request.headers['sec-fetch-dest'];
  return (place === 'iframe' || (place === undefined && offersStorage)) && !keepsCookies(request, cookiePrefix);
}

export interface BrowserCheck {
  /** The platform's sign-in, to go to when cookies are kept. */
  readonly address: string;
  /** The platform's storage and the sign-in to go to once it holds the proof; null when the platform has none. */
  readonly storage: (StoredProof & { readonly address: string }) | null;
  readonly newWindow: NewWindow;
  readonly cookiePrefix: string;
}

/**
 * A page that sees whether the browser keeps our cookie here, and goes on to the platform; if not, by way of the platform's storage;
 * if there is none or it does not answer, it offers a new window.
 */
export function showBrowserCheck(
  response: Response,
  { address, storage, newWindow, cookiePrefix }: BrowserCheck,
): void {
  response.append(
    'set-cookie',
    `${cookiePrefix}${cookieName}=kept; Path=/; Max-Age=${daySeconds}; HttpOnly; Secure; SameSite=None; Partitioned`,
  );
  const task = {
    address,
    storage: storage && { ...storage, origin: new URL(storage.address).origin },
  };
  sendScriptedPage(response, {
    task,
    newWindow,
    waiting: `<noscript><p><a href="${escapeHtml(address)}">Continue</a></p></noscript>`,
  });
}

export interface ScriptedPage {
  /** What the page's script does. */
  readonly task: object;
  readonly newWindow: NewWindow;
  /** HTML. */
  readonly waiting: string;
}

/** A page with the browser's script: it waits, then leaves, or shows the way by a new window. */
export function sendScriptedPage(response: Response, { task, newWindow, waiting }: ScriptedPage): void {
  const html = renderPlainPage(
    'Opening Journeybook',
    `<p id="waiting">One moment.</p>
${waiting}
<section id="blocked" hidden>
<p>Your browser does not let Journeybook remember you inside the course page. It works in a window of its own.</p>
${renderNewWindowForm(newWindow)}<p>If that does not work, go back to your course and open the link in a new tab.</p>
</section>
<script type="application/json" id="task">${embedJson(task)}</script>
<script type="module" src="check-browser.js"></script>`,
  );
  sendPage(response, { status: 200, html, policy });
}

// No form-action: browsers hold it against every address that a login in a new window leads to.
const policy = `default-src 'none'; script-src 'self'; connect-src 'self'; style-src ${plainStyle}; base-uri 'none'`;
