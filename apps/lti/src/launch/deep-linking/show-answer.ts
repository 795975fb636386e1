import type { Response } from 'express';
import { escapeHtml } from '../html.js';
import { plainStyle, renderPlainPage } from '../plain-page.js';
import { sendPage } from '../send-page.js';

export interface SignedAnswer {
  /** Exactly as the platform gave it: its own notes may be in the query (lti.md 4.3). */
  readonly returnUrl: string;
  readonly jwt: string;
}

/** A page that posts the signed answer to the platform by itself, or by its button where scripts are off. */
export function showAnswer(response: Response, { returnUrl, jwt }: SignedAnswer): void {
  const html = renderPlainPage(
    'Going back to your course',
    `<form method="post" action="${escapeHtml(returnUrl)}"><input type="hidden" name="JWT" value="${escapeHtml(jwt)}">
<button>Back to your course</button></form>
<script type="module" src="send-answer.js"></script>`,
  );
  sendPage(response, { status: 200, html, policy });
}

// No form-action: it would hold for every address that the platform's answer leads on to.
const policy = `default-src 'none'; script-src 'self'; style-src ${plainStyle}; base-uri 'none'`;

/** What the page runs. */
export const sendAnswerScript = `document.forms[0].submit();
`;
