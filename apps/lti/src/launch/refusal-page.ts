import { escapeHtml } from './html.js';
import { type HiddenForm, type NewWindow, renderBackForm, renderNewWindowForm, renderPlainPage } from './plain-page.js';
import type { Explanation } from './refusal.js';

export interface RefusalPage extends Explanation {
  readonly incident: string;
  readonly reason: string;
  /** A login to start again in a window of its own; null when that would not help. */
  readonly newWindow: NewWindow | null;
  /** An address of the platform to go back to, or a form that leads there; null when neither is known. */
  readonly back: string | HiddenForm | null;
}

/** A plain page: what happened, what to do, and a number to ask with. It holds nothing that was posted. */
export function renderRefusalPage({ what, next, incident, reason, newWindow, back }: RefusalPage): string {
  return renderPlainPage(
    'Journeybook did not open',
    `<p>${escapeHtml(what)}</p>
<p>${escapeHtml(next)}</p>
${newWindow ? renderNewWindowForm(newWindow) : ''}${renderBack(back)}<p><small>Incident ${escapeHtml(incident)} (${escapeHtml(reason)})</small></p>`,
  );
}

function renderBack(back: RefusalPage['back']): string {
  if (back === null) return '';
  return typeof back === 'string'
    ? `<p><a href="${escapeHtml(back)}">Back to your course</a></p>\n`
    : renderBackForm(back);
}
