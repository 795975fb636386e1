import { escapeHtml } from './html.js';
import { type NewWindow, renderNewWindowForm, renderPlainPage } from './plain-page.js';
import type { Explanation } from './refusal.js';

export interface RefusalPage extends Explanation {
  readonly incident: string;
  readonly reason: string;
  /** A login to start again in a window of its own; null when that would not help. */
  readonly newWindow: NewWindow | null;
  /** An address of the platform to go back to; null when it is not known. */
  readonly back: string | null;
}

/** A plain page: what happened, what to do, and a number to ask with. It holds nothing that was posted. */
export function renderRefusalPage({ what, next, incident, reason, newWindow, back }: RefusalPage): string {
  return renderPlainPage(
    'Journeybook did not open',
    `<p>${escapeHtml(what)}</p>
<p>${escapeHtml(next)}</p>
${newWindow ? renderNewWindowForm(newWindow) : ''}${back === null ? '' : `<p><a href="${escapeHtml(back)}">Back to your course</a></p>\n`}<p><small>Incident ${escapeHtml(incident)} (${escapeHtml(reason)})</small></p>`,
  );
}
