import { escapeHtml } from './html.js';
import type { Explanation } from './refusal.js';

export interface RefusalPage extends Explanation {
  readonly incident: string;
  readonly reason: string;
  /** A login to start again in a window of its own; null when that would not help. */
  readonly newWindow: { readonly action: string; readonly fields: Readonly<Record<string, string>> } | null;
}

/** A plain page: what happened, what to do, and a number to ask with. It holds nothing that was posted. */
export function renderRefusalPage({ what, next, incident, reason, newWindow }: RefusalPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Journeybook did not open</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 36rem; padding: 2rem 1rem; color: #1a1d21; background: #fff; }
h1 { font-size: 1.35rem; }
small { color: #565d66; }
button { font: inherit; padding: 0.6rem 1rem; border: 0; border-radius: 0.4rem; background: #1c4f8c; color: #fff; cursor: pointer; }
</style>
</head>
<body>
<main>
<h1>Journeybook did not open</h1>
<p>${escapeHtml(what)}</p>
<p>${escapeHtml(next)}</p>
${newWindow ? renderForm(newWindow) : ''}<p><small>Incident ${escapeHtml(incident)} (${escapeHtml(reason)})</small></p>
</main>
</body>
</html>
`;
}

function renderForm({ action, fields }: NonNullable<RefusalPage['newWindow']>): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="post" action="${escapeHtml(action)}" target="_blank" rel="noopener">${inputs}<button>Open in a new window</button></form>\n`;
}
