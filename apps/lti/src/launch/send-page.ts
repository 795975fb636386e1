import type { Response } from 'express';
import { framersInWords } from '../framing/framers.js';

/**
 * Sends a page that is never kept, never tells where it was opened from, and that nobody may frame but whom `keepFramers` named.
 */
export function sendPage(response: Response, page: { status: number; html: string; policy: string }): void {
  // ltijs sets these for a whole server.
  for (const header of ['cross-origin-embedder-policy', 'x-frame-options']) response.removeHeader(header);
  response
    .status(page.status)
    .set({
      'content-security-policy': `${page.policy}; ${framersInWords(response)}`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(page.html);
}
