import { createHash } from 'node:crypto';
import { escapeHtml } from './html.js';

/** A form without anything to fill in. */
export interface HiddenForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A login to start in a window of its own. */
export type NewWindow = HiddenForm;

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 36rem; padding: 2rem 1rem; color: #1a1d21; background: #fff; }
h1 { font-size: 1.35rem; }
small { color: #565d66; }
button { font: inherit; padding: 0.6rem 1rem; border: 0; border-radius: 0.4rem; background: #1c4f8c; color: #fff; cursor: pointer; }
`;

/** How a policy names the one style of these pages. */
export const plainStyle = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** A page without scripts or files, for when there is nothing yet to trust. `body` is HTML. */
export const renderPlainPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** A button that sends the login's parameters from a new window, where our cookie is our own site's. */
export const renderNewWindowForm = (login: NewWindow): string =>
  renderForm(login, { button: 'Open in a new window', attributes: ' target="_blank" rel="noopener"' });

/** A button that leads back to the platform. */
export const renderBackForm = (form: HiddenForm): string =>
  renderForm(form, { button: 'Back to your course', attributes: '' });

function renderForm(
  { action, fields }: HiddenForm,
  { button, attributes }: Record<'button' | 'attributes', string>,
): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return `<form method="post" action="${escapeHtml(action)}"${attributes}>${inputs}<button>${button}</button></form>\n`;
}
