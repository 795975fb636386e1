import type { Request, Response } from 'express';
import { embedJson, escapeHtml } from './html.js';
import { renderNewWindowForm, renderPlainPage } from './plain-page.js';
import { sendPage } from './send-page.js';

const cookieName = 'journeybook-cookies';
const daySeconds = 24 * 60 * 60;

/** Whether the browser has sent back the cookie that says it keeps ours. It says nothing else. */
export const keepsCookies = (request: Request): boolean =>
  (request.headers.cookie ?? '').split(/;\s*/).includes(`${cookieName}=kept`);

/** In another site's frame, as long as it is not known; a window of our own keeps our cookies. */
export const mustCheckCookies = (request: Request): boolean =>
  request.headers['sec-fetch-dest'] === 'iframe' && !keepsCookies(request);

export interface CookieCheck {
  /** The platform's sign-in, to go to when cookies are kept. */
  readonly address: string;
  readonly loginUrl: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A page that sees whether the browser keeps our cookie here, and goes on to the platform or offers a new window. */
export function showCookieCheck(response: Response, { address, loginUrl, fields }: CookieCheck): void {
  response.append(
    'set-cookie',
    `${cookieName}=kept; Path=/; Max-Age=${daySeconds}; HttpOnly; Secure; SameSite=None; Partitioned`,
  );
  const html = renderPlainPage(
    'Opening Journeybook',
    `<p id="waiting">One moment.</p>
<noscript><p><a href="${escapeHtml(address)}">Continue</a></p></noscript>
<section id="blocked" hidden>
<p>Your browser does not let Journeybook remember you inside the course page. It works in a window of its own.</p>
${renderNewWindowForm({ action: loginUrl, fields })}</section>
<script type="application/json" id="sign-in">${embedJson(address)}</script>
<script type="module" src="check-cookies.js"></script>`,
  );
  sendPage(response, { status: 200, html, policy: checkPolicy });
}

const checkPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'";

/** What the page runs. */
export const checkCookiesScript = `const kept = await fetch('cookies', { cache: 'no-store' })
  .then((answer) => answer.json())
  .then((answer) => answer.kept, () => false);
if (kept) location.replace(JSON.parse(document.getElementById('sign-in').textContent));
document.getElementById('waiting').hidden = !kept;
document.getElementById('blocked').hidden = kept;
`;
